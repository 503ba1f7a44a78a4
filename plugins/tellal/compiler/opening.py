"""The store of an output, ready for a build: as it was left, or anew where it is of no use."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

from tellal.build.output import journaled, journals_of
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
            store = _begun_anew(store, file, stamps)
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


def _begun_anew(store: Store, file: Path, stamps: dict[str, str]) -> Store:
    """Return an empty store that still knows which files of the output are ours."""
    try:
        ours = [row.path for row in store.pages()]
    except Broken:
        ours = []
    store.close()
    file.unlink(missing_ok=True)
    for compiled in file.parent.glob("templates-*"):
        rmtree(compiled, ignore_errors=True)
    new = Store(file)
    new.make()
    with new.writing():
        for key, stamp in stamps.items():
            new.set_meta(key, stamp.encode())
        new.doubt(ours)
    return new


def _recover(store: Store, journals: list[Path]) -> None:
    """Doubt what a killed build was about to write."""
    if not journals:
        return
    with store.writing():
        store.doubt(journaled(journals))
    for journal in journals:
        journal.unlink()
