"""What the other forms of a text show."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.publications import EditionView
from tellal.pages.views.values import Link, Record, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsView(EditionView):
    """A publication in one language, to be posted up, read out or pasted.

    `text` leads to its own page, `host` has no path; `warnings` are the keys of what must be said
    of a translation.
    """

    place: tuple[Value, ...]
    facts: Record
    contact: Record | None
    note: tuple[Value, ...]
    text: Link
    host: str
    short: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """Return the whole address of the text."""
        return f"{self.host}{self.text.address}"

    @property
    def short_url(self) -> str:
        """Return the address of the text as it is read out and typed: the short one, if any."""
        whole = self.short or self.url
        return whole.partition("://")[2] or whole
