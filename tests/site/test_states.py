"""What state something is in, a minute before, at and a minute after the moment that decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tellal.domain.facts import (
    AccessRequest,
    Account,
    Act,
    Approval,
    Category,
    Channel,
    Competition,
    Consultation,
    Facts,
    Gathering,
    Minutes,
    Notice,
    Outcome,
    Release,
    Session,
    SessionStatus,
    Stage,
    StandingPage,
)
from tellal.domain.values import Key, Reference
from tellal.site.states import last_day_of, moment_of, state_of, state_of_facts
from tests.conftest import CompileTexts
from tests.offices import office

ZONE = ZoneInfo("Europe/Belgrade")
DAY = date(2026, 3, 12)
BODY = Key("assembly")
SESSION = Reference("sessions/2026/03-04-seanca")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


NOON = at("2026-03-12T12:00")
COMPETITION = Competition(closes=NOON)
CONSULTATION = Consultation(opens=DAY, closes=date(2026, 4, 10))
TALK = Gathering(starts=NOON)
LONG_TALK = Gathering(starts=NOON, ends=at("2026-03-12T14:00"))
NOTICE = Notice(until=DAY)
SITTING = Session(body=BODY, starts=NOON)


@pytest.mark.parametrize(
    ("facts", "as_of", "state"),
    [
        (COMPETITION, "2026-03-12T11:59", "open"),
        (COMPETITION, "2026-03-12T12:00", "open"),
        (COMPETITION, "2026-03-12T12:01", "closed"),
        (CONSULTATION, "2026-03-11T23:59", "upcoming"),
        (CONSULTATION, "2026-03-12T00:00", "open"),
        (CONSULTATION, "2026-04-10T23:59", "open"),
        (CONSULTATION, "2026-04-11T00:00", "closed"),
        (TALK, "2026-03-12T11:59", "upcoming"),
        (TALK, "2026-03-12T12:00", "over"),
        (LONG_TALK, "2026-03-12T13:59", "upcoming"),
        (LONG_TALK, "2026-03-12T14:00", "over"),
        (NOTICE, "2026-03-12T23:59", "open"),
        (NOTICE, "2026-03-13T00:00", "over"),
        (SITTING, "2026-03-12T11:59", "scheduled"),
        (SITTING, "2026-03-12T12:00", "over"),
    ],
)
def test_state_changes_at_its_moment(facts: Facts, as_of: str, state: str) -> None:
    assert state_of_facts(facts, office(), at(as_of)) == state


BEFORE_AND_AFTER = ("2020-01-01T00:00", "2030-01-01T00:00")


def standing() -> Iterator[tuple[Facts, str | None]]:
    """Yield facts whose state no moment changes."""
    for stage in (Stage.RESULTS, Stage.CANCELLED):
        yield Competition(closes=NOON, stage=stage), stage.value
    for status in SessionStatus:
        if status is not SessionStatus.SCHEDULED:
            yield Session(body=BODY, starts=NOON, status=status), status.value
    for approval in Approval:
        yield Minutes(session=SESSION, status=approval), approval.value
    request = {"reference": "1", "received": DAY, "channel": Channel.ORAL}
    taken_back = {"category": Category.MEDIA, "outcome": Outcome.WITHDRAWN}
    yield AccessRequest(**request, **taken_back), "withdrawn"  # type: ignore[arg-type]
    yield from ((facts, None) for facts in (Notice(), Release(), StandingPage()))
    yield Act(body=BODY, adopted=DAY), None
    yield Account(period_from=DAY, period_until=DAY), None


@pytest.mark.parametrize(("facts", "state"), [*standing()])
@pytest.mark.parametrize("as_of", BEFORE_AND_AFTER)
def test_what_the_office_states_holds_at_any_moment(
    facts: Facts, state: str | None, as_of: str
) -> None:
    assert state_of_facts(facts, office(), at(as_of)) == state


def test_lists_go_by_the_start_of_events_and_the_close_of_what_is_open() -> None:
    assert moment_of(TALK) == moment_of(SITTING) == moment_of(COMPETITION) == NOON
    assert last_day_of(NOTICE) == DAY
    assert last_day_of(CONSULTATION) == date(2026, 4, 10)
    for facts in (Release(), Act(body=BODY, adopted=DAY), Notice()):
        assert moment_of(facts) is None
        assert last_day_of(facts) is None


NOTICE_TEXT = """---
title: Uji
until: 2026-06-30
withdrawn: {on: 2026-03-20, reason: in_error}
expires: 2026-03-25
---

Teksti.
"""


@pytest.mark.parametrize(
    ("as_of", "state", "is_listed"),
    [
        ("2026-03-19T23:59", "open", True),
        ("2026-03-20T00:00", "withdrawn", True),
        ("2026-03-25T23:59", "withdrawn", True),
        ("2026-03-26T00:00", "withdrawn", False),
    ],
)
def test_withdrawal_begins_on_its_day_and_what_expires_is_shown_on_its_last(
    as_of: str, state: str, is_listed: bool, compile_texts: CompileTexts
) -> None:
    files = {
        f"notices/2026/03-12-uji/index.{language}.md": text
        for language, text in (("sq", NOTICE_TEXT), ("sr", "---\ntitle: Voda\n---\n\nTekst.\n"))
    }
    site = compile_texts(files, as_of)
    [publication] = site.publications

    assert state_of(publication, site.office, site.as_of) == state
    assert (site.public[0] in site.listed) is is_listed
    assert (site.public[0] in site.open_now) is (state == "open")
