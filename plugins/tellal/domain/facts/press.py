"""Facts of what the office tells the press and the public: releases, invitations, notices."""

from __future__ import annotations

from datetime import date, datetime

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Key, Url, Words


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
