"""The whole way, straight: content/ -> publications -> ┃ -> site -> pages -> bytes -> output/.

Left of the barrier findings are gathered; right of it nothing fails for a reason of content.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tellal.build.static import static_files
from tellal.build.writer import Writer, Written
from tellal.checks import check_all
from tellal.domain.findings import Refused
from tellal.domain.office import Card
from tellal.outputs.render import Theme, open_theme, render
from tellal.pages.page import Page
from tellal.pages.plan import files_of, plan_pages
from tellal.reading.content import Watched, read_content, unwatched
from tellal.settings import Settings
from tellal.site.site import Site, build_site


@dataclass(frozen=True, slots=True)
class Moments:
    """What may say the moment of a build: an argument, the environment, the clock, in this order.

    Between the environment and the clock comes the office's own `as_of`, of an archive.
    """

    given: str | None
    epoch: str | None
    now: datetime

    def as_of(self, card: Card) -> datetime:
        """Return the moment, on the office's clock and to the minute. Raises ValueError."""
        zone = ZoneInfo(card.time_zone)
        if self.given:
            moment = datetime.fromisoformat(self.given)
        elif self.epoch:
            moment = datetime.fromtimestamp(int(self.epoch), zone)
        else:
            moment = card.as_of or self.now
        local = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
        return local.replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. Seconds by stage; memory in MiB, the highest of this process."""

    written: Written
    pages: int
    waiting: int
    as_of: datetime
    seconds: Mapping[str, float]
    memory_mib: int


def compile_site(root: Path, moments: Moments, watched: Watched = unwatched) -> Site:
    """Return the site of a content folder. Raises Refused with every finding, sorted."""
    content, findings = read_content(root, watched)
    if content.office is None:
        raise Refused(findings)
    as_of = moments.as_of(content.office.card)
    if findings := [*findings, *check_all(content, content.office, as_of)]:
        raise Refused(findings)
    return build_site(content.publications, content.office, as_of)


def build(settings: Settings, moments: Moments, watched: Watched = unwatched) -> Report:
    """Make `settings.output` show the content, and say what was done. Raises Refused."""
    started = time.perf_counter()
    site = compile_site(settings.content, moments, watched)
    read = time.perf_counter()
    return write_site(site, settings, {"reading": read - started}, watched)


def write_site(
    site: Site, settings: Settings, seconds: Mapping[str, float], watched: Watched = unwatched
) -> Report:
    """Make `settings.output` show a site; `seconds` are those that were needed so far."""
    started = time.perf_counter()
    theme = open_theme(settings.theme, site.office.languages)
    pages = list(plan_pages(site, settings.url, theme.messages))
    planned = time.perf_counter()
    writer = Writer(settings.output, settings.cache)
    for path, data in rendered(site, theme, watched(pages, "writing", len(pages))):
        writer.write(path, data)
    for path, data in static_files(settings.theme / "static"):
        writer.write(path, data)
    for path, source in files_of(site):
        writer.copy(path, settings.content / source)
    written = writer.finish()
    spent = {
        **seconds,
        "planning": planned - started,
        "writing": time.perf_counter() - planned,
    }
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Report(written, len(pages), site.waiting, site.as_of, spent, memory)


def rendered(site: Site, theme: Theme, pages: Iterator[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each page."""
    bodies = {
        edition.body.digest: edition.body.html
        for publication in site.publications
        for edition in publication.editions
    }
    for page in pages:
        yield page.path, render(page, theme, bodies)
