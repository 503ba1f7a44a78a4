"""CalendarView -> iCalendar (RFC 5545), with moments in UTC, so that no time zone is described."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar
from icalendar import Event as Entry

from tellal.domain.periods import ONE_DAY
from tellal.pages.views import CalendarView, Event

PRODUCT = "-//Tellal//Tellal//EN"


def render_calendar(view: CalendarView) -> str:
    """Return the calendar, with nothing in it that the view does not say."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", view.name)
    for event in view.events:
        calendar.add_component(_entry(event))
    text: str = calendar.to_ical(sorted=False).decode()
    return text


def _entry(event: Event) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("dtstamp", _utc(event.stamp))
    entry.add("sequence", event.sequence)
    entry.add("dtstart", _utc(event.starts))
    if event.ends is not None:
        is_day = not isinstance(event.ends, datetime)
        entry.add("dtend", event.ends + ONE_DAY if is_day else _utc(event.ends))
    entry.add("summary", event.title)
    for name in ("description", "location", "url"):
        if text := getattr(event, name):
            entry.add(name, text)
    entry.add("status", event.status)
    if event.categories:
        entry.add("categories", list(event.categories))
    return entry


def _utc(at: date) -> date:
    return at.astimezone(UTC) if isinstance(at, datetime) else at
