"""The store -> output: the pages that are to be done, and whatever is not as it was left."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property, partial

from tellal.build.output import Output, files_in, journals_of, signature_of, whole_of
from tellal.build.store import Store
from tellal.compiler.archive import Archive
from tellal.compiler.crew import Crew
from tellal.compiler.press import Order, Press, Pressed, press_elsewhere, press_for
from tellal.compiler.report import Report
from tellal.compiler.themes import keep_stamps, kept_stamps, kept_words, stamps_before
from tellal.outputs.words import messages_of
from tellal.pages.plan import Subject, subject_from, voices_of
from tellal.settings import Settings
from tellal.site.site import Site

IN_A_LOT = 60
"""How many subjects a press is given at once."""


class Writing:
    """One writing of an output. Everything in it is asked of the store, which is up to date."""

    def __init__(
        self, settings: Settings, store: Store, as_of: datetime, site: Site | None, crew: Crew
    ) -> None:
        """Write what a store has as of a moment; `site` is its site, if somebody knows it."""
        self.settings, self.store, self.as_of = settings, store, as_of
        self.site, self.crew = site, crew
        journal = self.store.file.with_name(f"{self.store.file.stem}.{os.getpid()}.journal")
        self.output = Output(self.settings.output, journal)
        self.memory: dict[int, int] = {}
        self.unknown: tuple[str, ...] = ()

    def run(self, spent: Mapping[str, float]) -> Report:
        """Bring the output up to date, and say what was done; `spent` is what was done before."""
        self.settings.output.mkdir(parents=True, exist_ok=True)
        self._verify()
        return self._write(spent)

    def _verify(self) -> None:
        """Doubt what is missing, where the output is not as the last build left it."""
        if self.store.meta("output") == signature_of(self.settings.output):
            return
        ours = {row.path for row in self.store.pages()}
        there = set(files_in(self.settings.output))
        halves = {path for path in there - ours if whole_of(path) in ours}
        for path in halves:
            self.output.delete(path)
        self.unknown = tuple(sorted(there - ours - halves))
        with self.store.writing():
            self.store.doubt(ours - there)

    def _write(self, spent: Mapping[str, float]) -> Report:
        started = time.perf_counter()
        doubtful = self.store.doubtful()
        subjects = {*self.store.todo(), *doubtful.values()} - {""}
        orphans = {path for path, subject in doubtful.items() if not subject}
        done = Pressed()
        if subjects or orphans:
            for pressed in self._pressed(sorted(map(subject_from, subjects), key=_nearby)):
                done.add(pressed)
                self.memory[pressed.worker] = pressed.memory_kib
        deleted = self._delete({*done.stale, *orphans} - {row.path for row in done.rows})
        self._keep(subjects, orphans, done)
        spent = {**spent, "writing": time.perf_counter() - started}
        return self._report(done, deleted, spent)

    def _pressed(self, subjects: list[Subject]) -> Iterator[Pressed]:
        """Yield what became of some subjects, lot by lot."""
        lots = [subjects[at : at + IN_A_LOT] for at in range(0, len(subjects), IN_A_LOT)]
        elsewhere = self.crew.workshop.pays(len(subjects))
        press = partial(press_elsewhere, self._order) if elsewhere else self._press.run
        yield from self.crew.write(press, lots, len(lots), len(subjects))

    @cached_property
    def _press(self) -> Press:
        """Return a press in this process."""
        site = self.site or Archive(self.store).site(self.as_of)
        words = kept_words(self.store)
        voices = voices_of(site, self.settings.url, messages_of(words))
        return press_for(self._order, self.store, voices, words)

    @cached_property
    def _order(self) -> Order:
        templates, words = kept_stamps(self.store).other_than(stamps_before(self.store))
        return Order(
            store=self.store.file,
            settings=self.settings,
            as_of=self.as_of,
            number=time.monotonic_ns(),
            stale_templates=templates,
            stale_words=words,
        )

    def _delete(self, paths: set[str]) -> int:
        """Delete some files; return how many were there."""
        self.output.announce(sorted(paths))
        return sum(self.output.delete(path) for path in sorted(paths))

    def _keep(self, subjects: set[str], orphans: set[str], done: Pressed) -> None:
        """Remember what the output has now, and that nothing is left to do."""
        signature = signature_of(self.settings.output)
        if not subjects and not orphans and self.store.meta("output") == signature:
            return
        with self.store.writing():
            self.store.change_pages(subjects, orphans, done.rows)
            self.store.clear_todo()
            keep_stamps(self.store)
            self.store.set_meta("output", signature)
        for journal in journals_of(self.store.file):
            journal.unlink()

    def _report(self, done: Pressed, deleted: int, spent: Mapping[str, float]) -> Report:
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        others = (kib for worker, kib in self.memory.items() if worker != os.getpid())
        made = {row.path for row in done.rows}
        return Report(
            pages=self.store.count_pages(),
            rendered=len(done.made),
            written=done.written,
            deleted=deleted,
            waiting=int(self.store.meta("waiting") or 0),
            as_of=self.as_of,
            seconds=spent,
            memory_mib=(own + sum(others)) // 1024,
            unknown=tuple(path for path in self.unknown if path not in made),
        )


def _nearby(subject: Subject) -> tuple[str, ...]:
    """Return what brings subjects together that show the same publications."""
    return subject.name, subject.when, subject.what, subject.tag
