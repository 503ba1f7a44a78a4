"""What a build did, as whoever prints it needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did. Seconds by stage; memory in MiB, the highest of all processes together.

    `pages` counts all files of the output, `rendered` those that were made again, `written` those
    whose bytes were not there yet; `unknown` are files in the output that are not ours. `why` is
    the key of the reason for which the store was begun anew, if it was.
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
    why: str | None = None
    explained: tuple[str, ...] = field(default=())

    @property
    def kept(self) -> int:
        """Return how many files stayed as they were."""
        return self.pages - self.written
