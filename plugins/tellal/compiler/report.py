"""What a build did, as whoever prints it needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tellal.compiler.explaining import Sentence
from tellal.domain.swift_dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did. Seconds by stage; memory in MiB, the highest of all processes together.

    `pages` counts all files of the output, `rendered` those that were made again, `written` those
    whose bytes were not there yet; `unknown` are files in the output that are not ours.
    `explained` are sentences, each with what fills its {placeholders}.
    """

    pages: int
    rendered: int = 0
    written: int = 0
    deleted: int = 0
    waiting: int = 0
    as_of: datetime
    seconds: Mapping[str, float]
    memory_mib: int
    unknown: tuple[str, ...] = ()
    explained: tuple[Sentence, ...] = ()

    @property
    def kept(self) -> int:
        """Return how many files stayed as they were."""
        return self.pages - self.written
