"""The store -> output: the pages that are to be done, and whatever is not as it was left."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from tellal.build.lock import lock_of
from tellal.build.output import Output, files_in, journal_of, journals_of, signature_of, whole_of
from tellal.build.store import PageRow, Store
from tellal.compiler.crew import Crew
from tellal.compiler.explaining import Page, Sentence, explain, page_path
from tellal.compiler.packing import packed
from tellal.compiler.pressed import Pressed
from tellal.compiler.report import Report
from tellal.settings import Settings

if TYPE_CHECKING:
    from tellal.compiler.press import Order
    from tellal.compiler.themes import Stamps
    from tellal.site.site import Site


class Writing:
    """One writing of an output. Everything in it is asked of the store, which is up to date."""

    def __init__(
        self, settings: Settings, store: Store, as_of: datetime, site: Site | None, crew: Crew
    ) -> None:
        """Write what a store has as of a moment; `site` is its site, if somebody knows it."""
        self.settings, self.store, self.as_of = settings, store, as_of
        self.site, self.crew = site, crew
        self.output = Output(self.settings.output, journal_of(self.store.file, os.getpid()))
        self.memory: dict[int, int] = {}
        self.unknown: frozenset[str] = frozenset()
        self.order: Order | None = None
        self.stamps: Stamps | None = None

    def run(self, spent: Mapping[str, float]) -> Report:
        """Bring the output up to date, and say what was done; `spent` is what was done before."""
        self.settings.output.mkdir(parents=True, exist_ok=True)
        self._verify()
        return self._write(spent)

    def _verify(self) -> None:
        """Doubt what is missing, where the output is not as the last build left it."""
        if self.store.meta("output") == signature_of(self.settings.output):
            return
        ours = set(self.store.paths())
        there = set(files_in(self.settings.output))
        halves = {path for path in there - ours if whole_of(path) in ours}
        for path in halves:
            self.output.delete(path)
        self.unknown = frozenset(there - ours - halves)
        with self.store.writing():
            self.store.doubt(ours - there)

    def _write(self, spent: Mapping[str, float]) -> Report:
        started = time.perf_counter()
        doubtful = self.store.doubtful()
        subjects = {*self.store.todo(), *doubtful.values()} - {""}
        orphans = {path for path, subject in doubtful.items() if not subject}
        done, deleted = Pressed(), 0
        asked, is_first = self._asked(), self.store.meta("output") is None
        if subjects or orphans or self.crew.cold:
            done = self._pressed(subjects)
            deleted = self._delete({*done.stale, *orphans} - {row.path for row in done.rows})
            if is_first:  # all pictures that there are were just used
                from tellal.compiler.darkroom import sweep  # not at the head: it loads what reads

                sweep(self.settings.cache, since=lock_of(self.store.file))
        signature = signature_of(self.settings.output)
        if done.rows or deleted or orphans or signature != self.store.meta("output"):
            self._keep(subjects, orphans, done, signature)
        spent = {**spent, "writing": time.perf_counter() - started}
        report = self._report(done, deleted, spent)
        return (
            replace(report, explained=self._explained(asked, subjects, done)) if asked else report
        )

    def _asked(self) -> tuple[str, PageRow | None] | None:
        """Return the page about which somebody asks, as it was."""
        if self.crew.explain is None:
            return None
        path = page_path(self.crew.explain)
        return path, self.store.page(path)

    def _explained(
        self, asked: tuple[str, PageRow | None], subjects: set[str], done: Pressed
    ) -> tuple[Sentence, ...]:
        (path, before), order = asked, self.order
        after = self.store.page(path)
        subject = (after or before).subject if after or before else ""  # type: ignore[union-attr]
        page = Page(
            path=path,
            before=before,
            after=after,
            looked_at=subject in subjects,
            made=path in done.made,
            stale_template=bool(before and order and before.maker in order.stale_templates),
            stale_words=bool(before and order and before.tag in order.stale_words),
        )
        return tuple(explain(page))

    def _pressed(self, subjects: set[str]) -> Pressed:
        """Return what became of some subjects."""
        from tellal.compiler.pressing import order_of, press_all
        from tellal.compiler.themes import kept_theme

        words, self.stamps = kept_theme(self.store)
        self.order = order_of(self.settings, self.store, self.as_of, self.stamps)
        done = Pressed()
        for pressed in press_all(self.order, self.store, words, self.site, self.crew, subjects):
            done.add(pressed)
            self.memory[pressed.worker] = pressed.memory_kib
        return done

    def _delete(self, paths: set[str]) -> int:
        """Delete some files; return how many were there."""
        self.output.announce(sorted(paths))
        return sum(self.output.delete(path) for path in sorted(paths))

    def _keep(self, subjects: set[str], orphans: set[str], done: Pressed, signature: bytes) -> None:
        """Remember what the output has now, and that nothing is left to do."""
        with self.store.writing():
            self.store.change_pages(subjects, orphans, done.rows)
            self.store.clear_todo()
            self.store.set_meta("output", signature)
            if self.stamps is not None:
                self.store.set_meta("stamps", packed(self.stamps))
        for journal in journals_of(self.store.file):
            journal.unlink()

    def _report(self, done: Pressed, deleted: int, spent: Mapping[str, float]) -> Report:
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        others = (kib for worker, kib in self.memory.items() if worker != os.getpid())
        return Report(
            pages=self.store.count_pages(),
            rendered=len(done.made),
            written=done.written,
            deleted=deleted,
            waiting=int(self.store.meta("waiting") or 0),
            as_of=self.as_of,
            seconds=spent,
            memory_mib=(own + sum(others)) // 1024,
            unknown=tuple(sorted(self.unknown - {row.path for row in done.rows})),
        )
