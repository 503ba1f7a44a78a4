"""What state a publication is in, as of a moment. Keys of messages: `state_<key>`."""

from __future__ import annotations

from datetime import date, datetime

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
        case Competition(stage=stage, closes=closes):
            return stage.value if stage is not Stage.OPEN else _until(closes, as_of)
        case Consultation(opens=opens, closes=last):
            return "upcoming" if as_of.date() < opens else _until_day(last, as_of)
        case Gathering(starts=starts, ends=ends):
            return "upcoming" if _is_before(as_of, ends or starts) else "over"
        case Notice(until=last) if last is not None:
            return "open" if as_of.date() <= last else "over"
        case Session(status=SessionStatus.SCHEDULED, starts=starts):
            return "scheduled" if _is_before(as_of, starts) else "over"
        case Session(status=status):
            return status.value
        case Minutes(status=approval):
            return approval.value
        case AccessRequest() as request:
            return course_on(request, office, as_of.date()).status.value
    return None


def _until(closes: datetime, as_of: datetime) -> str:
    return "closed" if _is_before(closes, as_of) else "open"


def _is_before(one: datetime, other: datetime) -> bool:
    """Return which moment comes first in time; clocks alone would repeat an hour in October."""
    return one.timestamp() < other.timestamp()


def _until_day(last: date, as_of: datetime) -> str:
    return "open" if as_of.date() <= last else "closed"


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
