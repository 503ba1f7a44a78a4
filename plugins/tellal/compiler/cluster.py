"""Pages made on other machines: a lot of them travels there whole, and bytes come back.

Whoever makes them needs this package and nothing else: no store, no content, no theme.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache, partial
from pathlib import Path

from tellal.build.keys import digest_of
from tellal.compiler.crew import Crew
from tellal.compiler.press import Plan, Press, is_copied
from tellal.compiler.pressed import Pressed
from tellal.domain.swift_dataclasses import dataclass
from tellal.outputs.render import Theme, render, theme_from
from tellal.outputs.words import Words
from tellal.pages.page import Page
from tellal.pages.subjects import Subject

Work = tuple[Page, Mapping[str, str]]
"""A page, and the texts that it shows by their digest."""


@dataclass(frozen=True, slots=True)
class Kit:
    """All that makes bytes out of views: the sources of the templates, and the words.

    Kits are equal where their digests are.
    """

    digest: bytes
    templates: Mapping[str, str] = field(compare=False)
    words: Words = field(compare=False)


def kit_of(theme: Path, words: Words) -> Kit:
    """Return the kit of a theme."""
    folder = theme / "templates"
    templates = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in sorted(folder.rglob("*.html"))
    }
    return Kit(digest_of(repr((templates, words)).encode()), templates, words)


def make(kit: Kit, lot: Iterable[Work]) -> list[bytes]:
    """Return the bytes of each page of a lot: a pure function of kit and lot."""
    theme = _theme_of(kit)
    return [render(page, theme, bodies) for page, bodies in lot]


@lru_cache(maxsize=1)
def _theme_of(kit: Kit) -> Theme:
    """Return the theme of a kit, opened once in each process."""
    return theme_from(kit.templates, kit.words)


def press_on_cluster(
    press: Press, kit: Kit, crew: Crew, lots: list[list[Subject]], count: int
) -> Iterator[Pressed]:
    """Yield what became of each lot: planned and written here, made elsewhere."""
    plans: deque[Plan] = deque()

    def works() -> Iterator[list[Work]]:
        for lot in lots:
            plan = press.plan(lot)
            plans.append(plan)
            yield [
                (job.page, press.bodies(job.page)) for job in plan.jobs if not is_copied(job.page)
            ]

    for made in crew.write(partial(make, kit), works(), len(lots), count):
        plan, rest = plans.popleft(), iter(made)
        pages = [job.page for job in plan.jobs]
        yield press.finish(plan, [press.copied(p) if is_copied(p) else next(rest) for p in pages])
