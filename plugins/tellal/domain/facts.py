"""The kinds of publication: one flat dataclass of facts each, and the table that lists them.

A new kind is one dataclass, one line in `KINDS`, one template and its strings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from tellal.domain.values import FileName, Key, Reference, Seconds, Url, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said, kept apart from the narration so that media can use it."""

    text: Words
    speaker: Words
    role: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenter:
    """Who presents: an office-holder of the municipality or of a public enterprise."""

    role: Words
    name: Words | None = None
    directorate: Key | None = None
    enterprise: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A media release. `embargo` is the moment before which it may not be seen."""

    embargo: datetime | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """An invitation to an event, or a press conference."""

    starts: datetime
    ends: datetime | None = None
    venue: Words | None = None
    presenters: tuple[Presenter, ...] = ()
    stream: Url | None = None
    recording: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice on the board. `until` is the last day on it, inclusive."""

    until: date | None = None


class Stage(Enum):
    """How far a competition has come."""

    OPEN = "open"
    RESULTS = "results"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A vacancy of a competition."""

    title: Words
    count: int = 1
    unit: Words | None = None
    term: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Competition:
    """A competition for posts, grants or leases. `closes` is the last moment to apply."""

    closes: datetime
    reference: str | None = None
    posts: tuple[Post, ...] = ()
    stage: Stage = Stage.OPEN
    applications_to: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A public hearing."""

    starts: datetime
    venue: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A draft act put to the public. `opens` and `closes` are days, both inclusive."""

    opens: date
    closes: date
    draft_act: Words | None = None
    draft: FileName | None = None
    hearing: Hearing | None = None
    comments_to: Words | None = None
    outcome: Words | None = None
    adopted_as: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision or a regulation. Its number is in the common facts, and here it must be given.

    `in_force` is stated only where the text itself names the day.
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
    """Where a session is broadcast and kept."""

    youtube: Url | None = None
    radio: Words | None = None
    recording: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A sitting of a body."""

    body: Key
    starts: datetime
    type: SessionType = SessionType.REGULAR
    venue: Words | None = None
    status: SessionStatus = SessionStatus.SCHEDULED
    status_reason: Words | None = None
    postponed_to: datetime | None = None
    called_on: date | None = None
    streams: Streams | None = None
    agenda: tuple[AgendaItem, ...] = ()


class Channel(Enum):
    """How a request arrived."""

    WRITTEN = "written"
    EMAIL = "email"
    ONLINE = "online"
    ORAL = "oral"


class Category(Enum):
    """Who asked, as a category. There is no field for a name, and there must not be."""

    CITIZEN = "citizen"
    MEDIA = "media"
    CIVIL_SOCIETY = "civil_society"
    PARTY = "party"
    BUSINESS = "business"
    INSTITUTION = "institution"
    ORGANISATION = "organisation"


class Outcome(Enum):
    """How a request ended, after the forms of the law on access to public documents."""

    GRANTED = "granted"
    PARTIALLY_GRANTED = "partially_granted"
    REFUSED = "refused"
    ALREADY_PUBLIC = "already_public"
    NO_DOCUMENT = "no_document"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"
    NO_RESPONSE = "no_response"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A longer period, told to the applicant on `on`."""

    on: date
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding:
    """The request went to the institution that holds the document."""

    to: Words
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """The applicant complained to the Agency."""

    on: date
    outcome: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequest:
    """A request for public documents. It never names the person who asked."""

    reference: str
    received: date
    channel: Channel
    category: Category
    urgent: bool = False
    extended: Extension | None = None
    forwarded: Forwarding | None = None
    answered: date | None = None
    outcome: Outcome | None = None
    refusal_reason: Words | None = None
    complaint: Complaint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A report or a strategy over a period, both days inclusive."""

    period_from: date
    period_until: date
    adopted: date | None = None
    supersedes: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page of the site that is not dated. `menu` orders it in the foot of every page."""

    menu: int | None = None


Facts = (
    Release
    | Gathering
    | Notice
    | Competition
    | Consultation
    | Act
    | Minutes
    | Session
    | AccessRequest
    | Account
    | StandingPage
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of publication.

    `sections` are the words of its section's address in sq, sr, tr and en: they never change.
    `needs` are common facts that this kind may not lack.
    """

    name: str
    collection: str
    facts: type[Facts]
    sections: tuple[str, str, str, str]
    needs: tuple[str, ...] = ()


KINDS: tuple[Kind, ...] = (
    Kind("release", "releases", Release, ("komunikata", "saopstenja", "bildiriler", "releases")),
    Kind("invitation", "invitations", Gathering, ("ftesa", "pozivi", "davetler", "invitations")),
    Kind(
        "conference",
        "conferences",
        Gathering,
        ("konferenca", "konferencije", "basin-toplantilari", "conferences"),
    ),
    Kind("notice", "notices", Notice, ("njoftime", "obavestenja", "duyurular", "notices")),
    Kind(
        "competition", "competitions", Competition, ("konkurse", "konkursi", "ilanlar", "vacancies")
    ),
    Kind(
        "consultation",
        "consultations",
        Consultation,
        ("konsultime", "konsultacije", "istisareler", "consultations"),
    ),
    Kind("decision", "decisions", Act, ("vendime", "odluke", "kararlar", "decisions"), ("number",)),
    Kind(
        "regulation",
        "regulations",
        Act,
        ("rregullore", "uredbe", "yonetmelikler", "regulations"),
        ("number",),
    ),
    Kind("minutes", "minutes", Minutes, ("procesverbale", "zapisnici", "tutanaklar", "minutes")),
    Kind("session", "sessions", Session, ("seanca", "sednice", "oturumlar", "sessions")),
    Kind("request", "requests", AccessRequest, ("kerkesa", "zahtevi", "talepler", "requests")),
    Kind("report", "reports", Account, ("raporte", "izvestaji", "raporlar", "reports")),
    Kind(
        "strategy", "strategies", Account, ("strategji", "strategije", "stratejiler", "strategies")
    ),
    Kind("page", "pages", StandingPage, ("faqe", "strane", "sayfalar", "pages")),
)

KIND_OF_COLLECTION: dict[str, Kind] = {kind.collection: kind for kind in KINDS}
