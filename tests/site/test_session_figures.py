"""Sessions and conferences of a period, counted; each figure has the list behind it."""

from __future__ import annotations

from datetime import date

import pytest

from tellal.site.conferences import begun_in, conference_figures, presentations_in, presented_by
from tellal.site.figures import Figure, Measure, Period
from tellal.site.measures import minutes_of, notice_of
from tellal.site.session_figures import session_figures
from tellal.site.site import Site
from tests.conftest import CompileTexts

FIRST_QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
RULES = """
- key: regular-session-notice
  value: 7
  unit: working_days
  counted_from: session
  source: Prova
  confidence: unverified
- key: minutes-publication
  value: 10
  unit: working_days
  counted_from: session
  source: Prova
  confidence: disputed
"""


def text(title: str, *facts: str) -> str:
    return "\n".join(("---", f"title: {title}", *facts, "---", "", "Teksti.", ""))


def session(day: str, name: str, *facts: str) -> dict[str, str]:
    return {f"sessions/2026/{day}-{name}/index.sq.md": text(name, "body: assembly", *facts)}


def minutes(day: str, of: str, *facts: str) -> dict[str, str]:
    folder = f"minutes/2026/{day}-procesverbali"
    stated = text("P", f"session: sessions/2026/{of}", *facts)
    return {f"{folder}/index.sq.md": stated, f"{folder}/index.sr.md": text("Z")}


STREAM = ("streams:", "  radio: Radio Kulla", "  recording: https://tube.example/w/aBc123")
FILES = (
    {"office/deadlines.yaml": RULES}
    | session(
        "01-15",
        "a",
        "starts: 2026-01-27 10:00",
        "called_on: 2026-01-15",
        "status: held",
        *STREAM,
    )
    | session("02-10", "b", "starts: 2026-02-17 10:00", "called_on: 2026-02-10", "status: held")
    | session("03-02", "c", "starts: 2026-03-10 10:00", "status: postponed")
    | session("03-09", "d", "starts: 2026-03-18 10:00", "status: interrupted", "type: urgent")
    | session("03-20", "e", "starts: 2026-04-02 10:00")
    | minutes("02-12", "01-15-a", "status: approved", "approved_in: sessions/2026/02-10-b")
    | minutes("03-03", "02-10-b")
)


def found(site: Site) -> dict[str, Figure]:
    return {figure.key: figure for figure in session_figures(site, FIRST_QUARTER)}


def test_sessions_of_a_period_are_counted_with_the_list_behind_each_figure(
    compile_texts: CompileTexts,
) -> None:
    figures = found(compile_texts(FILES))
    values = {key: (figure.value, figure.of) for key, figure in figures.items()}

    assert values == {
        "sessions_held": (3, None),
        "sessions_called_off": (1, 4),
        "sessions_interrupted": (1, 3),
        "sessions_streamed": (1, 3),
        "sessions_on_youtube": (0, 3),
        "sessions_on_radio": (1, 3),
        "sessions_recorded": (1, 3),
        "sessions_notice_in_time": (1, 2),
        "sessions_notice_days_median": (5, 2),
        "sessions_with_minutes": (2, 3),
        "sessions_minutes_approved": (1, 2),
        "sessions_minutes_in_time": (1, 2),
        "sessions_minutes_days_median": (10, 2),
    }
    assert figures["sessions_notice_in_time"].folders == ("sessions/2026/01-15-a",)
    assert figures["sessions_minutes_days_median"].measure is Measure.WORKING_DAYS
    for figure in figures.values():
        if figure.measure is Measure.COUNT:
            assert figure.value == len(figure.folders)


def test_minutes_count_as_approved_only_after_the_session_that_approved_them(
    compile_texts: CompileTexts,
) -> None:
    before = found(compile_texts(FILES, "2026-02-16T12:00"))

    assert before["sessions_minutes_approved"].value == 0


@pytest.mark.parametrize(
    ("called_on", "days", "in_time"),
    [("2026-01-15", 8, True), ("2026-01-16", 7, True), ("2026-01-19", 6, False)],
)
def test_notice_is_counted_back_in_the_unit_of_its_rule(
    called_on: str, days: int, in_time: bool, compile_texts: CompileTexts
) -> None:
    """Source: domain.md 1.3, seven working days before a regular session, unverified."""
    files = session("01-15", "a", "starts: 2026-01-27 10:00", f"called_on: {called_on}")
    site = compile_texts({"office/deadlines.yaml": RULES} | files)
    [publication] = site.publications
    measure = notice_of(publication.facts, site.office)  # type: ignore[arg-type]

    assert measure
    assert measure.working
    assert (measure.days, measure.in_time) == (days, in_time)
    assert measure.working.due == date(2026, 1, 16)


def test_without_a_rule_days_are_counted_and_nothing_is_judged(
    compile_texts: CompileTexts,
) -> None:
    files = session("01-15", "a", "starts: 2026-01-27 10:00", "called_on: 2026-01-15")
    site = compile_texts({"office/deadlines.yaml": "[]"} | files)
    [publication] = site.publications
    measure = notice_of(publication.facts, site.office)  # type: ignore[arg-type]

    assert measure
    assert (measure.days, measure.working, measure.in_time) == (12, None, None)
    assert minutes_of(publication.facts, None, site.office) is None  # type: ignore[arg-type]


CONFERENCES = {
    "conferences/2026/03-01-a/index.sq.md": text(
        "A",
        "starts: 2026-03-03 11:00",
        "presenters:",
        "  - {role: Drejtoresha, directorate: culture}",
        "  - {role: Kryesuesi, enterprise: NPL Uji}",
    ),
    "conferences/2026/03-02-b/index.sq.md": text(
        "B", "starts: 2026-03-05 11:00", "presenters:", "  - {role: Z, directorate: culture}"
    ),
    "conferences/2026/03-03-c/index.sq.md": text(
        "C", "starts: 2026-04-05 11:00", "presenters:", "  - {role: Z, directorate: culture}"
    ),
}


def test_conferences_are_counted_with_who_presented_and_for_whom(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(CONFERENCES)
    values = {one.key: one.value for one in conference_figures(site, FIRST_QUARTER)}
    held = begun_in(site, FIRST_QUARTER, "conference")
    shown = tuple(presentations_in(site, held))
    directorates, enterprises = presented_by(shown)

    assert values == {
        "conferences_held": 2,
        "presenters": 3,
        "presenting_directorates": 1,
        "presenting_enterprises": 1,
        "directorate_presented.culture": 2,
        "enterprise_presented.npl-uji": 1,
    }
    assert [(one.folder[-1], one.starts.day) for one in shown] == [("a", 3), ("a", 3), ("b", 5)]
    assert (dict(directorates), dict(enterprises)) == ({"culture": 2}, {"NPL Uji": 1})
