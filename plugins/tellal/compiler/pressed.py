"""What a press has done, in the form in which processes tell each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from tellal.build.store import PageRow


@dataclass(slots=True)
class Pressed:
    """What became of the pages of some subjects. `made` are the paths of those rendered.

    `stamps` are those of the theme that made them, where all were brought up to date with it;
    what is stale was made anew whatever its view says.
    """

    rows: list[PageRow] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    written: int = 0
    worker: int = 0
    memory_kib: int = 0
    stamps: bytes | None = None
    stale_templates: frozenset[str] = frozenset()
    stale_words: frozenset[str] = frozenset()

    def add(self, other: Pressed) -> None:
        """Add what became of other subjects."""
        self.rows += other.rows
        self.stale += other.stale
        self.made += other.made
        self.written += other.written
        self.stamps = other.stamps or self.stamps
        self.stale_templates |= other.stale_templates
        self.stale_words |= other.stale_words
