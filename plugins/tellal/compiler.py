"""The whole way, straight: content/ -> publications -> ┃ -> site -> pages -> bytes -> output/.

Left of the barrier findings are gathered; right of it nothing fails for a reason of content.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from tellal.build.static import static_files
from tellal.build.watching import Watched, unwatched
from tellal.build.workers import Work, alone
from tellal.build.writer import Writer, Written, put
from tellal.checks import check_all
from tellal.domain.findings import Refused, WrongAnswer
from tellal.domain.languages import Language
from tellal.domain.office import Card
from tellal.outputs.catalogues import compile_words
from tellal.outputs.render import Theme, open_theme, render
from tellal.pages.page import Page
from tellal.pages.plan import files_of, plan_pages
from tellal.pages.views import bodies_of
from tellal.reading.content import Read, read_content
from tellal.reading.scan import Source
from tellal.settings import Settings
from tellal.site.site import Site, build_site

IN_A_SHEAF = 100

NO_MOMENT = '"{text}" is not a moment. Write it like 2019-09-30T16:00.'
NO_SECONDS = 'SOURCE_DATE_EPOCH: "{text}" is not a number of seconds. Write digits only.'
NO_CONTENT = "There is no folder {folder}. Name the one that holds the content."


@dataclass(frozen=True, slots=True)
class Moments:
    """What may say the moment of a build: an argument, the environment, the clock, in this order.

    Between the environment and the clock comes the office's own `as_of`, of an archive.
    """

    given: str | None
    epoch: str | None
    now: datetime

    def as_of(self, card: Card) -> datetime:
        """Return the moment, on the office's clock and to the minute. Raises WrongAnswer."""
        zone = ZoneInfo(card.time_zone)
        try:
            moment = self._stated() or card.as_of or self.now
            local = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
        except (ValueError, OverflowError, OSError):
            message = NO_MOMENT if self.given else NO_SECONDS
            raise WrongAnswer(message, text=self.given or self.epoch) from None
        return local.replace(second=0, microsecond=0)

    def _stated(self) -> datetime | None:
        if self.given:
            return datetime.fromisoformat(self.given)
        return datetime.fromtimestamp(int(self.epoch), UTC) if self.epoch else None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. Seconds by stage; memory in MiB, the highest of this process."""

    written: Written
    pages: int
    waiting: int
    as_of: datetime
    seconds: Mapping[str, float]
    memory_mib: int


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work, who is told how far it has come, and whether it begins with nothing."""

    work: Work = alone
    watched: Watched = unwatched
    cold: bool = False

    def read(self, function: Callable[[Source], Read], items: Sequence[Source]) -> Iterator[Read]:
        """Read all sources."""
        return self.watched(self.work(function, items), "reading", len(items))

    def write(
        self, function: Callable[[Sheaf], list[bool]], items: Sequence[Sheaf]
    ) -> Iterator[list[bool]]:
        """Render and write all sheaves of pages."""
        return self.watched(self.work(function, items, 1), "writing", len(items))


ALONE = Crew()


def compile_site(root: Path, moments: Moments, crew: Crew = ALONE) -> Site:
    """Return the site of a content folder. Raises Refused with every finding, sorted."""
    if not root.is_dir():
        raise WrongAnswer(NO_CONTENT, folder=root)
    content, findings = read_content(root, crew.read)
    if content.office is None:
        raise Refused(findings)
    as_of = moments.as_of(content.office.card)
    if findings := [*findings, *check_all(content, content.office, as_of)]:
        raise Refused(findings)
    return build_site(content.publications, content.office, as_of)


def build(settings: Settings, moments: Moments, crew: Crew = ALONE) -> Report:
    """Make `settings.output` show the content, and say what was done. Raises Refused."""
    started = time.perf_counter()
    site = compile_site(settings.content, moments, crew)
    return write_site(site, settings, {"reading": time.perf_counter() - started}, crew)


def write_site(
    site: Site, settings: Settings, seconds: Mapping[str, float], crew: Crew = ALONE
) -> Report:
    """Make `settings.output` show a site; `seconds` are those that were needed so far."""
    started = time.perf_counter()
    theme_of = partial(_theme, settings.theme, site.office.languages, time.monotonic_ns())
    pages = list(plan_pages(site, settings.url, theme_of().messages))
    planned = time.perf_counter()
    written = _put_all(site, settings, pages, partial(put_sheaf, *theme_of.args), crew)
    spent = {
        **seconds,
        "planning": planned - started,
        "writing": time.perf_counter() - planned,
    }
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Report(written, len(pages), site.waiting, site.as_of, spent, memory)


def _put_all(
    site: Site,
    settings: Settings,
    pages: Sequence[Page],
    press: Callable[[Sheaf], list[bool]],
    crew: Crew,
) -> Written:
    """Write pages, the theme's files and those beside the texts; say what became of them."""
    writer = Writer(settings.output, settings.cache)
    static = list(static_files(settings.theme / "static"))
    beside = list(files_of(site))
    pages_at = (page.path for page in pages)
    writer.expect([*pages_at, *(path for path, _ in static), *(path for path, _ in beside)])
    if crew.cold:
        writer.forget()
    for changed in crew.write(press, list(sheaves_of(pages, site, writer))):
        writer.changed += sum(changed)
    for path, data in static:
        writer.write(path, data)
    for path, source in beside:
        writer.copy(path, settings.content / source)
    return writer.finish()


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Pages that are rendered together: each with its file, and the texts that they show."""

    pages: tuple[tuple[Path, Page], ...]
    bodies: Mapping[str, str]


def sheaves_of(pages: Sequence[Page], site: Site, writer: Writer) -> Iterator[Sheaf]:
    """Yield the pages in sheaves, having claimed their files."""
    bodies = {
        edition.body.digest: edition.body.html
        for publication in site.publications
        for edition in publication.editions
    }
    for start in range(0, len(pages), IN_A_SHEAF):
        some = pages[start : start + IN_A_SHEAF]
        shown = {digest: bodies[digest] for page in some for digest in bodies_of(page.view)}
        yield Sheaf(tuple((writer.claim(page.path), page) for page in some), shown)


def put_sheaf(
    folder: Path, languages: tuple[Language, ...], build_number: int, sheaf: Sheaf
) -> list[bool]:
    """Render and write the pages of a sheaf; return of each whether its file changed."""
    theme = _theme(folder, languages, build_number)
    return [put(file, render(page, theme, sheaf.bodies)) for file, page in sheaf.pages]


@lru_cache(maxsize=1)
def _theme(folder: Path, languages: tuple[Language, ...], build_number: int) -> Theme:
    """Return the theme; each build reads it once in each process, since it may have changed."""
    return open_theme(folder, compile_words(folder, languages))
