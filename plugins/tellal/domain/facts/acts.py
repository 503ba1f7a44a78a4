"""Facts of the assembly: acts, sessions and their minutes."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import FileName, Key, Reference, Seconds, Url, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A time in which an act has no effect. Both days inclusive; without `until` it goes on."""

    since: date
    until: date | None = None
    note: Words | None = None

    def __contains__(self, on: date) -> bool:
        """Return whether a day lies in it."""
        return self.since <= on <= (self.until or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision or a regulation. Its number is in the common facts, and here it must be given.

    `in_force` is stated only where the text itself names the day. `scanned` says that the signed
    original is a picture, and that no edition holds its words.
    """

    body: Key
    adopted: date
    registered_at_ministry: date | None = None
    published: date | None = None
    in_force: date | None = None
    amends: tuple[Reference, ...] = ()
    repeals: tuple[Reference, ...] = ()
    decided_in: Reference | None = None
    signed_original: FileName | None = None
    suspended: tuple[Suspension, ...] = ()
    scanned: bool = False


class Approval(Enum):
    """Whether the minutes were approved by a later session."""

    DRAFT = "draft"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The record of a session."""

    session: Reference
    status: Approval = Approval.DRAFT
    approved_in: Reference | None = None


class SessionType(Enum):
    """The types of session that the law on local self-government knows."""

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"
    URGENT = "urgent"
    SOLEMN = "solemn"
    CONSTITUTIVE = "constitutive"


class SessionStatus(Enum):
    """What became of a session."""

    SCHEDULED = "scheduled"
    HELD = "held"
    POSTPONED = "postponed"
    INTERRUPTED = "interrupted"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """How many members voted how."""

    in_favour: int
    against: int = 0
    abstaining: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point of the agenda. `number` is as printed ("2.1"), `at` the time in the recording."""

    title: Words
    number: str | None = None
    proposer: Words | None = None
    materials: tuple[FileName, ...] = ()
    at: Seconds | None = None
    votes: Votes | None = None
    decision: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Streams:
    """Where a session is broadcast and kept; `archive` is the office's own copy."""

    youtube: Url | None = None
    radio: Words | None = None
    recording: Url | None = None
    archive: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A sitting of a body.

    `ends` is when it ended or is to end. `status_on` is the day on which it was put off or called
    off; before that day it was scheduled.
    """

    body: Key
    starts: datetime
    ends: datetime | None = None
    type: SessionType = SessionType.REGULAR
    venue: Words | None = None
    status: SessionStatus = SessionStatus.SCHEDULED
    status_on: date | None = None
    status_reason: Words | None = None
    postponed_to: datetime | None = None
    called_on: date | None = None
    streams: Streams | None = None
    agenda: tuple[AgendaItem, ...] = ()
