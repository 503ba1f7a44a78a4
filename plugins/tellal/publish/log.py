"""What became public -> the public log: a Merkle tree that only grows, with a signed head.

The tree and the forms of head and entries are in `verify`, which checks them: one file that anybody
can take away. Here the log is written.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish import verify
from tellal.publish.signing import Signer
from tellal.publish.verify import GONE, Entry, Head, Wrong, canonical, latest, leaf_of, root_of

FILES = ("entries.jsonl", "head", "allowed_signers", "verify.py")
"""What the log is made of, in the order in which it is written."""

DAMAGED = "The log in {folder} is not as it was signed, so nothing is added to it: {reason}"
OTHER_SIGNER = (
    "The log in {folder} is signed by {known}, and your key is {key}. Use the office's key, or "
    "hand over to the new one (invoke log-key)."
)
NO_LOG = "There is no log in {folder} yet. Begin it (invoke log-key)."
SAME_KEY = "The key {key} signs the log already."
BACKWARDS = "The last line of the log is of {last}, after {moment}. Correct the clock."


@dataclass(frozen=True, slots=True)
class Stand:
    """How something stands at its address: the digest of its file (SHA-256, hexadecimal).

    `state` is `shown`, `withdrawn`, `expired`, `moved` or `removed`; `revision` the number of its
    text.
    """

    address: str
    digest: str
    state: str = "shown"
    revision: int = 1


def news(
    entries: Sequence[Entry], stands: Iterable[Stand], moment: str
) -> Iterator[dict[str, str]]:
    """Yield what has to be added to a log, sorted by address, so that it says how things stand.

    `stands` are all there are: what stands nowhere any more is `removed`. What shows the same text
    in other surroundings is `reissued`. What never was public and is not now leaves no trace.
    """
    known, now = latest(entries), {stand.address: stand for stand in stands}
    for address in sorted({*known, *now}):
        stand, before = now.get(address, Stand(address, "", "removed")), known.get(address)
        what = _what(before, stand)
        if what and (before is None or (before["what"], before["digest"]) != (what, stand.digest)):
            yield {
                "address": stand.address,
                "digest": stand.digest,
                "moment": moment,
                "revision": str(stand.revision),
                "what": what,
            }


def _what(before: Entry | None, stand: Stand) -> str | None:
    """Return what has become of something, None for nothing that is worth a word."""
    if stand.state != "shown":
        return stand.state if before else None
    if before is None or before["what"] in GONE:
        return "published"
    if before["digest"] == stand.digest:
        return before["what"]
    return "revised" if int(before["revision"]) < stand.revision else "reissued"


def begin(folder: Path, origin: str, moment: str, signer: Signer) -> Head:
    """Begin a log; its first line names the key. Raises WrongAnswer."""
    entry = {"key": signer.public(), "moment": moment, "signature": "", "what": "key"}
    return _write(folder, origin, (), [entry], moment, signer)


def extend(folder: Path, stands: Iterable[Stand], moment: str, signer: Signer) -> Head | None:
    """Bring a log up to date with what is public; None where there is nothing to add.

    Raises WrongAnswer where the log is not as it was signed, or somebody else signs.
    """
    log = opened(folder)
    if signer.public() != log.key:
        known = verify.fingerprint_of(log.key)
        raise WrongAnswer(OTHER_SIGNER, folder=folder, known=known, key=signer.fingerprint)
    if log.entries[-1]["moment"] > moment:
        raise WrongAnswer(BACKWARDS, last=log.entries[-1]["moment"], moment=moment)
    new = list(news(log.entries, stands, moment))
    if not new:
        return None
    return _write(folder, log.head.origin, log.lines, new, moment, signer)


def hand_over(folder: Path, moment: str, old: Signer | None, new: Signer, reason: str = "") -> Head:
    """Let a new key sign the log from now on. Without the old one the reason is in the log."""
    log = opened(folder)
    key = new.public()
    if key == log.key:
        raise WrongAnswer(SAME_KEY, key=new.fingerprint)
    entry = {"key": key, "moment": moment, "signature": "", "what": "key"}
    if old is None:
        entry |= {"reason": reason, "what": "key-lost"}
    else:
        statement = verify.handover_of(log.head.origin, entry, len(log.entries))
        entry["signature"] = old.sign(statement)
    return _write(folder, log.head.origin, log.lines, [entry], moment, new)


def opened(folder: Path) -> verify.Log:
    """Return the log in a folder. Raises WrongAnswer where it is not as it was signed.

    The office knows its own log, so a key that replaced a lost one is in order here.
    """
    if not folder.exists() and _old(folder).exists():
        _old(folder).rename(folder)  # somebody was interrupted between two steps
    if not (folder / "head").is_file():
        raise WrongAnswer(NO_LOG, folder=folder)
    try:
        return _log_of(*((folder / name).read_bytes() for name in FILES[:3]))
    except (Wrong, OSError) as wrong:
        raise WrongAnswer(DAMAGED, folder=folder, reason=wrong) from None


@lru_cache(maxsize=2)
def _log_of(data: bytes, head: bytes, signers: bytes) -> verify.Log:
    """Return the log that three files are; while it is published several ask for the same."""
    entries, lines = verify.parse_entries(data)
    keys = [entry["key"] for entry in entries if entry["what"] in verify.KEYS]
    known = verify.fingerprint_of(keys[-1]) if keys else ""
    return verify.log_of(entries, lines, head, signers, known)


def _write(
    folder: Path,
    origin: str,
    before: Sequence[bytes],
    new: Sequence[dict[str, str]],
    moment: str,
    signer: Signer,
) -> Head:
    """Write a log, the head last: whoever is interrupted finds the old log or the new one."""
    lines = [*before, *(canonical(entry) for entry in new)]
    head = Head(origin, len(lines), root_of([leaf_of(line) for line in lines]), moment)
    texts = {
        "entries.jsonl": b"".join(line + b"\n" for line in lines),
        "head": f"{head.text}\n{signer.sign(head.text)}".encode(),
        "allowed_signers": verify.allowed_signers(signer.public()).encode(),
        "verify.py": Path(verify.__file__).read_bytes(),
    }
    place = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name in FILES:
        (place / name).write_bytes(texts[name])
    _swap(place, folder)
    return head


def lay_out_proofs(folder: Path, place: Path) -> dict[str, Path]:
    """Write what phones need to prove a line of a log; return the files by path below `log/`."""
    shutil.rmtree(place, ignore_errors=True)
    files = {}
    log = opened(folder)
    for path, data in verify.proofs_of(log.entries, log.lines).items():
        files[path] = place / path
        files[path].parent.mkdir(parents=True, exist_ok=True)
        files[path].write_bytes(data)
    return files


def keep(folder: Path, kept: Path) -> None:
    """Make one folder hold the log of another."""
    place = kept.with_name(f".{kept.name}.new")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(folder / name, place / name)
    _swap(place, kept)


def _swap(place: Path, folder: Path) -> None:
    """Put a whole folder in the place of another; what was there goes last."""
    old = _old(folder)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    place.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")
