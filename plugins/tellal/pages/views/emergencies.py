"""What everybody must know at once."""

from __future__ import annotations

from datetime import datetime

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.values import Link, Said


@dataclass(frozen=True, slots=True)
class EmergencyView:
    """An emergency in one language. `more` leads to what tells the whole; its text may be empty."""

    text: Said
    until: datetime
    more: Link | None

    @property
    def until_ms(self) -> int:
        """Return the end as scripts count it, in milliseconds since 1970."""
        return int(self.until.timestamp()) * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyFileView:
    """What brings an emergency to every page of a language, or brings nothing.

    `form` is `js` or `css`; `quoted` is all that it says as a text of a style sheet, for readers
    without script.
    """

    tag: str
    form: str
    emergency: EmergencyView | None
    quoted: str = ""
