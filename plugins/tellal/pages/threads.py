"""Publication -> the thread of its matter, by days, in the language of a voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tellal.domain.editions import Publication
from tellal.domain.facts import AccessRequest, Act, AgendaItem, Consultation, Gathering, Session
from tellal.pages.facts import Teller
from tellal.pages.views import NO_THREAD, Point, Thread, ThreadEntry
from tellal.pages.voice import Voice
from tellal.site.sessions import decision_of
from tellal.site.threads import thread_of

SHOWN = 10
"""Entries that are shown at once."""
FIRST = ("consultation", "invitation", "session")
"""Kinds that come before what else has the same day."""


def thread_shown(publication: Publication, voice: Voice) -> Thread:
    """Return the thread of a publication, an empty one where it is on none."""
    listings = thread_of(voice.site, publication.reference.folder)
    if not listings:
        return NO_THREAD
    found = sorted((voice.site.whole(listing) for listing in listings), key=_place)
    points = {one.reference.folder: [*_points(one, found, voice)] for one in found}
    entries = [
        ThreadEntry(
            on=day_of(one),
            kind=one.kind.name,
            link=voice.link_to(one),
            is_current=one.reference == publication.reference,
            points=tuple(points[one.reference.folder]),
        )
        for one in found
    ]
    return _around(entries)


def day_of(publication: Publication) -> date | None:
    """Return the day on which what a publication tells of happened or began."""
    match publication.facts:
        case Act(adopted=on) | Consultation(opens=on) | AccessRequest(received=on):
            return on
        case Session(starts=at) | Gathering(starts=at):
            return at.date()
    return publication.common.date


def _place(publication: Publication) -> tuple[date, int, str]:
    kind = publication.kind.name
    rank = FIRST.index(kind) if kind in FIRST else len(FIRST)
    return day_of(publication) or date.min, rank, publication.reference.folder


def _points(session: Publication, thread: Sequence[Publication], voice: Voice) -> Iterator[Point]:
    """Yield the points of a session's agenda under which acts of a thread were decided."""
    if not isinstance(session.facts, Session):
        return
    for act in thread:
        decided = decision_of(voice.site, act) if isinstance(act.facts, Act) else None
        if decided and decided[0].reference == session.reference:
            yield _point(session, decided[1], voice)


def _point(session: Publication, item: AgendaItem, voice: Voice) -> Point:
    votes = Teller(voice, session).record(item.votes) if item.votes else None
    return Point(item.number, voice.said(item.title), votes)


def _around(entries: Sequence[ThreadEntry]) -> Thread:
    """Return entries with those apart that are far from the current one."""
    here = next(place for place, entry in enumerate(entries) if entry.is_current)
    first = max(0, min(here - SHOWN // 2, len(entries) - SHOWN))
    last = first + SHOWN
    return Thread(tuple(entries[:first]), tuple(entries[first:last]), tuple(entries[last:]))
