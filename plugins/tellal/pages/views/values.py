"""What a fact looks like on a page; `form` names the macro that shows it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import ClassVar

from tellal.domain.swift_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A text. `lang` is given when it is not in the language of the page."""

    form: ClassVar[str] = "said"
    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `lang` is the language of text and target when it is not the page's."""

    form: ClassVar[str] = "link"
    text: str
    address: str
    lang: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""

    form: ClassVar[str] = "day"
    on: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and a time, with its offset."""

    form: ClassVar[str] = "moment"
    at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    form: ClassVar[str] = "clock"
    at: time


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number."""

    form: ClassVar[str] = "count"
    number: int


@dataclass(frozen=True, slots=True)
class RecordingTime:
    """A place in a recording, in seconds; `address` leads to it where there is a recording."""

    form: ClassVar[str] = "recording_time"
    seconds: int
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the office's own vocabulary: the key of a message."""

    form: ClassVar[str] = "term"
    key: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to download. `language` is the tag of the file's own language where staff said it."""

    form: ClassVar[str] = "file"
    title: Said
    address: str
    extension: str
    size_bytes: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: the key of its label and its values in order."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Facts that belong together, in the order of their dataclass."""

    form: ClassVar[str] = "record"
    rows: tuple[Row, ...]

    def of(self, key: str) -> tuple[Value, ...]:
        """Return the values of a fact, none where it was not stated."""
        return next((row.values for row in self.rows if row.key == key), ())


Value = Said | Link | Day | Moment | Clock | Count | RecordingTime | Term | File | Record
