"""The thread of a matter as a page shows it."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.values import Link, Record, Said


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a session's agenda that belongs to the matter, and how it was voted on."""

    number: str | None
    title: Said
    votes: Record | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadEntry:
    """A publication on the thread. `is_current` is the one that the page shows."""

    on: date | None
    kind: str
    link: Link
    is_current: bool = False
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """The entries by their days: those around the current one, and what lies before and after."""

    before: tuple[ThreadEntry, ...] = ()
    near: tuple[ThreadEntry, ...] = ()
    after: tuple[ThreadEntry, ...] = ()


NO_THREAD = Thread()
