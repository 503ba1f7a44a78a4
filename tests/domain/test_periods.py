"""Periods of the law are counted as the law counts, and show how."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tellal.domain.office import Confidence, Deadline, Holiday, Unit
from tellal.domain.periods import (
    Step,
    count_back,
    count_period,
    days_between,
    days_off_known,
    working_days,
)
from tellal.domain.values import Words

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
CALENDARS = st.sets(DAYS, max_size=60).map(
    lambda days: days_off_known(map(holiday, days), date.max)
)
OFFICIAL_2019 = "01-01 01-02 01-07 02-18 04-09 04-22 04-29 05-01 05-09 06-04 08-12 12-25".split()


def holiday(on: date, announced: date | None = None) -> Holiday:
    return Holiday(on=on, name=Words((("sq", "Festë"),)), announced=announced)


def is_working_day(on: date, days_off: Mapping[date, Holiday]) -> bool:
    return on not in days_off and on.weekday() < 5


def period(value: int, unit: Unit = Unit.CALENDAR_DAYS, rolls: bool = True) -> Deadline:
    return Deadline(
        key="request-answer",
        value=value,
        unit=unit,
        counted_from="receipt",
        source="a law",
        confidence=Confidence.VERIFIED,
        rolls=rolls,
    )


PERIODS = st.builds(period, st.integers(1, 40), st.sampled_from(Unit))


def test_fifteen_days_from_a_notice_that_end_on_a_saturday_move_to_monday() -> None:
    """Source: domain.md 1.1, the case of 29.08.2025 as the press counted it."""
    working = count_period(period(15), date(2025, 9, 5), {})
    assert (working.ends, working.due) == (date(2025, 9, 20), date(2025, 9, 22))
    assert [day.step for day in working.days[-3:]] == [Step.COUNTED, Step.WEEKEND, Step.MOVED]


def test_a_hearing_of_2018_was_announced_13_calendar_and_9_working_days_before() -> None:
    """Source: domain.md 1.3, the hearing of 15.11.2018 announced on 02.11.2018."""
    days = date(2018, 11, 2), date(2018, 11, 15)
    assert days_between(*days, Unit.CALENDAR_DAYS, {}) == 13
    assert days_between(*days, Unit.WORKING_DAYS, {}) == 9


def test_january_to_september_2019_has_184_working_days() -> None:
    """Source: the official calendar of 2019, domain.md 1.6."""
    days_off = {on: holiday(on) for on in (date.fromisoformat(f"2019-{d}") for d in OFFICIAL_2019)}
    assert working_days(date(2019, 1, 1), date(2019, 9, 30), days_off) == 184


def test_hours_that_do_not_roll_end_on_a_sunday() -> None:
    working = count_period(period(48, Unit.HOURS, rolls=False), date(2019, 9, 27), {})
    assert working.due == date(2019, 9, 29)


def test_working_days_before_a_session_are_counted_backwards() -> None:
    working = count_back(period(7, Unit.WORKING_DAYS), date(2019, 1, 29), {})
    assert working.due == date(2019, 1, 18)
    assert working.days[0].step is Step.ZERO


@given(PERIODS, DAYS, CALENDARS)
def test_a_period_that_rolls_never_ends_on_a_day_off(
    deadline: Deadline, starts: date, days_off: dict[date, Holiday]
) -> None:
    for count in (count_period, count_back):
        assert is_working_day(count(deadline, starts, days_off).due, days_off)


@given(PERIODS, DAYS, CALENDARS, DAYS)
def test_a_holiday_outside_the_period_moves_nothing(
    deadline: Deadline, starts: date, days_off: dict[date, Holiday], other: date
) -> None:
    working = count_period(deadline, starts, days_off)
    if not starts < other <= working.due:
        more = {**days_off, other: holiday(other)}
        assert count_period(deadline, starts, more).due == working.due


@given(PERIODS, DAYS, CALENDARS)
def test_the_working_names_every_day_from_the_event_to_the_last(
    deadline: Deadline, starts: date, days_off: dict[date, Holiday]
) -> None:
    working = count_period(deadline, starts, days_off)
    days = [day.on for day in working.days]
    assert days == [starts + timedelta(days=n) for n in range((working.due - starts).days + 1)]
    assert sum(day.step is Step.ZERO for day in working.days) == 1


@given(DAYS, DAYS, CALENDARS)
def test_working_days_are_those_on_which_offices_are_open(
    first: date, last: date, days_off: dict[date, Holiday]
) -> None:
    first, last = sorted((first, last))
    last = min(last, first + timedelta(days=400))
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    assert working_days(first, last, days_off) == sum(is_working_day(on, days_off) for on in days)


def test_a_day_off_counts_from_the_day_on_which_it_was_announced() -> None:
    late = holiday(date(2019, 9, 12), announced=date(2019, 9, 10))
    assert days_off_known([late], date(2019, 9, 9)) == {}
    assert days_off_known([late], date(2019, 9, 10)) == {late.on: late}
