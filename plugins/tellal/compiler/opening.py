"""The store of an output, ready for a build: as it was left, or anew where it is of no use."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from pathlib import Path

from tellal.build.output import Output, files_in, journal_of, journaled, journals_of
from tellal.build.store import Broken, Store
from tellal.compiler.crew import Crew
from tellal.compiler.packing import store_of
from tellal.compiler.stamp import stamp_of
from tellal.settings import Settings

ANEW = {
    "broken": "What was remembered of earlier builds cannot be read; everything is built anew.",
    "code": "Tellal or its libraries are of another version; everything is built anew.",
    "place": "The settings are not those of the last build; everything is built anew.",
}


def opened(settings: Settings, crew: Crew) -> Store:
    """Return the store, with a doubt on every file that a killed build may have left half done."""
    file = store_of(settings.cache, settings.output)
    file.parent.mkdir(parents=True, exist_ok=True)
    stamps = dict(zip(("code", "place"), stamp_of(settings), strict=True))
    is_new = not file.exists()
    store = Store(file)
    try:
        why = None if is_new else _why_useless(store, stamps)
        if why:
            crew.tell(ANEW[why])
        if why or is_new or crew.cold:
            store = _begun_anew(store, settings, stamps)
        _recover(store, journals_of(file))
    except BaseException:
        store.close()
        raise
    return store


def _why_useless(store: Store, stamps: dict[str, str]) -> str | None:
    """Return the key of the reason for which the store cannot be used, None where it can."""
    for key, stamp in stamps.items():
        if store.meta(key) != stamp.encode():
            return key
    return None


def _begun_anew(store: Store, settings: Settings, stamps: dict[str, str]) -> Store:
    """Return an empty store, which will doubt all files of the output that are ours."""
    store.close()
    put_away(store.file, settings.output)
    for compiled in store.file.parent.glob("templates-*"):
        shutil.rmtree(compiled, ignore_errors=True)
    new = Store(store.file)
    new.make()
    with new.writing():
        for key, stamp in stamps.items():
            new.set_meta(key, stamp.encode())
    return new


def put_away(file: Path, output: Path) -> None:
    """Take away a store that is of no use; which files are ours a journal tells the next one.

    As its rows may be anything, only what lies in the output is believed to be ours.
    """
    ours = sorted(_paths_in(file) & set(files_in(output)))
    Output(output, journal_of(file, 0)).announce(ours)
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)


def _paths_in(file: Path) -> set[str]:
    """Return the files of the output that a store knows, as far as it can be read."""
    found: set[str] = set()
    with suppress(Broken), closing(Store(file)) as store:
        for path in store.paths():
            found.add(path)
    return found


def _recover(store: Store, journals: list[Path]) -> None:
    """Doubt what a killed build was about to write."""
    if not journals:
        return
    with store.writing():
        store.doubt(journaled(journals))
    for journal in journals:
        journal.unlink()
