"""What the page of a decision or regulation shows besides what all publications have."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.periods import PeriodShown
from tellal.pages.views.values import File, Link, Said


@dataclass(frozen=True, slots=True)
class ActTurn:
    """A day in the life of an act; None where it is awaited. `is_ahead`: it is still to come."""

    key: str
    on: date | None
    is_ahead: bool = False
    other: Link | None = None
    note: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOriginal:
    """The signed original: the file, and what can be said of it. `digest` is SHA-256."""

    file: File
    digest: str
    pages: int | None
    has_text: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActView:
    """An act as of the site's moment.

    `since` is the day from which `state` holds, `by` the acts that made it so. `periods` are
    those that the entry into force is counted by, `in_force` their latest day, unless the text
    names the day itself (`is_stated`); `awaited` are the facts that are still missing for it.
    """

    state: str | None
    since: date | None
    by: tuple[Link, ...]
    in_force: date | None
    is_stated: bool
    awaited: tuple[str, ...]
    periods: tuple[PeriodShown, ...]
    turns: tuple[ActTurn, ...]
    is_scanned: bool
    original: SignedOriginal | None
    parallel: Link | None = None
