"""Course -> what the page of a request shows of its clock, and its entry for calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from tellal.domain.courses import Course, Stage
from tellal.domain.editions import Publication
from tellal.domain.facts import AccessRequest, Facts
from tellal.domain.periods import Working
from tellal.pages.page import Page, path_of
from tellal.pages.periods import period_shown
from tellal.pages.views import (
    CalendarView,
    CourseView,
    Event,
    PeriodShown,
    StepShown,
)
from tellal.pages.voice import Voice
from tellal.site.requests import course_of

PERIODS = {
    "request-answer": "answer",
    "request-urgent": "urgent",
    "request-forwarding": "forwarding",
    "request-extension": "extension",
    "request-complaint": "complaint",
    "request-review": "review",
    "complaint-decision": "decision",
}
"""Keys of messages by the keys of deadlines: `period_<value>`."""


def course_for(publication: Publication, voice: Voice) -> Course | None:
    """Return the course of a request as of the site's moment, None for what is no request."""
    facts = publication.facts
    if not isinstance(facts, AccessRequest):
        return None
    return course_of(facts, voice.site.office, voice.site.as_of)


def facts_known(publication: Publication, course: Course | None) -> Facts:
    """Return the facts that may be shown: of a request, what is not dated in the future."""
    return course.request if course else publication.facts


def course_view(publication: Publication, course: Course | None, voice: Voice) -> CourseView | None:
    """Return the clock of a request with its working, None for what is no request."""
    if course is None:
        return None
    step, remedy = course.next_step, course.remedy
    next_step = step_shown(*step, course, voice) if step else None
    ahead = remedy is not None and remedy.stage is Stage.AHEAD and next_step is not None
    told = course.request.extended
    owed = tuple(_period(working, course, voice) for working in course.workings)
    has_own_period = next_step is not None and next_step.key != "answer"
    return CourseView(
        status=course.status.value,
        due=course.due,
        days_taken=course.days_taken,
        in_time=course.in_time,
        periods=(*owed, next_step.period) if has_own_period and next_step else owed,
        next_step=next_step,
        otherwise=step_shown(remedy.key, remedy.working, course, voice)
        if ahead and remedy
        else None,
        told_late=told.on if told and owed and not course.extension_counts else None,
        calendar=voice.addresses.due(publication, voice.tag) if course.workings else None,
    )


def step_shown(key: str, working: Working, course: Course, voice: Voice) -> StepShown:
    """Return a legal step with its last day."""
    return StepShown(key=key, until=working.due, period=_period(working, course, voice))


def _period(working: Working, course: Course, voice: Voice) -> PeriodShown:
    key = PERIODS[working.deadline.key]
    return period_shown(key, _event(key, working, course), working, voice)


def _event(key: str, working: Working, course: Course) -> str:
    """Return the key of what day zero was: `event_<key>`."""
    if key in ("complaint", "review"):
        return "silence" if course.remedy and course.remedy.against_silence else "refusal"
    if key == "decision":
        return "complaint"
    return "notice" if working.starts != course.request.received else "receipt"


def calendar_page(publication: Publication, course: Course | None, voice: Voice) -> Page | None:
    """Return the calendar entry of what is due by law, None where no date is computed.

    It stays when nothing is due any more, since an address never breaks; its entries are then
    cancelled, so that they leave the calendars that took them.
    """
    if course is None or not course.workings:
        return None
    address = voice.addresses.due(publication, voice.tag)
    view = CalendarView(
        tag=voice.tag,
        name=course.request.reference,
        host=voice.host,
        url=f"{voice.host}{address}",
        events=tuple(_entries(publication, course, voice)),
    )
    return Page(path_of(address, voice.addresses.root), "calendar", view)


def _entries(publication: Publication, course: Course, voice: Voice) -> Iterator[Event]:
    steps = [("answer", course.workings[-1], course.is_open)]
    remedy = course.remedy
    if remedy and remedy.stage is not Stage.AHEAD:
        steps.append((remedy.key, remedy.working, remedy.stage is not Stage.MADE))
    if course.decision and course.request.complaint:
        steps.append(("decision", course.decision, course.request.complaint.outcome is None))
    changes = sorted(_changes(publication, course))
    stamp = datetime.combine(changes[-1], time(), tzinfo=voice.site.as_of.tzinfo)
    for key, working, holds in steps:
        yield Event(
            uid=str(uuid5(NAMESPACE_URL, f"{voice.url} {publication.reference} {key}")),
            sequence=len(changes) - 1,
            stamp=stamp,
            starts=course.due or working.due if key == "answer" else working.due,
            title=f"{course.request.reference}: {voice.messages[f'step_{key}']}",
            description=working.deadline.source,
            url=f"{voice.host}{voice.addresses.publication(publication, voice.tag)}",
            status="CONFIRMED" if holds else "CANCELLED",
        )


def _changes(publication: Publication, course: Course) -> Iterator[date]:
    """Yield the day of receipt and each day on which what is due may have become another."""
    request = course.request
    yield request.received
    for told in (request.extended, request.forwarded, request.complaint):
        if told:
            yield told.on
    if course.ended:
        yield course.ended
    for revision in publication.common.revisions:
        yield revision.on
    remedy = (course.remedy.working,) if course.remedy else ()
    for working in (*course.workings, *remedy):
        for day in working.days:
            if day.holiday and day.holiday.announced and day.holiday.announced > request.received:
                yield day.holiday.announced
