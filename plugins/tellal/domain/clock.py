"""AccessRequest -> Course: the clock of a request for public documents, as of a day.

Which law counts is told by the day on which the request was received; its periods are rows of
`office/deadlines.yaml`. Where a row is missing nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tellal.domain.courses import Course, Remedy, Stage, Status
from tellal.domain.facts.requests import AccessRequest, Outcome
from tellal.domain.office import Deadline, Office
from tellal.domain.periods import (
    ONE_DAY,
    DaysOff,
    Working,
    count_period,
    days_off_known,
)

HORIZON = date(9990, 1, 1)
"""From here on no period is counted: the calendar ends before the period does."""
FROM_NOTICE = "notice"
REFUSALS = (Outcome.REFUSED, Outcome.PARTIALLY_GRANTED)
REMEDIES = ("request-complaint", "request-review")
"""The periods of what may be done against a refusal or silence, under the one law or the other."""


def course_on(request: AccessRequest, office: Office, on: date) -> Course:
    """Return the course of a request as it stood at the end of a day.

    What happened later is not known. An open request is counted with the days off known by then,
    one that ended with those known on that day: a holiday announced later moves no answer.
    Sources: Laws 03/L-215 and 06/L-081 as read in domain.md 1.1, and `office/deadlines.yaml`.
    """
    known = as_known(request, on)
    ended = _ended(known)
    settled = ended or (known.received if known.outcome is Outcome.WITHDRAWN else on)
    days_off = days_off_known(office.holidays, min(settled, on))
    workings = _workings(known, office, days_off)
    course = Course(
        request=known, status=_status(known, workings, ended, on), workings=workings, ended=ended
    )
    strict = office.deadline("request-extension-strict", known.received)
    if course.extension_counts and strict:
        course = replace(course, strict=_count(strict, known.received, days_off))
    return replace(
        course, remedy=_remedy(course, office, on), decision=_decision(known, office, on)
    )


def as_known(request: AccessRequest, on: date) -> AccessRequest:
    """Return a request as it was known on a day: without what is dated later."""
    known = request
    if known.extended and known.extended.on > on:
        known = replace(known, extended=None)
    if known.forwarded and known.forwarded.on > on:
        known = replace(known, forwarded=None)
    if known.complaint and known.complaint.on > on:
        known = replace(known, complaint=None)
    end = _ended(request)
    if end is not None and end > on:
        return replace(known, answered=None, outcome=None, refusal_reason=None)
    return known


def _ended(request: AccessRequest) -> date | None:
    """Return the day on which a request ended; silence is no end."""
    if request.outcome is Outcome.NO_RESPONSE:
        return None
    forwarded = request.forwarded.on if request.forwarded else None
    if request.outcome is Outcome.FORWARDED:
        return forwarded or request.answered
    return request.answered or (forwarded if request.outcome is None else None)


def _is_forwarded(request: AccessRequest) -> bool:
    without = request.outcome is None and request.answered is None
    return request.outcome is Outcome.FORWARDED or (request.forwarded is not None and without)


def _workings(request: AccessRequest, office: Office, days_off: DaysOff) -> tuple[Working, ...]:
    """Return the first period and, where it counts, the longer one; none without a rule."""
    is_forwarded = _is_forwarded(request)
    key = "request-urgent" if request.urgent else "request-answer"
    row = office.deadline("request-forwarding" if is_forwarded else key, request.received)
    first = _count(row, request.received, days_off)
    if first is None:
        return ()
    if request.extended is None or is_forwarded or request.extended.on > first.due:
        return (first,)
    longer = office.deadline("request-extension", request.received)
    from_notice = longer is not None and longer.counted_from == FROM_NOTICE
    starts = request.extended.on if from_notice else request.received
    second = _count(longer, starts, days_off)
    return (first, second) if second else ()


def _count(row: Deadline | None, starts: date, days_off: DaysOff) -> Working | None:
    return count_period(row, starts, days_off) if row and starts < HORIZON else None


def _status(
    request: AccessRequest, workings: tuple[Working, ...], ended: date | None, on: date
) -> Status:
    due = max((working.due for working in workings), default=None)
    if request.outcome is Outcome.WITHDRAWN:
        return Status.WITHDRAWN
    if _is_forwarded(request):
        return Status.FORWARDED
    if ended is not None:
        if due is None:
            return Status.ANSWERED
        return Status.IN_TIME if ended <= due else Status.LATE
    if due is not None and on > due:
        silent = request.outcome is Outcome.NO_RESPONSE
        return Status.NO_RESPONSE if silent else Status.OVERDUE
    return Status.EXTENDED if request.extended else Status.IN_PROCESS


def _remedy(course: Course, office: Office, on: date) -> Remedy | None:
    """Return what may be done against a refusal from its day on, against silence once it is due."""
    request, due = course.request, course.due
    refused = course.ended is not None and request.outcome in REFUSALS
    silent = course.ended is None and course.status is not Status.WITHDRAWN
    starts = course.ended if refused else due if silent else None
    rows = (office.deadline(key, request.received) for key in REMEDIES)
    row = next((row for row in rows if row), None)
    made = request.complaint.on if request.complaint else None
    if row is None or starts is None:
        return None
    working = _count(row, starts, days_off_known(office.holidays, min(made or on, on)))
    if working is None:
        return None
    stage = Stage.OPEN if on <= working.due else Stage.OVER
    if silent and on <= starts:
        stage = Stage.AHEAD
    return Remedy(silent, working, Stage.MADE if made else stage)


def _decision(request: AccessRequest, office: Office, on: date) -> Working | None:
    """Return within which period the Agency decides on a complaint."""
    if request.complaint is None:
        return None
    row = office.deadline("complaint-decision", request.received)
    return _count(row, request.complaint.on, days_off_known(office.holidays, on))


def turns_of_course(request: AccessRequest, office: Office) -> Iterator[date]:
    """Yield each day on which a course may become another, from its first second on."""
    dated = (request.extended, request.forwarded, request.complaint)
    told = {one.on for one in dated if one} | ({request.answered} if request.answered else set())
    told |= {
        holiday.announced
        for holiday in office.holidays
        if holiday.announced and request.received <= holiday.announced
    }
    yield from told
    for on in {request.received, *told}:
        course = course_on(request, office, on)
        remedy = (course.remedy.working,) if course.remedy else ()
        decision = (course.decision,) if course.decision else ()
        for working in (*course.workings, *remedy, *decision):
            yield working.due + ONE_DAY
