"""What an act is as of a moment follows from the dates and from other acts, and from nothing else.

Source of the rule on the entry into force: domain.md 1.3, not yet confirmed by a lawyer.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.domain.office import Confidence, Deadline, Unit
from tellal.domain.periods import count_period
from tellal.domain.values import Reference
from tellal.site.acts import status_of_act, turns_of
from tellal.site.force import awaited_by, in_force_of
from tests.conftest import CompileTexts
from tests.pages.told import text

FIRST = "regulations/2026/03-02-parkimi"
SECOND = "regulations/2026/03-09-ndryshimi"
THIRD = "regulations/2026/03-16-shfuqizimi"
SUSPENSION = "\nsuspended:\n  - {since: 2026-03-25, until: 2026-03-27, note: Gjykata}"


def act(title: str, number: int, *facts: str) -> str:
    return text(title, f"number: {number}/2026", "body: assembly", *facts)


def both(folder: str, original: str) -> dict[str, str]:
    return {f"{folder}/index.sq.md": original, f"{folder}/index.sr.md": text("Uredba")}


# The whole life of an act: adopted 2 March, in force 18 March (15 days from the 3rd is the 18th,
# 7 days from the 4th the 11th), suspended 25 to 27 March, amended from 1 April, repealed 20 April.
LIFE = {
    **both(
        FIRST,
        act(
            "Parkimi",
            1,
            "publish_at: 2026-02-20 08:00",
            "adopted: 2026-03-02",
            "registered_at_ministry: 2026-03-03",
            f"published: 2026-03-04{SUSPENSION}",
        ),
    ),
    **both(
        SECOND,
        act("Ndryshimi", 2, "adopted: 2026-03-09", "in_force: 2026-04-01", f"amends: {FIRST}"),
    ),
    **both(
        THIRD,
        act("Shfuqizimi", 3, "adopted: 2026-03-16", "in_force: 2026-04-20", f"repeals: {FIRST}"),
    ),
}
STATES = [
    ("2026-02-20T08:00", "act_draft"),
    ("2026-03-01T23:59", "act_draft"),
    ("2026-03-02T00:00", "act_not_yet_in_force"),
    ("2026-03-17T23:59", "act_not_yet_in_force"),
    ("2026-03-18T00:00", "act_in_force"),
    ("2026-03-24T23:59", "act_in_force"),
    ("2026-03-25T00:00", "act_suspended"),
    ("2026-03-27T23:59", "act_suspended"),
    ("2026-03-28T00:00", "act_in_force"),
    ("2026-03-31T23:59", "act_in_force"),
    ("2026-04-01T00:00", "act_amended"),
    ("2026-04-19T23:59", "act_amended"),
    ("2026-04-20T00:00", "act_repealed"),
]


@pytest.mark.parametrize(("as_of", "state"), STATES)
def test_status_over_time_is_a_function_of_the_moment(
    as_of: str, state: str, compile_texts: CompileTexts
) -> None:
    site = compile_texts(LIFE, as_of)
    publication = site.find(Reference(FIRST))
    assert publication

    assert status_of_act(publication, site).state.value == state


def test_act_comes_into_force_on_the_later_of_two_days(compile_texts: CompileTexts) -> None:
    """Source: domain.md 1.3, 15 days from registration and 7 days from publication."""
    site = compile_texts(LIFE)
    publication = site.find(Reference(FIRST))
    assert publication
    force = in_force_of(publication, site.office)

    assert force
    assert {fact: working.due for fact, working in force.workings} == {
        "registered_at_ministry": date(2026, 3, 18),
        "published": date(2026, 3, 11),
    }
    assert force.on == date(2026, 3, 18)
    assert not force.is_stated


def test_day_that_the_text_names_counts_whatever_the_periods_say(
    compile_texts: CompileTexts,
) -> None:
    facts = ("adopted: 2026-03-02", "registered_at_ministry: 2026-03-03", "published: 2026-03-04")
    site = compile_texts(both(FIRST, act("Parkimi", 1, *facts, "in_force: 2026-03-10")))
    force = in_force_of(site.publications[0], site.office)

    assert force
    assert (force.on, force.is_stated, force.workings) == (date(2026, 3, 10), True, ())


@pytest.mark.parametrize(
    ("facts", "awaited"),
    [
        ((), ("registered_at_ministry", "published")),
        (("published: 2026-03-04",), ("registered_at_ministry",)),
        (("registered_at_ministry: 2026-03-04",), ("published",)),
    ],
)
def test_act_waits_for_what_is_missing_and_says_so(
    facts: tuple[str, ...], awaited: tuple[str, ...], compile_texts: CompileTexts
) -> None:
    site = compile_texts(both(FIRST, act("Parkimi", 1, "adopted: 2026-03-02", *facts)))
    publication = site.publications[0]

    assert in_force_of(publication, site.office) is None
    assert awaited_by(publication, site.office) == awaited
    assert status_of_act(publication, site).state.value == "act_not_yet_in_force"
    assert [turn.key for turn in turns_of(publication, site) if not turn.on] == [
        *awaited,
        "in_force",
    ]


ROW = """
- key: decision-in-force-after-publication
  value: 7
  unit: calendar_days
  counted_from: publication
  source: A rule that the tests made up
  confidence: unverified
  rolls: false
