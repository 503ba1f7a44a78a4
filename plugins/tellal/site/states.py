"""What state a publication is in, as of a moment. Keys of messages: `state_<key>`.

What the office states holds from the moment at which it can be true: a session is not held before
it began, results do not stand before the close. The approval of minutes needs another publication
and is told by `sessions`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tellal.domain.clock import course_on
from tellal.domain.editions import Publication
from tellal.domain.facts import (
    AccessRequest,
    Competition,
    Consultation,
    Facts,
    Gathering,
    Minutes,
    Notice,
    Session,
    SessionStatus,
    Stage,
)
from tellal.domain.office import Office

CALLED_OFF = (SessionStatus.POSTPONED, SessionStatus.CANCELLED)
CALLED_OFF_STATES = tuple(status.value for status in CALLED_OFF)
OPEN_STATES = ("open", "closing_soon")
COMING_STATES = ("upcoming", "scheduled", "live")


def state_of(publication: Publication, office: Office, as_of: datetime) -> str | None:
    """Return the key of the state, None for what has none.

    That of an act depends on other acts: `status_of_act` in `site/acts.py` says it.
    """
    if is_withdrawn(publication, as_of):
        return "withdrawn"
    return state_of_facts(publication.facts, office, as_of)


def state_of_facts(facts: Facts, office: Office, as_of: datetime) -> str | None:
    """Return the state that the facts, the office's periods and days off, and the moment make."""
    match facts:
        case Competition():
            return _competition(facts, office, as_of)
        case Consultation():
            return _consultation(facts, office, as_of)
        case Gathering(starts=starts):
            if _is_before(as_of, starts):
                return "upcoming"
            return "live" if _is_before(as_of, live_until(facts, office)) else "over"
        case Notice(until=last) if last is not None:
            return "open" if as_of.date() <= last else "over"
        case Session():
            return _session(facts, office, as_of)
        case Minutes(status=approval):
            return approval.value
        case AccessRequest() as request:
            return course_on(request, office, as_of.date()).status.value
    return None


def _competition(facts: Competition, office: Office, as_of: datetime) -> str:
    stage = facts.stage if as_of.date() >= (facts.stage_on or date.min) else Stage.OPEN
    if stage is Stage.CANCELLED:
        return "cancelled"
    if _is_before(facts.closes, as_of):
        return "results" if stage is Stage.RESULTS else "closed"
    return _open(closing_soon_from(facts.closes.astimezone(as_of.tzinfo).date(), office), as_of)


def _consultation(facts: Consultation, office: Office, as_of: datetime) -> str:
    if as_of.date() < facts.opens:
        return "upcoming"
    if as_of.date() > facts.closes:
        return "results" if facts.outcome or facts.adopted_as else "closed"
    return _open(closing_soon_from(facts.closes, office), as_of)


def _open(soon: date, as_of: datetime) -> str:
    return "closing_soon" if as_of.date() >= soon else "open"


def closing_soon_from(last: date, office: Office) -> date:
    """Return the day from which something open says that it closes soon; `last` is its last.

    The last day itself counts for none: with three days, Friday's close is soon from Tuesday.
    """
    days = office.card.closing_soon_days
    return last - timedelta(days=days) if last.toordinal() > days else date.min


def _session(facts: Session, office: Office, as_of: datetime) -> str:
    status = facts.status
    if status in CALLED_OFF and as_of.date() >= (facts.status_on or date.min):
        return status.value
    if _is_before(as_of, facts.starts):
        return "scheduled"
    if status in CALLED_OFF:
        return status.value
    if _is_before(as_of, live_until(facts, office)):
        return "live"
    return "over" if status is SessionStatus.SCHEDULED else status.value


def live_until(facts: Gathering | Session, office: Office) -> datetime:
    """Return the moment from which something that began is over.

    Nobody can say when a session ended but the office: once it says that it was held, and not
    until when, there is nothing to be live any more.
    """
    if facts.ends is not None:
        return facts.ends
    if isinstance(facts, Session):
        if facts.status is not SessionStatus.SCHEDULED:
            return facts.starts
        return _later(facts.starts, office.card.session_hours)
    return _later(facts.starts, office.card.event_hours)


def _later(moment: datetime, hours: int) -> datetime:
    """Return a moment some hours later as time passes; the same one at the end of all dates."""
    try:
        return datetime.fromtimestamp(moment.timestamp() + hours * 3600, moment.tzinfo)
    except (OverflowError, ValueError):
        return moment


def _is_before(one: datetime, other: datetime) -> bool:
    """Return which moment comes first in time; clocks alone would repeat an hour in October."""
    return one.timestamp() < other.timestamp()


def is_withdrawn(publication: Publication, as_of: datetime) -> bool:
    """Return whether the text was taken back by then."""
    withdrawn = publication.common.withdrawn
    return withdrawn is not None and withdrawn.on <= as_of.date()


def has_expired(publication: Publication, as_of: datetime) -> bool:
    """Return whether the last day on which the text is shown is over."""
    expires = publication.common.expires
    return expires is not None and expires < as_of.date()


def is_gone(publication: Publication, as_of: datetime) -> bool:
    """Return whether only a page that says why is left."""
    return is_withdrawn(publication, as_of) or has_expired(publication, as_of)


def moment_of(facts: Facts) -> datetime | None:
    """Return the moment that a list sorts events and deadlines by."""
    match facts:
        case Gathering(starts=starts) | Session(starts=starts):
            return starts
        case Competition(closes=closes):
            return closes
    return None


def last_day_of(facts: Facts) -> date | None:
    """Return the last day, inclusive, of what is open by days."""
    match facts:
        case Notice(until=last):
            return last
        case Consultation(closes=last):
            return last
    return None
