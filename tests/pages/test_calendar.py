"""The calendar keeps what was moved or called off, and changes by its content and by the month."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from tellal.outputs.render import render
from tellal.pages.plan import plan_pages
from tellal.site.site import Site
from tests.conftest import CompileTexts
from tests.pages.told import theme

URL = "https://arnishta.example"
AS_OF = "2026-03-01T12:00"
SESSION = "sessions/2026/02-23-seanca"


def text(title: str, *facts: str) -> str:
    return "\n".join(("---", f"title: {title}", *facts, "---", "", "Teksti.", ""))


def session(*facts: str, folder: str = SESSION, starts: str = "2026-03-05 10:00") -> dict[str, str]:
    stated = ("body: assembly", f"starts: {starts}", *facts)
    return {f"{folder}/index.sq.md": text("Seanca e parë", *stated)}


OTHERS = {
    "conferences/2026/02-20-konferenca/index.sq.md": text(
        "Konferenca, mars", "starts: 2026-03-03 11:00", "ends: 2026-03-03 12:00", "venue: Salla"
    ),
    "consultations/2026/02-20-rregullorja/index.sq.md": text(
        "Rregullorja",
        "opens: 2026-02-20",
        "closes: 2026-04-10",
        "hearing:",
        "  starts: 2026-03-20 14:00",
        "  venue: Salla",
    ),
    "competitions/2026/02-20-bursat/index.sq.md": text("Bursat", "closes: 2026-03-31 16:00"),
    "competitions/2026/02-20-bursat/index.sr.md": text("Stipendije"),
}


def page_at(site: Site, path: str) -> str:
    [page] = [one for one in plan_pages(site, URL, theme().messages) if one.path == path]
    return render(page, theme(), {}).decode()


def events(site: Site, tag: str = "sq") -> dict[str, Any]:
    read = Calendar.from_ical(page_at(site, f"{tag}/calendar.ics"))
    return {str(event["summary"]): event for event in read.walk("VEVENT")}


def test_calendar_has_sessions_conferences_hearings_and_deadlines(
    compile_texts: CompileTexts,
) -> None:
    found = events(compile_texts(session() | OTHERS, AS_OF))

    assert list(found) == [
        "Konferenca, mars",
        "Seanca e parë",
        "Dëgjim publik: Rregullorja",
        "Afati: Bursat",
        "Afati: Rregullorja",
    ]
    talk, last_day = found["Konferenca, mars"], found["Afati: Rregullorja"]
    assert talk.decoded("dtstart") == datetime(2026, 3, 3, 10, tzinfo=UTC)
    assert talk.decoded("dtend") == datetime(2026, 3, 3, 11, tzinfo=UTC)
    assert (talk["location"], talk["url"]) == ("Salla", f"{URL}/sq/konferenca/2026/02/konferenca/")
    assert last_day.decoded("dtstart") == date(2026, 4, 10)
    assert last_day.decoded("dtend") == date(2026, 4, 11)


def test_calendar_in_each_language_is_valid_and_its_names_are_its_own(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(session() | OTHERS, AS_OF)
    read = [events(site, tag) for tag in ("sq", "sr", "sr-cyrl", "tr", "en")]

    assert "Rok: Stipendije" in read[1]
    uids = [str(event["uid"]) for found in read for event in found.values()]
    assert len(uids) == len(set(uids)) == 25


LATER = ("status: postponed", "status_on: 2026-03-02", "postponed_to: 2026-03-12 10:00")


@pytest.mark.parametrize(
    ("facts", "status", "starts", "sequence"),
    [
        ((), "CONFIRMED", 5, 0),
        (("revisions:", "  - {on: 2026-03-01, note: Ora}"), "CONFIRMED", 5, 2),
        (LATER, "CONFIRMED", 12, 1),
        (LATER[:2], "CANCELLED", 5, 1),
        (("status: cancelled",), "CANCELLED", 5, 1),
        (("withdrawn: {on: 2026-03-02, reason: in_error}",), "CANCELLED", 5, 1),
    ],
)
def test_event_keeps_its_name_and_its_sequence_grows(
    facts: tuple[str, ...], status: str, starts: int, sequence: int, compile_texts: CompileTexts
) -> None:
    before = events(compile_texts(session(), AS_OF))["Seanca e parë"]
    event = events(compile_texts(session(*facts), "2026-03-03T12:00"))["Seanca e parë"]

    assert event["uid"] == before["uid"]
    assert event["status"] == status
    assert event.decoded("sequence") == sequence
    assert event.decoded("dtstart") == datetime(2026, 3, starts, 9, tzinfo=UTC)
    assert event.decoded("dtstamp") >= before.decoded("dtstamp")


def test_what_is_to_be_called_off_stands_until_that_day(compile_texts: CompileTexts) -> None:
    event = events(compile_texts(session(*LATER), AS_OF))["Seanca e parë"]

    assert (event["status"], event.decoded("sequence")) == ("CONFIRMED", 0)


def test_session_convened_anew_leaves_the_old_one_cancelled_at_its_old_time(
    compile_texts: CompileTexts,
) -> None:
    anew = session(folder="sessions/2026/03-02-serish", starts="2026-03-12 10:00")
    site = compile_texts(session(*LATER) | anew, "2026-03-03T12:00")
    read = Calendar.from_ical(page_at(site, "sq/calendar.ics")).walk("VEVENT")

    assert [(event.decoded("dtstart").day, event["status"]) for event in read] == [
        (5, "CANCELLED"),
        (12, "CONFIRMED"),
    ]
    assert page_at(site, "sq/kalendari/2026/03/index.html").count("Seanca e parë") == 2


def test_calendar_is_the_same_on_every_day_of_a_month(compile_texts: CompileTexts) -> None:
    files = session() | OTHERS
    on = [
        page_at(compile_texts(files, f"2027-03-{day:02}T12:00"), "sq/calendar.ics")
        for day in (1, 31)
    ]

    assert on[0] == on[1]
    assert "Konferenca" in on[0]


def test_occasion_leaves_the_calendar_when_its_month_is_a_year_ago(
    compile_texts: CompileTexts,
) -> None:
    for as_of, is_there in (("2027-03-31T23:59", True), ("2027-04-01T00:00", False)):
        site = compile_texts(session() | OTHERS, as_of)
        assert ("Seanca e parë" in events(site)) is is_there
        assert "Afati: Rregullorja" in events(site)
        assert "Seanca e parë" in page_at(site, "sq/kalendari/2026/03/index.html")


def test_calendar_without_anything_is_no_file_and_no_link(compile_texts: CompileTexts) -> None:
    site = compile_texts({"pages/kontakti/index.sq.md": text("Kontakti")}, AS_OF)
    paths = {page.path for page in plan_pages(site, URL, theme().messages)}

    assert [path for path in paths if "calendar" in path or "kalendar" in path] == []
    assert "calendar.ics" not in page_at(site, "sq/index.html")


def test_month_names_its_days_off_and_leads_to_the_months_beside_it(
    compile_texts: CompileTexts,
) -> None:
    holidays = "2026:\n  - {on: 2026-04-09, name: Dita e Kushtetutës}\n"
    site = compile_texts(session() | OTHERS | {"office/holidays.yaml": holidays}, AS_OF)
    march, april = (
        page_at(site, f"sq/kalendari/2026/{month}/index.html") for month in ("03", "04")
    )

    assert "Dita e Kushtetutës" in april
    assert '<a href="/sq/kalendari/2026/04/" rel="next">' in march
    assert '<a href="/sq/kalendari/2026/03/" rel="prev">' in april
    assert 'rel="next"' not in april
    assert april.count("<tr>") == 6


def test_every_page_leads_to_the_calendar(compile_texts: CompileTexts) -> None:
    page = page_at(compile_texts(session(), AS_OF), "tr/index.html")

    assert 'href="/tr/takvim/"' in page
    assert 'href="/tr/calendar.ics"' in page
