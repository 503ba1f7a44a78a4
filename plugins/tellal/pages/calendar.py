"""The calendar: a page for each month that has something, and the front above them."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from tellal.domain.editions import Publication
from tellal.domain.office import Holiday
from tellal.pages.lists import entries_of, everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    CalendarDay,
    CalendarFrontView,
    DayEntry,
    Link,
    MonthGridView,
    MonthOfEntries,
)
from tellal.pages.voice import Voice
from tellal.site.occasions import MOVED, Dated, Month, moments_of
from tellal.site.schedule import is_told_elsewhere
from tellal.site.standing import state_in


def calendar_pages(voice: Voice, when: str) -> Iterator[Page]:
    """Yield the page of a month (`2019-09`), or of the calendar as a whole where it is none."""
    if not when:
        return calendar_front(voice)
    year, month = when.split("-")
    return calendar_month(voice, int(year), int(month))


def calendar_front(voice: Voice) -> Iterator[Page]:
    """Yield the front of the calendar, none while it has nothing."""
    months = voice.site.months
    if not months:
        return
    address = voice.addresses.calendar(voice.tag)
    title = voice.messages["calendar"]
    view = CalendarFrontView(
        shell=voice.shell(title, address, everywhere(voice, "calendar")),
        upcoming=entries_of(voice.site.upcoming, voice),
        open_now=entries_of(voice.site.open_now, voice),
        years=tuple(_years(voice, months)),
        subscribe=_subscribe(voice),
    )
    yield Page(path_of(address, voice.addresses.root), "pages/calendar.html", view)


def _years(
    voice: Voice, months: Mapping[Month, Sequence[Dated]]
) -> Iterator[tuple[int, tuple[MonthOfEntries, ...]]]:
    years: dict[int, list[MonthOfEntries]] = defaultdict(list)
    for (year, month), dated in months.items():
        address = voice.addresses.calendar(voice.tag, year, month)
        years[year].append(MonthOfEntries(date(year, month, 1), (), len(dated), address))
    for year in sorted(years, reverse=True):
        yield year, tuple(years[year])


def calendar_month(voice: Voice, year: int, month: int) -> Iterator[Page]:
    """Yield a month of the calendar, none where it has nothing."""
    months = voice.site.months
    if (year, month) not in months:
        return
    address = voice.addresses.calendar(voice.tag, year, month)
    order = list(months)
    place = order.index((year, month))
    trail = (Link(voice.messages["calendar"], voice.addresses.calendar(voice.tag)),)
    others = everywhere(voice, "calendar", year, month)
    view = MonthGridView(
        shell=voice.shell(voice.messages["calendar"], address, others, trail),
        month=date(year, month, 1),
        weeks=tuple(_weeks(voice, year, month)),
        before=_month_link(voice, order[place - 1]) if place else None,
        after=_month_link(voice, order[place + 1]) if place + 1 < len(order) else None,
        subscribe=_subscribe(voice),
    )
    yield Page(path_of(address, voice.addresses.root), "pages/calendar_month.html", view)


def _month_link(voice: Voice, month: Month) -> tuple[date, str]:
    return date(*month, 1), voice.addresses.calendar(voice.tag, *month)


def _subscribe(voice: Voice) -> Link | None:
    if not voice.site.subscribed:
        return None
    return Link(voice.messages["calendar"], voice.addresses.calendar_file(voice.tag))


def _weeks(voice: Voice, year: int, month: int) -> Iterator[tuple[CalendarDay | None, ...]]:
    by_day: dict[int, list[DayEntry]] = defaultdict(list)
    for dated in voice.site.months[year, month]:
        by_day[dated.on] += _entries(voice, dated)
    holidays = {holiday.on: holiday for holiday in voice.site.office.holidays}
    for week in Calendar().monthdayscalendar(year, month):
        yield tuple(
            _day(voice, date(year, month, day), by_day, holidays) if day else None for day in week
        )


def _day(
    voice: Voice, on: date, by_day: Mapping[int, list[DayEntry]], holidays: Mapping[date, Holiday]
) -> CalendarDay:
    found = sorted(by_day.get(on.toordinal(), ()), key=_clock)
    holiday = holidays.get(on)
    name = voice.said(holiday.name) if holiday else None
    return CalendarDay(on, name, bool(holiday and holiday.estimate), tuple(found))


def _clock(entry: DayEntry) -> tuple[float, str]:
    return (entry.at.timestamp() if entry.at else 0.0), entry.address


def _entries(voice: Voice, dated: Dated) -> Iterator[DayEntry]:
    """Yield an occasion as a day shows it; a new time that is convened anew stands there itself."""
    publication = voice.site.shelf.publication(dated.folder)
    state = state_in(voice.site, publication)
    if dated.what == MOVED and (state != "postponed" or is_told_elsewhere(voice.site, publication)):
        return
    when = dict(moments_of(publication.facts))[dated.what]
    yield DayEntry(
        what=dated.what,
        kind=publication.kind.name,
        title=voice.title_of(publication),
        address=voice.address_of(publication)[0],
        at=when if isinstance(when, datetime) else None,
        state=None if dated.what == MOVED else state,
        only_in=_only_in(voice, publication),
    )


def _only_in(voice: Voice, publication: Publication) -> str | None:
    return None if publication.edition(voice.tag) else publication.original
