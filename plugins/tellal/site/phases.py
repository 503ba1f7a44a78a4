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
    Facts,
    Gathering,
    Notice,
    Session,
)
from tellal.domain.office import Office
from tellal.domain.periods import ONE_DAY
from tellal.site.force import has_effect, in_force_of
from tellal.site.occasions import leaves_calendar
from tellal.site.states import (
    COMING_STATES,
    OPEN_STATES,
    closing_soon_from,
    has_expired,
    is_gone,
    live_until,
    state_of,
)

PUBLIC, EXPIRED, GONE, OPEN, UPCOMING, BINDING, CALENDAR = "pegoubc"
"""The letters of a phase."""
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
    turned = (*_turns(publication, office, zone), *_turns_of_facts(publication.facts, office, zone))
    turns = {seconds(turn) for turn in turned if turn is not None}
    moments = (EVER, *sorted(at for at in turns if EVER < at < NEVER))
    return tuple(
        (at, letters(publication, office, datetime.fromtimestamp(at, zone))) for at in moments
    )


def letters(publication: Publication, office: Office, as_of: datetime) -> str:
    """Return the letters of what is true of a publication as of a moment."""
    gone = is_gone(publication, as_of)
    state = state_of(publication, office, as_of)
    is_event = isinstance(publication.facts, Gathering | Session)
    true = (
        (PUBLIC, publication.public_from(as_of.tzinfo).timestamp() <= as_of.timestamp()),
        (EXPIRED, has_expired(publication, as_of)),
        (GONE, gone),
        (OPEN, state in OPEN_STATES),
        (UPCOMING, is_event and not gone and state in COMING_STATES),
        (BINDING, has_effect(publication, office, as_of.date())),
        (CALENDAR, _is_in_calendar(publication, as_of)),
    )
    return "".join(letter for letter, holds in true if holds)


def _is_in_calendar(publication: Publication, as_of: datetime) -> bool:
    """Return whether subscribed calendars have it; what has expired is told nowhere."""
    assert as_of.tzinfo
    leaves = leaves_calendar(publication.facts, as_of.tzinfo)
    is_kept = leaves is not None and as_of.timestamp() < leaves.timestamp()
    return is_kept and not has_expired(publication, as_of)


def _turns(publication: Publication, office: Office, zone: tzinfo) -> Iterator[datetime | None]:
    """Yield each moment from which on something else may be true, None for one out of reach."""
    common = publication.common
    yield publication.public_from(zone)
    yield from (edition.translated_at for edition in publication.editions)
    yield publication.owed_from(zone, timedelta(days=office.card.grace_days))
    if common.withdrawn:
        yield _midnight(common.withdrawn.on, zone)
    if common.expires:
        yield _day_after(common.expires, zone)
    if isinstance(publication.facts, Act):
        yield from _turns_of_act(publication, publication.facts, office, zone)


def _turns_of_facts(facts: Facts, office: Office, zone: tzinfo) -> Iterator[datetime | None]:
    """Yield each moment from which the facts may make another state, or are in no calendar."""
    yield leaves_calendar(facts, zone)
    match facts:
        case Competition(closes=closes, stage_on=stage_on):
            yield _midnight(closing_soon_from(closes.astimezone(zone).date(), office), zone)
            yield closes + ONE_SECOND
            yield _midnight(stage_on, zone) if stage_on else None
        case Consultation(opens=opens, closes=last):
            yield _midnight(opens, zone)
            yield _midnight(closing_soon_from(last, office), zone)
            yield _day_after(last, zone)
        case Gathering(starts=starts):
            yield starts
            yield live_until(facts, office)
        case Notice(until=last) if last is not None:
            yield _day_after(last, zone)
        case Session(starts=starts, status_on=status_on):
            yield starts
            yield live_until(facts, office)
            yield _midnight(status_on, zone) if status_on else None
        case AccessRequest() as request:
            yield from (_midnight(on, zone) for on in turns_of_course(request, office))


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
