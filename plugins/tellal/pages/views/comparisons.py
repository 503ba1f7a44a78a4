"""What a publication said before, set against what it said then, revision by revision."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Link, Said


@dataclass(frozen=True, slots=True)
class Change:
    """A revision, as readers see it. `number` is that of the text which it led to; 1 is the first.

    `comparison` is the address at which both wordings are compared. Without one `withheld` says
    why; `is_joined` that a translation made it together with a later one; or else the wording is
    not at hand.
    """

    number: int
    on: date
    note: Said
    is_minor: bool = False
    comparison: str | None = None
    withheld: Said | None = None
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class WordingShown:
    """What an edition said; `body` is the digest of its text."""

    title: str
    summary: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A change with the wording of a day before it and the one after; None where it has none."""

    change: Change
    since: date | None = None
    before: WordingShown | None = None
    after: WordingShown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """All changes of an edition, the last one first."""

    shell: Shell
    kind: str
    number: str | None
    title: str
    publication: Link
    comparisons: tuple[Comparison, ...]

    @property
    def bodies(self) -> tuple[str, ...]:
        """Return the digests of all texts."""
        pairs = ((one.before, one.after) for one in self.comparisons)
        return tuple({one.body: None for pair in pairs for one in pair if one})