"""


@pytest.mark.parametrize(("rows", "on"), [("", None), (ROW, date(2026, 3, 11))])
def test_decision_without_registration_counts_from_publication_where_the_office_says_so(
    rows: str, on: date | None, compile_texts: CompileTexts
) -> None:
    folder = "decisions/2026/03-04-tregu"
    files = both(folder, act("Tregu", 1, "adopted: 2026-03-02", "published: 2026-03-04"))
    site = compile_texts({**files, "office/deadlines.yaml": rows or "[]"})
    force = in_force_of(site.publications[0], site.office)

    assert (force.on if force else None) == on


def test_annulled_act_amends_and_repeals_nothing(compile_texts: CompileTexts) -> None:
    annulled = act(
        "Shfuqizimi",
        3,
        "adopted: 2026-03-16",
        "in_force: 2026-03-20",
        f"repeals: {FIRST}",
        "withdrawn: {on: 2026-03-26, reason: annulled}",
    )
    files = {**LIFE, f"{THIRD}/index.sq.md": annulled}

    for as_of, state in (("2026-03-22T12:00", "repealed"), ("2026-03-29T12:00", "in_force")):
        site = compile_texts(files, as_of)
        publication, other = site.find(Reference(FIRST)), site.find(Reference(THIRD))
        assert publication
        assert other
        assert status_of_act(publication, site).state.value == f"act_{state}"
        annulling = status_of_act(other, site).state.value
    assert annulling == "act_annulled"


def test_life_of_an_act_is_told_in_the_order_of_its_days(compile_texts: CompileTexts) -> None:
    site = compile_texts(LIFE)
    publication = site.find(Reference(FIRST))
    assert publication
    turns = turns_of(publication, site)

    assert [(turn.key, str(turn.on)) for turn in turns] == [
        ("adopted", "2026-03-02"),
        ("registered_at_ministry", "2026-03-03"),
        ("published", "2026-03-04"),
        ("in_force", "2026-03-18"),
        ("suspended", "2026-03-25"),
        ("suspended_until", "2026-03-27"),
        ("amended_by", "2026-04-01"),
        ("repealed_by", "2026-04-20"),
    ]
    assert [turn.other.folder for turn in turns if turn.other] == [SECOND, THIRD]


DAYS = st.dates(date(2019, 1, 1), date(2019, 12, 31))


@given(DAYS, DAYS, st.integers(0, 30), st.integers(0, 30))
def test_later_registration_or_publication_never_brings_an_act_into_force_earlier(
    registered: date, published: date, later: int, more: int
) -> None:
    def due(days: int, starts: date) -> date:
        row = Deadline(
            key="a",
            value=days,
            unit=Unit.CALENDAR_DAYS,
            counted_from="a",
            source="a",
            confidence=Confidence.UNVERIFIED,
        )
        return count_period(row, starts, {}).due

    before = max(due(15, registered), due(7, published))
    after = max(
        due(15, registered + timedelta(days=later)), due(7, published + timedelta(days=more))
    )
    assert before <= after


def test_day_of_the_site_is_that_of_the_office_and_not_of_greenwich(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(LIFE, "2026-03-18T00:30")
    publication = site.find(Reference(FIRST))
    assert publication

    assert site.as_of == datetime(2026, 3, 18, 0, 30, tzinfo=ZoneInfo("Europe/Belgrade"))
    assert status_of_act(publication, site).state.value == "act_in_force"
