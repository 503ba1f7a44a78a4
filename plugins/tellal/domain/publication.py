"""What every publication has: common facts, editions, and what was changed in it."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import FileName, Key, Reference, Url, Words


class Standing(Enum):
    """How an edition relates to the original."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    OUTDATED = "outdated"
    DERIVED = "derived"


class TranslatedBy(Enum):
    """Who translated. A machine's translation says so to its reader until a person has read it."""

    HUMAN = "human"
    MACHINE = "machine"


class WithdrawalReason(Enum):
    """Why a text was taken back."""

    IN_ERROR = "in_error"
    CONSOLIDATED = "consolidated"
    ANNULLED = "annulled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A dated change of the published text. Added, never edited.

    `no_comparison` says why nobody may be shown the wordings before it; it may be added later.
    """

    on: dt.date
    note: Words
    minor: bool = False
    no_comparison: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The text is taken back; its address stays and says why."""

    on: dt.date
    reason: WithdrawalReason
    note: Words | None = None
    replaced_by: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentNote:
    """What staff say of a file beside the text: its order and its title."""

    file: FileName
    title: Words | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo with the words that it may not appear without."""

    file: FileName
    alt: Words
    credit: Words
    licence: Words
    caption: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask: an office or a role, never a private person."""

    name: Words
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The facts that any publication may state, once, in its original edition.

    `date` is the day of issue (the folder's where the text gives none), `event_at` the moment
    from which the office's delay is counted, `publish_at` the moment before which nothing may be
    seen, `expires` the last day on which the text may be shown.
    """

    date: dt.date | None = None
    time: dt.time | None = None
    place: Words | None = None
    directorate: Key | None = None
    number: str | None = None
    issued_by: Words | None = None
    signed_by: Words | None = None
    event_at: dt.datetime | None = None
    publish_at: dt.datetime | None = None
    expires: dt.date | None = None
    legal_basis: tuple[Words, ...] = ()
    tags: tuple[str, ...] = ()
    about: tuple[Reference, ...] = ()
    attachments: tuple[AttachmentNote, ...] = ()
    photos: tuple[Photo, ...] = ()
    contact: Contact | None = None
    note_to_editors: Words | None = None
    more: tuple[Url, ...] = ()
    revisions: tuple[Revision, ...] = ()
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a file says of itself: the part of the front matter that every edition has.

    `revision` is the original's revision that a translation renders; 1 is the first text.
    `translated_at` is the moment at which a translation followed its original.
    """

    title: str
    summary: str | None = None
    slug: str | None = None
    former_slugs: tuple[str, ...] = ()
    original: bool = False
    revision: int | None = None
    translated_by: TranslatedBy = TranslatedBy.HUMAN
    translated_at: dt.datetime | None = None
