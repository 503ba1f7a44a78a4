"""What a change can touch of the calendar: its front, its file, and months."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date

from tellal.pages.subjects import Subject, calendar_subjects
from tellal.site.site import Site


def calendar_with(site: Site, folder: str, tags: Iterable[str]) -> Iterator[Subject]:
    """Yield the calendar and the months in which a publication has a day."""
    listing = site.by_folder.get(folder)
    days = [date.fromordinal(on) for _, on in listing.occasions] if listing else []
    if days:
        months = sorted({(day.year, day.month) for day in days})
        for tag in tags:
            yield from calendar_subjects(months, tag)


def beside_months(old: Site, new: Site, tags: Iterable[str]) -> Iterator[Subject]:
    """Yield the months beside one that has something now, or has nothing any more."""
    odd = old.months.keys() ^ new.months.keys()
    for site in (old, new) if odd else ():
        order = list(site.months)
        places = {bisect_left(order, month) + by for month in odd for by in (-1, 0, 1)}
        near = [order[place] for place in sorted(places) if 0 <= place < len(order)]
        for tag in tags:
            yield from calendar_subjects(near, tag)
