"""The register of requests as readers and machines get it."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from icalendar import Calendar

from tellal.domain.addresses import PARTS
from tellal.domain.languages import WRITTEN
from tellal.outputs.render import render
from tellal.pages.page import Page
from tellal.pages.views import AgencyView, CourseView, RegisterView
from tellal.site.requests import figures_of, register_of
from tests.conftest import CompileTexts, Files
from tests.pages.told import pages_of, seen_on, theme, view_of

FOLDER = "requests/2026/03-02-rruga"
PATH = "sq/kerkesa/2026/03/rruga/index.html"
YEAR = "sq/kerkesa/2026/index.html"
HEAD = "title: Rruga\nreference: KQ-1/2026\nreceived: 2026-03-02\nchannel: email\ncategory: media\n"
EXTENDED = "extended: {on: 2026-03-06, reason: Dokumente}\n"
REFUSED = "answered: 2026-03-20\noutcome: refused\nrefusal_reason: Sekret\n"
LATE = "  - {on: 2026-03-09, name: {sq: Ditë zie}, announced: 2026-03-05}\n"


def asked(more: str = "", folder: str = FOLDER) -> dict[str, str]:
    return {f"{folder}/index.sq.md": f"---\n{HEAD}{more}---\n\nTeksti.\n"}


def course(compile_texts: CompileTexts, files: Files, as_of: str) -> CourseView:
    found = view_of(pages_of(compile_texts(files, as_of)), PATH).course
    assert found
    return found


@pytest.mark.parametrize(
    ("as_of", "status", "due", "step"),
    [
        ("2026-03-02T08:00", "in_process", "2026-03-09", "answer"),
        ("2026-03-05T23:59", "in_process", "2026-03-09", "answer"),
        ("2026-03-06T00:00", "extended", "2026-03-23", "answer"),
        ("2026-03-19T23:59", "extended", "2026-03-23", "answer"),
        ("2026-03-20T00:00", "answered_in_time", "2026-03-23", "complaint"),
        ("2026-03-24T12:00", "answered_in_time", "2026-03-23", "complaint"),
        ("2026-04-06T23:59", "answered_in_time", "2026-03-23", "complaint"),
        ("2026-04-07T00:00", "answered_in_time", "2026-03-23", None),
        ("2030-01-01T00:00", "answered_in_time", "2026-03-23", None),
    ],
)
def test_page_stands_where_the_moment_puts_it(
    compile_texts: CompileTexts, as_of: str, status: str, due: str, step: str | None
) -> None:
    """15 days after 20.03. end on Saturday 04.04. and move to Monday 06.04."""
    found = course(compile_texts, asked(EXTENDED + REFUSED), as_of)
    assert (found.status, str(found.due)) == (status, due)
    assert (found.next_step.key if found.next_step else None) == step


def test_page_shows_the_working_day_by_day(compile_texts: CompileTexts) -> None:
    site = compile_texts(asked(EXTENDED), "2026-03-06T12:00")
    seen = seen_on(site, pages_of(site)[PATH])
    for told in (
        "Dita zero: kërkesa u regjistrua",
        "Dita zero: u njoftua vazhdimi",
        "Dita 7",
        "Fundjavë, nuk numërohet",
        "Afati kalon në këtë ditë pune",
        "15 ditë kalendarike",
        "Burimet nuk pajtohen; pret konfirmimin e juristit",
        "law.example",
    ):
        assert told in seen


def test_day_off_announced_late_says_so_in_the_working(compile_texts: CompileTexts) -> None:
    files = {**asked(), "office/holidays.yaml": f"2026:\n{LATE}"}
    before = course(compile_texts, files, "2026-03-04T12:00")
    assert str(before.due) == "2026-03-09"
    site = compile_texts(files, "2026-03-05T00:00")
    found = view_of(pages_of(site), PATH).course
    assert found
    assert str(found.due) == "2026-03-10"
    assert "Ditë zie, shpallur më 5 mars 2026" in seen_on(site, pages_of(site)[PATH])


def test_day_off_that_was_computed_is_called_so_until_the_calendar_is_official(
    compile_texts: CompileTexts,
) -> None:
    for estimate in ("", ", estimate: true"):
        holiday = f"  - {{on: 2026-03-09, name: {{sq: Bajrami}}{estimate}}}\n"
        files = {**asked(), "office/holidays.yaml": f"2026:\n{holiday}"}
        site = compile_texts(files, "2026-03-06T12:00")
        seen = seen_on(site, pages_of(site)[PATH])
        assert "Ditë pushimi: Bajrami" in seen
        assert ("Bajrami (sipas llogaritjes)" in seen) == bool(estimate)


def test_page_tells_nothing_that_is_dated_in_the_future(compile_texts: CompileTexts) -> None:
    site = compile_texts(asked(EXTENDED + REFUSED), "2026-03-05T12:00")
    seen = seen_on(site, pages_of(site)[PATH])
    assert "Qasja e refuzuar" not in seen
    assert "Dokumente" not in seen.replace("dokumente", "")


def test_extension_that_came_too_late_is_told_not_to_count(compile_texts: CompileTexts) -> None:
    late = "extended: {on: 2026-03-10, reason: Dokumente}\n"
    site = compile_texts(asked(late), "2026-03-12T12:00")
    assert "10 mars 2026, kur afati i parë kishte kaluar" in seen_on(site, pages_of(site)[PATH])


# --- the register ---

SOME = {
    **asked(REFUSED),
    **asked("answered: 2026-03-04\noutcome: granted\n", "requests/2026/03-02-shkolla"),
    **asked("", "requests/2026/03-02-uji"),
}


def registers(pages: dict[str, Page]) -> dict[str, RegisterView]:
    return {path: one.view for path, one in pages.items() if isinstance(one.view, RegisterView)}


def test_every_figure_leads_to_the_list_that_it_counts(compile_texts: CompileTexts) -> None:
    site = compile_texts(SOME)
    found = registers(pages_of(site))
    groups = found[YEAR].groups
    linked = [one for group in groups for one in group.figures if one.address]
    assert len(linked) > 4
    for figure in linked:
        path = f"{(figure.address or '').removeprefix('/zyra/')}index.html"
        assert len(found[path].rows) == figure.value


def test_part_that_counts_nothing_has_no_page(compile_texts: CompileTexts) -> None:
    found = registers(pages_of(compile_texts(SOME)))
    assert "sq/kerkesa/2026/te-refuzuara/index.html" in found
    assert "sq/kerkesa/2026/te-terhequra/index.html" not in found


def test_words_of_parts_lead_to_one_page_each_and_are_no_months() -> None:
    for language in range(len(WRITTEN)):
        words = [some[language] for some in PARTS.values()]
        assert len(set(words)) == len(words)
        assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", word) for word in words)


def test_what_was_taken_back_is_neither_listed_nor_counted(compile_texts: CompileTexts) -> None:
    gone = "withdrawn: {on: 2026-03-20, reason: in_error}\n"
    site = compile_texts({**asked(gone), **asked("", "requests/2026/03-02-uji")})
    entries = register_of(site, 2026)
    assert [entry.folder for entry in entries] == ["requests/2026/03-02-uji"]
    assert figures_of(entries)[0].value == 1
    assert len(registers(pages_of(site))[YEAR].rows) == 1


def test_register_is_complete_as_a_table_without_script(compile_texts: CompileTexts) -> None:
    site = compile_texts(SOME)
    seen = seen_on(site, pages_of(site)[YEAR])
    for told in ("KQ-1/2026", "Rruga", "Media", "Përgjigjur me vonesë", "9 mars 2026", "18"):
        assert told in seen
    assert "Ankesë në Agjenci. Dita e fundit: 6 prill 2026" in " ".join(seen.split())


def test_yearly_report_counts_decisions_and_reasons(compile_texts: CompileTexts) -> None:
    view = pages_of(compile_texts(SOME))["sq/kerkesa/2026/raporti-vjetor/index.html"].view
    assert isinstance(view, AgencyView)
    counted = {row.label: row.count for _, rows in view.groups for row in rows}
    assert (counted["outcome_granted"], counted["outcome_refused"]) == (1, 1)
    assert [row.reason.text for row in dict(view.groups)["annual_reasons"] if row.reason] == [
        "Sekret"
    ]
    assert all(len(row.requests) == row.count for _, rows in view.groups for row in rows)


# --- machines ---


def rows_of(page: Page) -> list[dict[str, str]]:
    text = render(page, theme(), {}).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_open_data_holds_every_request_and_the_report(compile_texts: CompileTexts) -> None:
    pages = pages_of(compile_texts(SOME))
    requests = rows_of(pages["data/requests-2026.csv"])
    assert [row["status"] for row in requests] == ["answered_late", "answered_in_time", "overdue"]
    assert requests[0]["complaint_until"] == "2026-04-06"
    report = rows_of(pages["data/requests-agency-2026.csv"])
    granted = next(row for row in report if row["key"] == "requests_outcome.granted")
    assert (granted["count"], granted["references"]) == ("1", "KQ-1/2026")
    assert report[-1]["reason"] == "Sekret"


def entries(compile_texts: CompileTexts, more: str, as_of: str) -> list[Any]:
    page = pages_of(compile_texts(asked(more), as_of))["sq/kerkesa/2026/03/rruga/due.ics"]
    return list(Calendar.from_ical(render(page, theme(), {})).walk("VEVENT"))


def test_calendar_entry_keeps_its_name_and_counts_its_changes(compile_texts: CompileTexts) -> None:
    [before] = entries(compile_texts, EXTENDED, "2026-03-05T12:00")
    [moved] = entries(compile_texts, EXTENDED, "2026-03-06T12:00")
    assert before["UID"] == moved["UID"]
    assert before["SEQUENCE"] < moved["SEQUENCE"]
    assert (str(before.decoded("DTSTART")), str(moved.decoded("DTSTART"))) == (
        "2026-03-09",
        "2026-03-23",
    )


def test_calendar_entry_is_cancelled_once_the_answer_is_there(compile_texts: CompileTexts) -> None:
    answer, complaint = entries(compile_texts, EXTENDED + REFUSED, "2026-03-21T12:00")
    assert (answer["STATUS"], complaint["STATUS"]) == ("CANCELLED", "CONFIRMED")
    assert str(complaint.decoded("DTSTART")) == "2026-04-06"
