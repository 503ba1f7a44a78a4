"""What pages show of sessions and other events: their state now, chapters, votes, periods."""

from __future__ import annotations

from datetime import datetime

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.periods import Measured
from tellal.pages.views.values import Link, Record, RecordingTime, Said


@dataclass(frozen=True, slots=True)
class Live:
    """When an event is live, and the keys of its states before, during and after it.

    A browser may say which of them holds, from the moments alone.
    """

    starts: datetime
    ends: datetime
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Player:
    """A recording that a reader may start on the page. `form` is frame, video or audio.

    `poster` is what is seen before, of our own, with its width and height in pixels.
    """

    form: str
    address: str
    host: str
    poster: tuple[str, int, int] | None = None

    @property
    def policy(self) -> str:
        """Return what the page's Content-Security-Policy must allow for it."""
        if self.form == "frame":
            return f"frame-src https://{self.host}"
        return f"media-src 'self' https://{self.host}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a recording, in seconds."""

    starts: int
    ends: int
    title: str


@dataclass(frozen=True, slots=True)
class ChaptersView:
    """The chapters of a recording, in their order, none of them empty."""

    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class ChapterList:
    """The chapters as text to paste under a video, and where both files of them are."""

    text: str
    text_address: str
    track_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Where an act was decided: the session, the point of its agenda, and the vote."""

    session: Link
    number: str | None
    title: Said
    at: RecordingTime | None
    votes: Record | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """What a page shows of the session or event it is about, or comes from."""

    live: Live | None = None
    player: Player | None = None
    chapters: ChapterList | None = None
    decided: Decided | None = None
    agenda: tuple[Record, ...] = ()
    measured: tuple[Measured, ...] = ()


NO_PROCEEDINGS = Proceedings()
