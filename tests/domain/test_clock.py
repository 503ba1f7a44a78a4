"""The clock of requests for public documents, rule by rule. Sources: domain.md 1.1."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.domain.clock import course_on, turns_of_course
from tellal.domain.courses import Course, Stage, Status
from tellal.domain.facts import (
    AccessRequest,
    Category,
    Channel,
    Complaint,
    Extension,
    Forwarding,
    Outcome,
)
from tellal.domain.office import Holiday
from tellal.domain.periods import SATURDAY, Step
from tellal.domain.values import Words
from tests.offices import day_off, office, with_days_off

REASON = Words((("sq", "Shumë dokumente"),))
ONE_DAY = timedelta(days=1)
LATER = date(2030, 1, 1)


def request(received: date, **more: Any) -> AccessRequest:
    return AccessRequest(
        reference="1", received=received, channel=Channel.EMAIL, category=Category.MEDIA, **more
    )


def extended(on: date) -> Extension:
    return Extension(on=on, reason=REASON)


def course(asked: AccessRequest, on: date = LATER, *holidays: Holiday) -> Course:
    return course_on(asked, with_days_off(*holidays), on)


# --- which law, which period ---


def test_extension_told_on_the_seventh_day_ends_on_the_monday_after_fifteen_more() -> None:
    """Source: domain.md 1.1, the real case of 29.08.2025 (lajmi.net)."""
    asked = request(date(2025, 8, 29), extended=extended(date(2025, 9, 5)))
    found = course(asked, date(2025, 9, 22))
    assert found.workings[0].due == date(2025, 9, 5)
    assert (found.workings[1].ends, found.due) == (date(2025, 9, 20), date(2025, 9, 22))
    assert found.status is Status.EXTENDED
    assert found.strict_due == date(2025, 9, 15)  # 13.09., a Saturday, in the earlier reading
    assert course(asked, date(2025, 9, 23)).status is Status.OVERDUE


@pytest.mark.parametrize(
    ("received", "due", "remedy"),
    [
        (date(2019, 7, 18), date(2019, 8, 2), "request-review"),
        (date(2019, 7, 19), date(2019, 8, 8), "request-complaint"),
    ],
)
def test_law_is_that_of_the_day_on_which_the_request_was_received(
    received: date, due: date, remedy: str
) -> None:
    """Source: domain.md 0: Law 03/L-215 to 18 July 2019, Law 06/L-081 from the 19th."""
    found = course(request(received, extended=extended(date(2019, 7, 24))), date(2020, 1, 1))
    assert found.due == due  # 15 days from receipt under the one, from the notice under the other
    assert found.remedy
    assert found.remedy.working.deadline.key == remedy


def test_urgent_request_is_due_after_48_hours_even_on_a_day_off() -> None:
    """Source: domain.md 1.1, urgent request; that it does not roll is data."""
    friday = date(2026, 3, 6)
    assert course(request(friday, urgent=True), friday).due == date(2026, 3, 8)


def test_forwarding_is_due_after_five_working_days() -> None:
    """Source: Law 03/L-215 Art. 7(2), domain.md 1.1."""
    sent = Forwarding(to=REASON, on=date(2026, 3, 9))
    asked = request(date(2026, 3, 2), forwarded=sent, outcome=Outcome.FORWARDED)
    found = course(asked)
    assert (found.status, found.due, found.in_time) == (Status.FORWARDED, date(2026, 3, 9), True)
    late = replace(asked, forwarded=replace(sent, on=date(2026, 3, 10)))
    assert course(late).in_time is False
    assert course(asked, date(2026, 3, 8)).status is Status.IN_PROCESS


def test_without_a_rule_no_date_is_computed() -> None:
    none = replace(office(), deadlines=())
    found = course_on(request(date(2026, 3, 2)), none, LATER)
    assert (found.due, found.status, found.next_step, found.in_time) == (
        None,
        Status.IN_PROCESS,
        None,
        None,
    )
    answered = request(date(2026, 3, 2), answered=date(2026, 3, 4), outcome=Outcome.GRANTED)
    assert course_on(answered, none, LATER).status is Status.ANSWERED
    assert course_on(answered, none, LATER).days_taken == 2


# --- what is known when ---

ANSWERED = request(date(2026, 3, 2), answered=date(2026, 3, 10), outcome=Outcome.REFUSED)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(2026, 3, 2), Status.IN_PROCESS),
        (date(2026, 3, 9), Status.IN_PROCESS),
        (date(2026, 3, 10), Status.LATE),
    ],
)
def test_answer_is_not_known_before_its_day(on: date, status: Status) -> None:
    assert course(ANSWERED, on).status is status


def test_answer_on_the_last_day_is_in_time_and_one_on_the_next_day_late() -> None:
    """Source: Law 03/L-215 Art. 7(8) and the Agency on Law 06/L-081, domain.md 1.1."""
    last = replace(ANSWERED, answered=date(2026, 3, 9))
    assert (course(last).status, course(last).in_time) == (Status.IN_TIME, True)
    assert (course(ANSWERED).status, course(ANSWERED).in_time) == (Status.LATE, False)


def test_extension_told_after_the_first_period_saves_no_request_from_being_late() -> None:
    asked = request(date(2026, 3, 2), extended=extended(date(2026, 3, 10)))
    assert course(asked, date(2026, 3, 10)).status is Status.OVERDUE
    assert course(asked).due == date(2026, 3, 9)
    assert not course(asked).extension_counts
    answered = replace(asked, answered=date(2026, 3, 12), outcome=Outcome.GRANTED)
    assert course(answered).status is Status.LATE


def test_extension_is_not_known_before_its_day() -> None:
    asked = request(date(2026, 3, 2), extended=extended(date(2026, 3, 6)))
    assert course(asked, date(2026, 3, 5)).due == date(2026, 3, 9)
    assert course(asked, date(2026, 3, 6)).due == date(2026, 3, 23)


def test_withdrawn_request_is_neither_in_time_nor_late() -> None:
    found = course(request(date(2026, 3, 2), outcome=Outcome.WITHDRAWN))
    assert (found.status, found.in_time, found.is_open) == (Status.WITHDRAWN, None, False)


def test_silence_that_the_office_states_is_no_answer() -> None:
    asked = request(date(2026, 3, 2), outcome=Outcome.NO_RESPONSE)
    assert course(asked, date(2026, 3, 9)).status is Status.IN_PROCESS
    found = course(asked, date(2026, 3, 10))
    assert (found.status, found.in_time) == (Status.NO_RESPONSE, False)
    assert found.next_step
    assert found.next_step[0] == "complaint"
    dated = replace(asked, answered=date(2026, 3, 12))  # when silence was noted is no answer
    assert course(dated).status is Status.NO_RESPONSE
    assert course(dated).days_taken is None


# --- the next legal step ---


def test_complaint_is_open_for_15_days_after_a_refusal() -> None:
    """Source: the Agency's FAQ, domain.md 1.1, "Complaint to AIP"."""
    found = course(ANSWERED, date(2026, 3, 25))
    assert found.next_step
    assert (found.next_step[0], found.next_step[1].due) == ("complaint", date(2026, 3, 25))
    assert course(ANSWERED, date(2026, 3, 26)).next_step is None


