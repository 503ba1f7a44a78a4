"""What a press has done, in the form in which processes tell each other."""

from __future__ import annotations

from dataclasses import field

from tellal.build.store import PageRow
from tellal.domain.swift_dataclasses import dataclass


@dataclass(slots=True)
class Pressed:
    """What became of the pages of some subjects. `made` are the paths of those rendered."""

    rows: list[PageRow] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    written: int = 0
    worker: int = 0
    memory_kib: int = 0

    def add(self, other: Pressed) -> None:
        """Add what became of other subjects."""
        self.rows += other.rows
        self.stale += other.stale
        self.made += other.made
        self.written += other.written
