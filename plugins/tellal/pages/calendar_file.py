"""The calendar to subscribe to: sessions, conferences, hearings and deadlines, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from tellal.domain.editions import Publication
from tellal.domain.facts import Consultation, Gathering, Session
from tellal.domain.values import Words
from tellal.pages.feeds import identity_of
from tellal.pages.page import Page, path_of
from tellal.pages.views import CalendarView, Event
from tellal.pages.voice import Voice
from tellal.site.occasions import DEADLINE, HEARING
from tellal.site.schedule import Scheduled, scheduled


def calendar_file(voice: Voice) -> Iterator[Page]:
    """Yield the calendar, none while it has nothing."""
    events = [
        event for listing in voice.site.subscribed for event in _events(voice, listing.folder)
    ]
    if not events:
        return
    events.sort(key=_place)
    address = voice.addresses.calendar_file(voice.tag)
    view = CalendarView(
        tag=voice.tag,
        name=f"{voice.place.municipality}: {voice.messages['calendar']}",
        host=voice.host,
        url=f"{voice.host}{address}",
        events=tuple(events),
    )
    yield Page(path_of(address, voice.addresses.root), "calendar", view)


def _place(event: Event) -> tuple[str, str]:
    starts = event.starts
    at = starts.astimezone(UTC) if isinstance(starts, datetime) else starts
    return at.isoformat(), event.uid


def _events(voice: Voice, folder: str) -> Iterator[Event]:
    publication = voice.site.shelf.publication(folder)
    edition = publication.edition(voice.tag)
    for one in scheduled(voice.site, publication):
        yield Event(
            uid=identity_of(voice, f"calendar {voice.tag} {folder} {one.what}"),
            sequence=one.sequence,
            stamp=one.stamp,
            starts=one.starts,
            ends=one.ends,
            title=_title(voice, publication, one),
            description=edition.summary if edition and one.stands else None,
            location=_location(voice, publication, one),
            url=f"{voice.host}{voice.address_of(publication)[0]}",
            status="CONFIRMED" if one.stands else "CANCELLED",
            categories=(voice.messages[f"kind_{publication.kind.name}"],),
        )


def _title(voice: Voice, publication: Publication, one: Scheduled) -> str:
    title = voice.title_of(publication).text
    if one.what in (DEADLINE, HEARING):
        word = voice.messages["deadline" if one.what == DEADLINE else "fact_hearing"]
        return f"{word}: {title}"
    return title


def _location(voice: Voice, publication: Publication, one: Scheduled) -> str | None:
    facts = publication.facts
    venue: Words | None = None
    if isinstance(facts, Gathering | Session):
        venue = facts.venue
    elif one.what == HEARING and isinstance(facts, Consultation) and facts.hearing:
        venue = facts.hearing.venue
    return voice.plain(venue) if venue else None
