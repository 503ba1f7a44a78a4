"""The municipality as data: what checks and pages must know besides the publications."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from functools import cached_property

from tellal.domain.languages import LANGUAGES, Language
from tellal.domain.publication import Contact
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Key, Reference, Url, Words


class Duty(Enum):
    """What the office owes its readers in one language for one kind."""

    REQUIRED = "required"
    EXPECTED = "expected"
    OPTIONAL = "optional"


class Unit(Enum):
    """The unit in which the law counts a period."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    HOURS = "hours"


class Confidence(Enum):
    """How sure the office may be of a period; only a lawyer can raise it."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A period set by law. `valid_from` and `valid_until` are days, both inclusive.

    `rolls` says that a last day which is a day off moves to the next working day.
    """

    key: str
    value: int
    unit: Unit
    counted_from: str
    source: str
    confidence: Confidence
    valid_from: date | None = None
    valid_until: date | None = None
    note: str | None = None
    rolls: bool = True

    def is_valid_on(self, on: date) -> bool:
        """Return whether the period is the one of a day."""
        return (self.valid_from or date.min) <= on <= (self.valid_until or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day off of the official calendar; an estimate until the calendar is published.

    `announced` is the day on which a day off became known that was not in the calendar before.
    """

    on: date
    name: Words
    estimate: bool = False
    announced: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeContact:
    """How to reach the office."""

    name: Words
    address: Words | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another channel of the office."""

    name: str
    url: Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """What looks like personal data and may be published, since somebody looked at it.

    `path` is its file, `what` the signs that the finding names it by.
    """

    path: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """What everybody must know at once. It is over at the moment `until`.

    `about` is the publication that tells more, `link` a page of somebody else.
    """

    text: Words
    until: datetime
    since: datetime | None = None
    about: Reference | None = None
    link: Url | None = None

    @property
    def turns(self) -> tuple[datetime, ...]:
        """Return the moments at which it begins and ends."""
        return (self.since, self.until) if self.since else (self.until,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`office.yaml`, but for the duties: who publishes, in which languages, and until when.

    `as_of` is given by an archive that stands still; a living office leaves it out.
    `session_hours` and `event_hours` are how long what has begun counts as live where nobody said
    when it ends; `closing_soon_days` are the days before the last one on which something open says
    that it closes soon. `video_hosts` are the hosts whose players a reader may start on a page.
    Addresses for e-mail under `mail_domains` are those of institutions. `media_contacts` are whom
    the media ask, by role.
    """

    name: Words
    municipality: Words
    state: Words
    languages: tuple[str, ...]
    time_zone: str
    contact: OfficeContact
    as_of: datetime | None = None
    largest_file_mb: int = 20
    titled_cards_from: date | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    grace_days: int = 0
    session_hours: int = 4
    event_hours: int = 2
    closing_soon_days: int = 3
    video_hosts: tuple[str, ...] = ()
    mail_domains: tuple[str, ...] = ()
    media_contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Office:
    """Everything of `content/office/`. Languages are written ones, in the office's order.

    `duties` maps kind ("" = every kind) and written language to the duty. `exceptions` are those
    from the rules for personal data; how many there are is public.
    """

    card: Card
    duties: dict[tuple[str, str], Duty]
    directorates: dict[Key, Words]
    bodies: dict[Key, Words]
    names: dict[str, Words]
    deadlines: tuple[Deadline, ...]
    holidays: tuple[Holiday, ...]
    exceptions: tuple[Exemption, ...] = ()
    emergency: Emergency | None = None

    def emergency_at(self, moment: datetime) -> Emergency | None:
        """Return what everybody must know at a moment, None where all is as always."""
        some, now = self.emergency, moment.timestamp()
        if some is None or now >= some.until.timestamp():
            return None
        return None if some.since and now < some.since.timestamp() else some

    @property
    def lasting(self) -> Office:
        """Return the office as it is without an emergency: what every page may show."""
        return replace(self, emergency=None) if self.emergency else self

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """Return the published languages in the office's order, both Serbian scripts together."""
        order = self.card.languages
        known = [language for language in LANGUAGES if language.written in order]
        return tuple(sorted(known, key=lambda language: order.index(language.written)))

    @cached_property
    def days_off(self) -> dict[date, Holiday]:
        """Return all days off of the calendar by their day, whenever they were announced."""
        return {holiday.on: holiday for holiday in self.holidays}

    def duty_of(self, kind: str, written: str) -> Duty:
        """Return the duty for a kind in a written language; what nobody stated is optional."""
        stated = self.duties.get((kind, written)) or self.duties.get(("", written))
        return stated or Duty.OPTIONAL

    def deadline(self, key: str, on: date) -> Deadline | None:
        """Return the period that was valid on a day, None where the office's data has none."""
        rows = (row for row in self.deadlines if row.key == key and row.is_valid_on(on))
        return next(rows, None)
