"""Facts of requests for public documents. No field can name the applicant."""

from __future__ import annotations

from datetime import date
from enum import Enum

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Words


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
