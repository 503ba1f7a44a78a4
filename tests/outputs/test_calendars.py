"""Calendars are read by others as they were meant."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

from tellal.outputs.calendars import render_calendar
from tellal.pages.views import CalendarView, Event

STAMP = datetime(2019, 9, 1, 8, tzinfo=UTC)


def calendar(*events: Event) -> str:
    view = CalendarView(
        tag="sq", name="Kalendari", host="https://x", url="https://x/c", events=events
    )
    return render_calendar(view)


def test_calendar_keeps_days_moments_and_signs() -> None:
    text = calendar(
        Event(uid="1@x", sequence=0, stamp=STAMP, starts=STAMP, title="Një, dy; tre"),
        Event(
            uid="2@x",
            sequence=3,
            stamp=STAMP,
            starts=date(2019, 9, 2),
            ends=date(2019, 9, 3),
            title="Ditë",
            status="CANCELLED",
        ),
    )
    first, second = Calendar.from_ical(text).walk("VEVENT")
    assert first["summary"] == "Një, dy; tre"
    assert first.decoded("dtstart") == STAMP
    assert second.decoded("dtend") == date(2019, 9, 4)
    assert (second.decoded("sequence"), second["status"]) == (3, "CANCELLED")


def test_calendar_has_no_line_over_75_octets_and_is_the_same_each_time() -> None:
    event = Event(uid="1@x", sequence=0, stamp=STAMP, starts=STAMP, title="Žš" * 90)
    text = calendar(event)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text == calendar(event)
