"""Periods of the law, counted day by day, so that whoever reads a date can follow it.

The day of the event is day zero and is not counted. A period that rolls and ends on a day off
moves to the next working day. Nothing here knows a law: value, unit and rolling come as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum

from tellal.domain.office import Deadline, Holiday, Unit
from tellal.domain.swift_dataclasses import dataclass

ONE_DAY = timedelta(days=1)
SATURDAY = 5
HOURS_A_DAY = 24

DaysOff = Mapping[date, Holiday]
"""The official days off by their day; Saturdays and Sundays are off without standing here."""


class Step(Enum):
    """What a day does in a period."""

    ZERO = "zero"
    COUNTED = "counted"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day of a period. `number` is how many were counted by its end.

    A weekend or holiday was skipped: between, in a period of working days, or at the end of a
    period that rolls, which then moved to a working day.
    """

    on: date
    step: Step
    number: int
    holiday: Holiday | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """A period with its working. `due` is the last day that is in time, inclusive.

    `ends` is the day on which the count itself ended, before it moved over days off.
    """

    deadline: Deadline
    days: tuple[CountedDay, ...]
    ends: date
    due: date

    @property
    def starts(self) -> date:
        """Return day zero."""
        return self.days[0].on

    @property
    def moved(self) -> bool:
        """Return whether the last day moved over days off."""
        return self.due != self.ends


def days_off_known(holidays: Iterable[Holiday], on: date) -> dict[date, Holiday]:
    """Return the days off that were known on a day, by their day."""
    return {h.on: h for h in holidays if h.announced is None or h.announced <= on}


def count_period(deadline: Deadline, starts: date, days_off: DaysOff) -> Working:
    """Return a period from its event on, with every day of it. Hours are whole days of 24.

    Source: the counting rules of the Law on General Administrative Procedure, as read in
    `docs/rules.md`; value, unit and rolling are those of the deadline.
    """
    return Working(deadline, *_counted(deadline, starts, days_off, ONE_DAY))


def count_back(deadline: Deadline, event: date, days_off: DaysOff) -> Working:
    """Return a period before an event; `due` is the last day on which a notice is in time."""
    return Working(deadline, *_counted(deadline, event, days_off, -ONE_DAY))


def _counted(
    deadline: Deadline, zero: date, days_off: DaysOff, step: timedelta
) -> tuple[tuple[CountedDay, ...], date, date]:
    days = [CountedDay(zero, Step.ZERO, 0)]
    length = days_of(deadline)
    on, number = zero, 0
    while number < length:
        on += step
        off = _off(on, days_off)
        if off and deadline.unit is Unit.WORKING_DAYS:
            days.append(CountedDay(on, off, number, days_off.get(on)))
        else:
            number += 1
            days.append(CountedDay(on, Step.COUNTED, number, days_off.get(on)))
    ends = on
    while deadline.rolls and _off(on, days_off):
        on += step
        off = _off(on, days_off)
        days.append(CountedDay(on, off or Step.MOVED, number, days_off.get(on)))
    return tuple(days), ends, on


def _off(on: date, days_off: DaysOff) -> Step | None:
    if on in days_off:
        return Step.HOLIDAY
    return Step.WEEKEND if on.weekday() >= SATURDAY else None


def days_of(deadline: Deadline) -> int:
    """Return the length of a period in its days; hours that begin a day count it whole."""
    if deadline.unit is Unit.HOURS:
        return -(-deadline.value // HOURS_A_DAY)
    return deadline.value


def days_between(starts: date, ends: date, unit: Unit, days_off: DaysOff) -> int:
    """Return how many days lie between two days: the first is not counted, the last is.

    >>> days_between(date(2018, 11, 2), date(2018, 11, 15), Unit.CALENDAR_DAYS, {})
    13
    >>> days_between(date(2018, 11, 2), date(2018, 11, 15), Unit.WORKING_DAYS, {})
    9
    """
    if unit is not Unit.WORKING_DAYS:
        return (ends - starts).days
    if ends < starts:
        return -working_days(ends, starts - ONE_DAY, days_off)
    return working_days(starts + ONE_DAY, ends, days_off)


def working_days(first: date, last: date, days_off: DaysOff) -> int:
    """Return how many working days there are from a first to a last day, both inclusive."""
    if last < first:
        return 0
    weeks, rest = divmod((last - first).days + 1, 7)
    whole = weeks * SATURDAY
    whole += sum((first.weekday() + day) % 7 < SATURDAY for day in range(rest))
    return whole - sum(first <= on <= last and on.weekday() < SATURDAY for on in days_off)