def test_silence_is_complained_about_from_the_due_day_on() -> None:
    """Source: domain.md 1.1, "Silence" and "Complaint to AIP"."""
    asked = request(date(2026, 3, 2))
    ahead, now = course(asked, date(2026, 3, 9)), course(asked, date(2026, 3, 10))
    assert ahead.next_step
    assert ahead.next_step[0] == "answer"
    assert ahead.remedy
    assert ahead.remedy.stage is Stage.AHEAD
    assert now.remedy
    assert (now.remedy.stage, now.remedy.working.starts) == (Stage.OPEN, date(2026, 3, 9))
    assert now.remedy.working.due == date(2026, 3, 24)


def test_after_a_complaint_the_agency_decides_within_30_days() -> None:
    """Source: RFE/RL, domain.md 1.1, "AIP decides"."""
    asked = replace(ANSWERED, complaint=Complaint(on=date(2026, 3, 16)))
    found = course(asked, date(2026, 3, 20))
    assert found.next_step
    assert (found.next_step[0], found.next_step[1].due) == ("decision", date(2026, 4, 15))
    decided = replace(asked, complaint=Complaint(on=date(2026, 3, 16), outcome=REASON))
    assert course(decided, date(2026, 3, 20)).next_step is None


# --- days off that are announced late ---

LATE_DAY_OFF = day_off(date(2026, 3, 9), announced=date(2026, 3, 5))


