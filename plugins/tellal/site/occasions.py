"""Occasions: the days of a publication that stand in calendars.

The month view has them all. The calendar that is subscribed to keeps what is not older than a year:
an occasion leaves it on the first day of a month, so that it is the same file all month long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from tellal.domain.facts import Competition, Consultation, Facts, Gathering, Session

EVENT, MOVED, HEARING, DEADLINE = "event", "moved", "hearing", "deadline"
MONTHS_KEPT = 13
"""The month of the occasion, and the twelve after it."""


Occasion = tuple[str, int]
"""A day that stands in calendars: what it is, and its ordinal in the office's zone."""


def occasions_of(facts: Facts, zone: tzinfo) -> tuple[Occasion, ...]:
    """Return the occasions of a publication, in the order of its facts."""
    return tuple((what, _day(when, zone).toordinal()) for what, when in moments_of(facts))


def moments_of(facts: Facts) -> Iterator[tuple[str, date]]:
    """Yield what a publication has for calendars, each with its moment or its day."""
    match facts:
        case Gathering(starts=starts):
            yield EVENT, starts
        case Session(starts=starts, postponed_to=moved):
            yield EVENT, starts
            if moved is not None:
                yield MOVED, moved
        case Competition(closes=closes):
            yield DEADLINE, closes
        case Consultation(closes=last, hearing=hearing):
            yield DEADLINE, last
            if hearing is not None:
                yield HEARING, hearing.starts


def _day(when: date, zone: tzinfo) -> date:
    return when.astimezone(zone).date() if isinstance(when, datetime) else when


def leaves_calendar(facts: Facts, zone: tzinfo) -> datetime | None:
    """Return the moment from which the calendar has it no more, None for what is never in it."""
    days = [date.fromordinal(on) for _, on in occasions_of(facts, zone)]
    if not days:
        return None
    months = max(days).year * 12 + max(days).month - 1 + MONTHS_KEPT
    year, month = divmod(months, 12)
    return datetime.combine(date(min(year, date.max.year), month + 1, 1), time(), tzinfo=zone)


Month = tuple[int, int]
"""A year and a month."""


class Dated(NamedTuple):
    """An occasion of a publication, by its folder, as months list them."""

    on: int
    folder: str
    what: str


def months_of(listed: Iterable[tuple[str, tuple[Occasion, ...]]]) -> Mapping[Month, list[Dated]]:
    """Return the occasions of each month that has any, in order, of folders with theirs."""
    found: dict[Month, list[Dated]] = defaultdict(list)
    for folder, occasions in listed:
        for what, on in occasions:
            day = date.fromordinal(on)
            found[day.year, day.month].append(Dated(on, folder, what))
    return {month: sorted(found[month]) for month in sorted(found)}
