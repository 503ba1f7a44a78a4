"""The public log on its way: taken from where it was last public, added to, kept when it is again.

Whichever is longer is continued, the one that was public or the one in the folder of the office,
where `invoke log-key` begins a log and lets another key sign. One must have grown from the other.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tellal.desk.errands import Errand
from tellal.domain.findings import WrongAnswer
from tellal.publish import verify
from tellal.publish.lately import Lately
from tellal.publish.log import NO_LOG, keep, opened
from tellal.publish.shipment import Shipment
from tellal.publish.targets import FolderTarget, SshTarget

FORKED = (
    "The log in {folder} and the public one have not grown from each other: {reason} Put {folder} "
    "elsewhere to go on with the public one, and find out how that came."
)
MENDED = "The public log is not as it was signed. It is published anew, as it was kept in {folder}."


def with_log(errand: Errand, shipment: Shipment, there: Lately, add: bool = True) -> Shipment:
    """Return a shipment with the public log in it, to which what is new in it is added.

    Without a key, or without `add`, the log goes with it as it is. Raises WrongAnswer.
    """
    copy = _copy_of(errand)
    shutil.rmtree(copy, ignore_errors=True)
    if not _continue(errand, there, copy):
        if add and errand.log_key:
            raise WrongAnswer(NO_LOG, folder=errand.log)
        return shipment
    from tellal.desk.chronicle import Chronicle  # not at the head: going back needs none of it

    now = datetime.fromtimestamp(errand.now(), UTC)
    chronicle = Chronicle(errand.settings, copy, errand.log_key, now, errand.language)
    if add and errand.log_key:
        chronicle.up_to_date(lambda path: shipment.entries[path].sha256)
    is_host = isinstance(errand.target, SshTarget | FolderTarget)
    return shipment.with_files(chronicle.files(), errand.cache / "small-log" if is_host else None)


def keep_log(errand: Errand) -> None:
    """Keep the log that is public now, in the folder of the office."""
    if _copy_of(errand).is_dir():
        keep(_copy_of(errand), errand.log)


def _copy_of(errand: Errand) -> Path:
    return errand.cache / "log"


def _continue(errand: Errand, there: Lately, copy: Path) -> bool:
    """Make a copy of the log that is to be continued; return whether there is any.

    One that only lies in the folder of the office, and was not public yet, waits for a key.
    """
    here = errand.log
    if there.log:
        _write(copy, there.log)
        if (here / "head").is_file() and _longer(errand, there, copy):
            _write(copy, _read(here))
        else:
            opened(copy)
    elif (here / "head").is_file() and (errand.log_key or "log/head" in there.manifest.by_path):
        opened(here)
        _write(copy, _read(here))
    return copy.is_dir()


def _longer(errand: Errand, there: Lately, copy: Path) -> bool:
    """Return whether the log of the office is to be continued. Raises WrongAnswer for a fork."""
    here = opened(errand.log)
    try:
        public = opened(copy)
    except WrongAnswer:
        entry = there.manifest.by_path.get("log/head")
        if entry and entry.sha256 == verify.digest_of(errand.log / "head"):
            errand.tell(MENDED, folder=errand.log)
            return True
        raise
    is_here = len(here.entries) > len(public.entries)
    longer, shorter = (here, copy) if is_here else (public, errand.log)
    try:
        verify.check_older(longer, (shorter / "head").read_text("utf-8"))
    except verify.Wrong as wrong:
        raise WrongAnswer(FORKED, folder=errand.log, reason=wrong) from None
    return is_here


def _read(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold a log, with our checker beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in {**files, "verify.py": Path(verify.__file__).read_bytes()}.items():
        (folder / name).write_bytes(data)