def test_day_off_announced_late_moves_open_requests_only() -> None:
    asked = request(date(2026, 3, 2))
    assert course(asked, date(2026, 3, 4), LATE_DAY_OFF).due == date(2026, 3, 9)
    moved = course(asked, date(2026, 3, 5), LATE_DAY_OFF)
    assert moved.due == date(2026, 3, 10)
    skipped = moved.workings[0].days[-2]
    assert (skipped.step, skipped.holiday) == (Step.COUNTED, LATE_DAY_OFF)
    assert moved.workings[0].days[-1].step is Step.MOVED

    before = replace(asked, answered=date(2026, 3, 4), outcome=Outcome.GRANTED)
    assert course(before, LATER, LATE_DAY_OFF).due == date(2026, 3, 9)


# --- promises ---

DAYS = st.dates(date(2018, 1, 1), date(2028, 12, 31))
AFTER = st.integers(0, 40).map(timedelta)


@st.composite
def requests(draw: st.DrawFn) -> AccessRequest:
    """Draw a request with any course."""
    received = draw(DAYS)
    answered = received + draw(AFTER) if draw(st.booleans()) else None
    if answered:
        outcome = draw(st.sampled_from([one for one in Outcome if one is not Outcome.NO_RESPONSE]))
    else:
        outcome = draw(st.sampled_from([None, Outcome.WITHDRAWN, Outcome.NO_RESPONSE]))
    sent = st.builds(lambda by: Forwarding(to=REASON, on=received + by), AFTER)
    told = st.builds(lambda by: extended(received + by), AFTER)
    made = st.builds(lambda by: Complaint(on=received + by), AFTER)
    return request(
        received,
        urgent=draw(st.booleans()),
        extended=draw(st.none() | told),
        forwarded=draw(st.none() | sent) if outcome is not Outcome.FORWARDED else draw(sent),
        answered=answered,
        outcome=outcome,
        complaint=draw(st.none() | made),
    )


OFFSETS = st.integers(-10, 70).map(timedelta)


@st.composite
def lives(draw: st.DrawFn) -> tuple[AccessRequest, list[Holiday]]:
    """Draw a request with days off around it, some of them announced late."""
    asked = draw(requests())
    days = draw(st.sets(OFFSETS, max_size=20))
    late = st.none() | OFFSETS.map(lambda by: asked.received + by)
    return asked, [day_off(asked.received + by, draw(late)) for by in days]


@given(lives(), OFFSETS)
def test_due_is_never_on_a_day_off_where_it_rolls(
    life: tuple[AccessRequest, list[Holiday]], by: timedelta
) -> None:
    asked, holidays = life
    found = course(asked, asked.received + by, *holidays)
    for working in found.workings:
        if working.deadline.rolls:
            assert working.due.weekday() < SATURDAY
            known = found.ended or asked.received + by
            if found.status is not Status.WITHDRAWN:
                assert working.due not in {
                    one.on for one in holidays if one.announced is None or one.announced <= known
                }


@given(requests(), OFFSETS, st.integers(1, 30))
def test_day_off_outside_the_period_changes_nothing(
    asked: AccessRequest, by: timedelta, away: int
) -> None:
    on = asked.received + by
    found = course(asked, on)
    last = max((working.due for working in found.workings), default=asked.received)
    for day in (last + timedelta(days=away), asked.received - timedelta(days=away)):
        assert course(asked, on, day_off(day)).workings == found.workings


@given(requests(), st.integers(1, 60), st.integers(0, 60))
def test_day_off_announced_later_never_changes_an_answered_request(
    asked: AccessRequest, later: int, which: int
) -> None:
    found = course(asked)
    if found.ended is None:
        return
    late = day_off(asked.received + which * ONE_DAY, found.ended + later * ONE_DAY)
    moved = course(asked, LATER, late)
    assert (moved.workings, moved.status, moved.due) == (found.workings, found.status, found.due)


@given(lives())
def test_course_changes_on_no_other_days_than_its_turns(
    life: tuple[AccessRequest, list[Holiday]],
) -> None:
    asked, holidays = life
    place = with_days_off(*holidays)
    turns = set(turns_of_course(asked, place))
    for number in range(-12, 130):
        on = asked.received + number * ONE_DAY
        if on not in turns:
            assert course_on(asked, place, on) == course_on(asked, place, on - ONE_DAY)


@given(lives(), OFFSETS)
def test_request_that_ended_in_time_did_so_by_its_due_day(
    life: tuple[AccessRequest, list[Holiday]], by: timedelta
) -> None:
    asked, holidays = life
    found = course(asked, asked.received + by, *holidays)
    if found.status is Status.IN_TIME:
        assert found.ended
        assert found.due
        assert found.ended <= found.due
    assert found.ended is None or found.ended <= asked.received + by
