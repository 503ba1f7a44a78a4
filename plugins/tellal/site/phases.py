"""What the lists need to know of a publication's state, and when it changes.

The states themselves are told by `states`; here they are asked once at each moment at which any
of them may turn, so that a moment later can be answered without the publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from tellal.domain.clock import turns_of_course
from tellal.domain.editions import Publication
from tellal.domain.facts import (
    AccessRequest,
    Act,
    Competition,
    Consultation,
    Gathering,
    Notice,
    Session,
    SessionStatus,
)
from tellal.domain.office import Office
from tellal.site.force import has_effect, in_force_of
from tellal.site.states import has_expired, is_gone, moment_of, state_of

PUBLIC, EXPIRED, GONE, OPEN, UPCOMING, BINDING = "pegoub"
"""The letters of a phase."""
GONE_EVENTS = (SessionStatus.CANCELLED, SessionStatus.POSTPONED)
ONE_DAY = timedelta(days=1)
ONE_SECOND = timedelta(seconds=1)

EVER = int(datetime(1, 1, 5, tzinfo=UTC).timestamp())
NEVER = int(datetime(9999, 12, 28, tzinfo=UTC).timestamp())
"""Between these every clock of the world can name each moment."""

Phase = tuple[int, str]
"""Since when (seconds since 1970), and the letters of all that is true of the publication then."""


def seconds(moment: datetime) -> int:
    """Return a moment as seconds since 1970."""
    return int(moment.timestamp())


def phases_of(publication: Publication, office: Office, zone: tzinfo) -> tuple[Phase, ...]:
    """Return the phases of a publication's life, the first one since ever.

    A phase begins wherever a page or a check may come to another result.
    """
    turns = {seconds(turn) for turn in _turns(publication, office, zone) if turn is not None}
    moments = (EVER, *sorted(at for at in turns if EVER < at < NEVER))
    return tuple(
        (at, letters(publication, office, datetime.fromtimestamp(at, zone))) for at in moments
    )


def letters(publication: Publication, office: Office, as_of: datetime) -> str:
    """Return the letters of what is true of a publication as of a moment."""
    starts = moment_of(publication.facts)
    gone = is_gone(publication, as_of)
    is_event = isinstance(publication.facts, Gathering | Session)
    cancelled = getattr(publication.facts, "status", None) in GONE_EVENTS
    coming = is_event and not gone and not cancelled and starts is not None
    true = (
        (PUBLIC, publication.public_from(as_of.tzinfo).timestamp() <= as_of.timestamp()),
        (EXPIRED, has_expired(publication, as_of)),
        (GONE, gone),
        (OPEN, state_of(publication, office, as_of) == "open"),
        (UPCOMING, coming and starts is not None and starts.timestamp() > as_of.timestamp()),
        (BINDING, has_effect(publication, office, as_of.date())),
    )
    return "".join(letter for letter, holds in true if holds)


def _turns(publication: Publication, office: Office, zone: tzinfo) -> Iterator[datetime | None]:
    """Yield each moment from which on something else may be true, None for one out of reach."""
    common, facts = publication.common, publication.facts
    yield publication.public_from(zone)
    yield publication.owed_from(zone, timedelta(days=office.card.grace_days))
    if common.withdrawn:
        yield _midnight(common.withdrawn.on, zone)
    if common.expires:
        yield _day_after(common.expires, zone)
    match facts:
        case Competition(closes=closes):
            yield closes + ONE_SECOND
        case Consultation(opens=opens, closes=last):
            yield _midnight(opens, zone)
            yield _day_after(last, zone)
        case Gathering(starts=starts, ends=ends):
            yield starts
            yield ends or starts
        case Notice(until=last) if last is not None:
            yield _day_after(last, zone)
        case Session(starts=starts):
            yield starts
        case AccessRequest() as request:
            yield from (_midnight(on, zone) for on in turns_of_course(request, office))
        case Act():
            yield from _turns_of_act(publication, facts, office, zone)


def _turns_of_act(
    publication: Publication, act: Act, office: Office, zone: tzinfo
) -> Iterator[datetime | None]:
    force = in_force_of(publication, office)
    for on in (act.adopted, force.on if force else None, *(one.since for one in act.suspended)):
        yield _midnight(on, zone) if on else None
    for suspension in act.suspended:
        yield _day_after(suspension.until, zone) if suspension.until else None


def _day_after(on: date, zone: tzinfo) -> datetime | None:
    return None if on == date.max else _midnight(on + ONE_DAY, zone)


def _midnight(on: date, zone: tzinfo) -> datetime:
    return datetime.combine(on, time(), tzinfo=zone)
