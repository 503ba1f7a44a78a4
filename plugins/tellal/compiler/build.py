"""One build: what changed is read, checked, and brought to the output; all else stays as it is.

`prepare` renews the store and touches nothing else; in `write` nothing fails for content. Modules
that read or render are loaded only where there is something to read or render.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tellal.build.lock import locked
from tellal.build.store import Broken, Store
from tellal.compiler.archive import Archive, store_of, unpacked
from tellal.compiler.crew import ALONE, Crew
from tellal.compiler.moments import Moments
from tellal.compiler.opening import ANEW, opened
from tellal.compiler.report import Report
from tellal.compiler.sources import changes
from tellal.domain.findings import WrongAnswer
from tellal.settings import Settings
from tellal.site.phases import seconds

if TYPE_CHECKING:
    from tellal.compiler.renewal import Renewed

NO_CONTENT = "There is no folder {folder}. Name the one that holds the content."
WAITING_FOR = "Another build is at work (process {process}). This one waits for it."


@dataclass(frozen=True, slots=True)
class Prepared:
    """A build that is read and checked: the store is as content is, the output not yet.

    `renewed` is None where nothing had to be read; `since` is when the build began.
    """

    settings: Settings
    store: Store
    as_of: datetime
    renewed: Renewed | None
    since: float
    seconds: dict[str, float]


def build(settings: Settings, moments: Moments, crew: Crew = ALONE) -> Report:
    """Make `settings.output` show the content, and say what was done. Raises Refused."""
    with holding(settings, crew):
        return build_held(settings, moments, crew)


@contextmanager
def holding(settings: Settings, crew: Crew = ALONE) -> Iterator[None]:
    """Keep other builds from the output; say for whom this one waits, if it has to."""
    file = store_of(settings.cache, settings.output)
    with locked(file.with_suffix(".lock"), lambda who: crew.tell(WAITING_FOR, process=who)):
        yield


def build_held(settings: Settings, moments: Moments, crew: Crew) -> Report:
    """Build while other builds are kept away."""
    try:
        return write(prepare(settings, moments, crew), crew)
    except Broken:
        crew.tell(ANEW["broken"])
        store_of(settings.cache, settings.output).unlink(missing_ok=True)
        return write(prepare(settings, moments, crew), crew)


def prepare(settings: Settings, moments: Moments, crew: Crew) -> Prepared:
    """Bring the store up to date with content. Raises Refused with every finding, sorted."""
    if not settings.content.is_dir():
        raise WrongAnswer(NO_CONTENT, folder=settings.content)
    since = time.perf_counter()
    store = opened(settings, crew)
    try:
        changed = changes(settings.content, settings.theme, store, seconds_ns(moments.now))
        scanned = time.perf_counter()
        as_of = None if changed else _unturned(store, moments)
        renewed = None
        if as_of is None:
            from tellal.compiler.renewal import renew

            renewed = renew(settings, store, changed, moments, crew)
            as_of = renewed.site.as_of
        elif changed.rows:
            with store.writing():
                store.change_sources((), changed.rows)
    except BaseException:
        store.close()
        raise
    spent = {"scanning": scanned - since, "reading": time.perf_counter() - scanned}
    return Prepared(settings, store, as_of, renewed, since, spent)


def seconds_ns(moment: datetime) -> int:
    """Return a moment in nanoseconds since 1970, to the second."""
    return int(moment.timestamp()) * 1_000_000_000


def _unturned(store: Store, moments: Moments) -> datetime | None:
    """Return the moment of the build where nothing is in another phase then, else None."""
    window = store.meta("window")
    if window is None:
        return None
    as_of = moments.as_of(Archive(store).office().card)
    since, until = unpacked(window)
    return as_of if since <= seconds(as_of) < until else None


def write(prepared: Prepared, crew: Crew = ALONE) -> Report:
    """Bring the output up to date with the store, and say what was done."""
    from tellal.compiler.writing import Writing

    try:
        return Writing(prepared, crew).run()
    finally:
        prepared.store.close()
