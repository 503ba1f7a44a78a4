"""Subjects -> files: plans the pages of some subjects, and makes those whose key is another one.

A press works alone on a site that it knows, or in a process of its own, where it asks the store.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from tellal.build.keys import Keys, digest_of
from tellal.build.lock import lock_of, working
from tellal.build.output import Output, journal_of
from tellal.build.static import static_file, static_files
from tellal.build.store import PageRow, Store
from tellal.compiler.archive import Archive
from tellal.compiler.darkroom import Darkroom
from tellal.compiler.pressed import Pressed
from tellal.compiler.themes import kept_theme
from tellal.domain.swift_dataclasses import dataclass
from tellal.outputs.kits import kit_of
from tellal.outputs.language import language_of_page
from tellal.outputs.render import Theme, open_theme, render
from tellal.outputs.words import Words, messages_of
from tellal.pages.page import Page
from tellal.pages.plan import pages_of
from tellal.pages.subjects import STATIC, Subject
from tellal.pages.views import CardView, FileView, KitView, SizeView, bodies_of
from tellal.pages.voice import Voices, voices_of
from tellal.reading.files import published
from tellal.settings import Settings
from tellal.site.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """All that a press must know besides the store; `number` is another one in every build.

    Templates and languages that are stale make their pages anew whatever the views say.
    """

    store: Path
    settings: Settings
    as_of: datetime
    number: int
    stale_templates: frozenset[str] = frozenset()
    stale_words: frozenset[str] = frozenset()

    def is_stale(self, row: PageRow) -> bool:
        """Return whether a page has to be made anew although its view may be the same."""
        return row.maker in self.stale_templates or row.tag in self.stale_words


@dataclass(frozen=True, slots=True)
class Job:
    """A page that has to be made. `row` is what the store shall know of it but for its bytes."""

    row: PageRow
    before: PageRow | None
    page: Page


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done about some subjects: rows that stay, files that go, pages to be made."""

    rows: list[PageRow]
    stale: list[str]
    jobs: list[Job]


@dataclass(frozen=True, slots=True)
class Press:
    """Brings files up to date."""

    order: Order
    store: Store
    voices: Voices
    theme: Theme
    output: Output
    keys: Keys
    darkroom: Darkroom

    def run(self, subjects: Iterable[Subject]) -> Pressed:
        """Bring the pages of some subjects up to date; say what there was to do."""
        plan = self.plan(subjects)
        return self.finish(plan, [self._bytes(job.page) for job in plan.jobs])

    def plan(self, subjects: Iterable[Subject]) -> Plan:
        """Return which pages of some subjects have to be made, and which stay as they are."""
        plan = Plan([], [], [])
        by_name = {str(subject): subject for subject in subjects}
        about = self.store.pages_about(by_name)
        for name, subject in by_name.items():
            known = {row.path: row for row in about[name]}
            for page in self._pages(subject):
                before = known.pop(page.path, None)
                view, tag = self.keys.view(page.view), language_of_page(page) or ""
                row = PageRow(page.path, name, page.maker, tag, view, b"")
                if before and before[2:5] == row[2:5] and not self.order.is_stale(before):
                    plan.rows.append(row._replace(bytes=before.bytes))
                else:
                    plan.jobs.append(Job(row, before, page))
            plan.stale.extend(known)
        return plan

    def finish(self, plan: Plan, made: Iterable[bytes]) -> Pressed:
        """Write what was made for the jobs of a plan, in their order, where it is not there yet."""
        pressed = Pressed(rows=plan.rows, stale=plan.stale, worker=os.getpid())
        pressed.made = [job.page.path for job in plan.jobs]
        waiting = []
        for job, data in zip(plan.jobs, made, strict=True):
            row = job.row._replace(bytes=digest_of(data))
            pressed.rows.append(row)
            if job.before is None or row.bytes != job.before.bytes:
                waiting.append((row.path, data))
        hindering = _hindering(plan.stale, [path for path, _ in waiting])
        self.output.announce([*hindering, *(path for path, _ in waiting)])
        for path in hindering:
            self.output.delete(path)
        pressed.written = sum(self.output.put(path, data) for path, data in waiting)
        pressed.memory_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return pressed

    def _pages(self, subject: Subject) -> Iterator[Page]:
        if subject == STATIC:
            for path, data in static_files(self.order.settings.theme / "static"):
                yield Page(path, "static", FileView(path, digest_of(data).hex()))
        else:
            yield from pages_of(subject, self.voices)

    def _bytes(self, page: Page) -> bytes:
        """Return the bytes of a page, made here."""
        if is_copied(page):
            return self.copied(page)
        return render(page, self.theme, self.bodies(page))

    def bodies(self, page: Page) -> dict[str, str]:
        """Return the texts that a page shows, by their digest."""
        shelf = next(iter(self.voices.values())).site.shelf
        return {digest: shelf.text(digest) for digest in bodies_of(page.view)}

    def copied(self, page: Page) -> bytes:
        """Return the bytes of what no template makes: a file, a smaller picture, a card."""
        if isinstance(page.view, KitView):
            return self._kit(page, page.view)
        if isinstance(page.view, SizeView):
            return self.darkroom.picture(page.view)
        if isinstance(page.view, CardView):
            return self.darkroom.card(page.view, self.theme.voices[page.view.tag])
        assert isinstance(page.view, FileView)
        settings = self.order.settings
        if page.maker == "copy":
            return self._published(page.view.source)
        return static_file(settings.theme / "static", page.view.source)

    def _published(self, source: str) -> bytes:
        """Return what the public sees of a file of the content."""
        return published(source, (self.order.settings.content / source).read_bytes()) or b""

    def _kit(self, page: Page, view: KitView) -> bytes:
        """Return the kit of a release, with its photos as they are published."""
        photos = {photo.name: self._published(photo.source) for photo in view.photos}
        return kit_of(view, self.theme.voices, self.bodies(page), photos)


def is_copied(page: Page) -> bool:
    """Return whether the bytes of a page are those of files, or made of them."""
    return page.maker in ("copy", "static", "size", "card", "kit")


def _hindering(stale: list[str], new: list[str]) -> list[str]:
    """Return the stale files that lie where a folder shall be, or in one where a file shall be."""
    return [
        path
        for path in stale
        if any(path.startswith(f"{other}/") or other.startswith(f"{path}/") for other in new)
    ]


def press_of(order: Order, store: Store, words: Words, site: Site | None = None) -> Press:
    """Return a press in this process; `site` is what the store has, if somebody knows it."""
    settings = order.settings
    known = site or Archive(store).site(order.as_of)
    voices = voices_of(known, settings.url, messages_of(words), settings.hubs)
    code = (store.meta("code") or b"").decode()[:16]  # another Tellal compiles them otherwise
    theme = open_theme(settings.theme, words, settings.cache / f"templates-{code}")
    output = Output(settings.output, journal_of(order.store, os.getpid()))
    darkroom = Darkroom(settings)
    return Press(order, store, voices, theme, output, Keys(), darkroom)


def press_elsewhere(order: Order, subjects: Iterable[Subject]) -> Pressed:
    """Bring the pages of some subjects up to date, in a process that only has the store."""
    with working(lock_of(order.store)):
        return _press_from_store(order).run(subjects)


@lru_cache(maxsize=1)
def _press_from_store(order: Order) -> Press:
    """Return this process's press for a build, which asks the store for everything."""
    store = Store(order.store)
    words, _ = kept_theme(store)
    return press_of(order, store, words)
