"""What the calendar's pages show: a month as a grid of days, and the months there are."""

from __future__ import annotations

from datetime import date, datetime

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.lists import Entry, MonthOfEntries
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Link, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """What stands on a day: an event, its new time, a hearing, a deadline (`what`).

    `at` is the moment, None for a day as a whole. `only_in` is the tag of the language of what
    has no edition in the page's.
    """

    what: str
    kind: str
    title: Said
    address: str
    at: datetime | None
    state: str | None
    only_in: str | None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of a month, with the name of the day off that it is.

    `is_estimate`: the day off was computed, and is not yet in the official calendar.
    """

    on: date
    holiday: Said | None
    is_estimate: bool
    entries: tuple[DayEntry, ...]


Week = tuple[CalendarDay | None, ...]
"""Seven days from Monday on, None for those of another month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGridView:
    """A month of the calendar, with the months before and after it that have something."""

    shell: Shell
    month: date
    weeks: tuple[Week, ...]
    before: tuple[date, str] | None
    after: tuple[date, str] | None
    subscribe: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFrontView:
    """What is coming, the months that have something, and where to subscribe."""

    shell: Shell
    upcoming: tuple[Entry, ...]
    open_now: tuple[Entry, ...]
    years: tuple[tuple[int, tuple[MonthOfEntries, ...]], ...]
    subscribe: Link | None
