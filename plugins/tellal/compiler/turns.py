"""Between which moments nothing on the site turns, as the store remembers it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tellal.build.store import Store
from tellal.compiler.moments import KnownClock, Moments
from tellal.compiler.packing import packed, unpacked

Window = tuple[int, int]
"""Since when and until when (exclusive), in seconds since 1970."""


def keep_window(store: Store, window: Window, clock: KnownClock) -> None:
    """Remember between which moments nothing turns, and by which clock."""
    store.set_meta("window", packed((*window, clock)))


def moment_in_window(store: Store, moments: Moments) -> datetime | None:
    """Return the moment of a build where everything is as it was then, else None."""
    kept = store.meta("window")
    as_of = moments.as_of(unpacked(kept)[2]) if kept else None
    return as_of if as_of and is_in_window(store, as_of) else None


def is_in_window(store: Store, as_of: datetime) -> bool:
    """Return whether nothing turned between the last build and a moment."""
    kept = store.meta("window")
    if kept is None:
        return False
    since, until, _ = unpacked(kept)
    return bool(since <= int(as_of.timestamp()) < until)


def next_turn(store: Store) -> datetime | None:
    """Return the next moment at which something on the site turns, None where none is known."""
    kept = store.meta("window")
    if kept is None:
        return None
    _, until, clock = unpacked(kept)
    try:
        return datetime.fromtimestamp(until, ZoneInfo(clock[0]))
    except (ValueError, OverflowError, OSError):  # beyond all years: nothing waits
        return None
