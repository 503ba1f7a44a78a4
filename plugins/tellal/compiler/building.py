"""One build: what changed is read, checked, and brought to the output; all else stays as it is.

`prepare` renews the store and touches nothing else; in `write` nothing fails for content. Modules
that read or render are loaded only where there is something to read or render.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tellal.build.lock import lock_of, locked
from tellal.build.store import Broken
from tellal.compiler.crew import ALONE, Crew
from tellal.compiler.moments import Moments
from tellal.compiler.opening import ANEW, opened, put_away
from tellal.compiler.packing import store_of
from tellal.compiler.pasts import keep_pasts, known_pasts, looked_at_again
from tellal.compiler.report import Report
from tellal.compiler.sources import Changes, changes
from tellal.compiler.turns import moment_in_window
from tellal.compiler.warm import Warm
from tellal.domain.findings import WrongAnswer, saying_why
from tellal.settings import Settings

if TYPE_CHECKING:
    from tellal.site.site import Site

T = TypeVar("T")

NO_CONTENT = "There is no folder {folder}. Name the one that holds the content."
CANNOT_WRITE = "The site cannot be written: {reason}. What was published before is still there."
WAITING_FOR = "Another build is at work (process {process}). This one waits for it."


def build(
    settings: Settings, moments: Moments, crew: Crew = ALONE, warm: Warm | None = None
) -> Report:
    """Make `settings.output` show the content, and say what was done. Raises Refused."""
    building = Building(settings, moments, crew, warm)
    building.prepare()
    return building.write()


class Building:
    """A build in two halves, for a host that calls for them one by one.

    From the first to the end of the second, or to an error, other builds of the output wait.
    """

    def __init__(
        self,
        settings: Settings,
        moments: Moments,
        crew: Crew = ALONE,
        warm: Warm | None = None,
    ) -> None:
        """Build by some settings as of a moment, with what this process knows from before."""
        self.settings, self.moments, self.crew = settings, moments, crew
        self.warm = warm or Warm()
        self.file = store_of(settings.cache, settings.output)
        self.seconds: dict[str, float] = {}
        self.site: Site | None = None
        self._open = ExitStack()

    def prepare(self) -> None:
        """Bring the store up to date with content. Raises Refused with every finding, sorted."""
        if not self.settings.content.is_dir():
            raise WrongAnswer(NO_CONTENT, folder=self.settings.content)
        with saying_why(CANNOT_WRITE):
            self._open.enter_context(locked(lock_of(self.file), self._wait))
            self._whatever_the_store(self._prepare)

    def write(self) -> Report:
        """Bring the output up to date with the store, and say what was done."""
        with saying_why(CANNOT_WRITE):
            report = self._whatever_the_store(self._write)
        self.warm.trust(self.file)
        self._open.close()
        return report

    def _wait(self, process: str) -> None:
        self.crew.tell(WAITING_FOR, process=process)

    def _whatever_the_store(self, half: Callable[[], T]) -> T:
        """Do a half of the build, from the beginning and anew where the store is of no use."""
        try:
            return half()
        except Broken:
            self.crew.tell(ANEW["broken"])
            put_away(self.file, self.settings.output)
            return self._whole_again(half)
        except BaseException:
            self._open.close()
            raise

    def _whole_again(self, half: Callable[[], T]) -> T:
        try:
            if half != self._prepare:
                self._prepare()
            return half()
        except BaseException:
            self._open.close()
            raise

    def _prepare(self) -> None:
        since = time.perf_counter()
        self.store = opened(self.settings, self.crew)
        self._open.callback(self.store.close)
        known, hint = self.warm.site(self.file), self.warm.hint(self.file)
        now = int(self.moments.now.timestamp()) * 1_000_000_000
        changed = changes(self.settings.content, self.settings.theme, self.store, now, hint)
        pasts, again = looked_at_again(self.settings.content, known_pasts(self.store))
        changed = replace(changed, again=again, pasts=pasts)
        self.seconds["scanning"] = time.perf_counter() - since
        unturned = None if changed else moment_in_window(self.store, self.moments)
        if unturned is None:
            site = self._renewed(changed, known)
            self.site, self.as_of = site, self.moments.as_of(site.office.card)
        else:
            self.site, self.as_of = None, unturned
            self._note(changed)
        self.warm.remember(changed.found, self.site or known)
        self.seconds["reading"] = time.perf_counter() - since - self.seconds["scanning"]

    def _renewed(self, changed: Changes, known: Site | None) -> Site:
        from tellal.compiler.archive import Archive
        from tellal.compiler.renewal import renew, site_before

        if known and isinstance(known.shelf, Archive):
            archive = known.shelf
            archive.turn_to(self.store)
        else:
            archive = Archive(self.store)
            known = site_before(archive)
        return renew(self.settings, archive, known, changed, self.moments, self.crew)

    def _note(self, changed: Changes) -> None:
        """Remember the signatures of files whose bytes are what they were."""
        is_other = changed.pasts != known_pasts(self.store)
        if is_other or changed.scan != self.store.meta("scan"):
            with self.store.writing():
                keep_pasts(self.store, changed.pasts)
                self.store.change_sources((), changed.rows)
                self.store.set_meta("scan", changed.scan)

    def _write(self) -> Report:
        from tellal.compiler.writing import Writing

        site, store = self.site, self.store
        return Writing(self.settings, store, self.as_of, site, self.crew).run(self.seconds)
