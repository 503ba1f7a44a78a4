"""The chapters of the office's report, and who counts each; of a year the statistics show the same.

A new chapter is a line in `CHAPTERS`, a word in `domain/addresses.py` and its messages.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from tellal.domain.swift_dataclasses import dataclass
from tellal.site.act_figures import act_figures
from tellal.site.communications import communication_figures, file_figures, speed_figures
from tellal.site.conferences import conference_figures
from tellal.site.figures import Figure, Period
from tellal.site.parity import language_figures
from tellal.site.requests import request_figures
from tellal.site.session_figures import session_figures
from tellal.site.site import Site

Source = Callable[[Site, Period], tuple[Figure, ...]]

# In the order of the report.
CHAPTERS: tuple[tuple[str, Source], ...] = (
    ("communications", communication_figures),
    ("speed", speed_figures),
    ("conferences", conference_figures),
    ("requests", request_figures),
    ("acts", act_figures),
    ("sessions", session_figures),
    ("languages", language_figures),
    ("files", file_figures),
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a report: figures that belong together."""

    name: str
    figures: tuple[Figure, ...]


def chapters_of(site: Site, period: Period) -> tuple[Chapter, ...]:
    """Return all figures of a period as of the site's moment, by chapter."""
    found = site.counted.get(("chapters", period))
    if found is None:
        found = site.counted["chapters", period] = tuple(
            Chapter(name, count(site, period)) for name, count in CHAPTERS
        )
    return cast("tuple[Chapter, ...]", found)


def year_of(site: Site, year: int) -> Period:
    """Return a year as far as it is told: to its end, or in the last year to its last publication.

    So that the figures of a year change when something is published, and not from day to day.
    """
    last = date(year, 12, 31)
    if year == site.years[-1]:
        last = next(listing.on for listing in site.public if listing.is_dated)
    return Period(date(year, 1, 1), last)
