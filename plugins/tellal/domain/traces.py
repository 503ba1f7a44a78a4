"""What looks like personal data, and where it stands: for a check to judge."""

from __future__ import annotations

from enum import Enum
from hashlib import sha256

from tellal.domain.swift_dataclasses import dataclass


class Place(Enum):
    """In which part of a file something stands; `EARLIER` is in what it said before."""

    TEXT = "text"
    PROPERTIES = "properties"
    NAME = "name"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that looks like personal data. `rule` says what it looks like.

    `line` is that of a text and the page of a PDF; it starts at 1, and 0 is the file as a whole.
    `value` is written in one way only, so that two traces of the same thing are equal.
    """

    path: str
    line: int
    rule: str
    value: str
    place: Place = Place.TEXT

    @property
    def digest(self) -> str:
        """Return the twelve signs by which an exception names what stands in a file."""
        return sha256("\0".join((self.path, self.rule, self.value)).encode()).hexdigest()[:12]

    @property
    def masked(self) -> str:
        """Return the value as a log may show it: its ends, so that one finds it.

        >>> Trace("a.md", 1, "personal-number", "1234567890").masked
        '12…90'
        """
        return f"{self.value[:2]}…{self.value[-2:]}"
