"""Who does the work of a build, and who is told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import TypeVar

from tellal.build.watching import Watched, unwatched
from tellal.build.workers import Workshop
from tellal.domain.swift_dataclasses import dataclass

In = TypeVar("In")
Out = TypeVar("Out")

MANY = 200
"""From how many folders or pages on a person wants to see how far the work has come."""


def silent(message: str, **arguments: object) -> None:
    """Hear a sentence that cannot wait for the report, and what fills it; say nothing."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works, who is told how far it has come, and whether the build begins with nothing.

    `explain` is the path of a page of which the report says why it was made or not.
    """

    workshop: Workshop = field(default_factory=Workshop)
    watched: Watched = unwatched
    tell: Callable[..., None] = silent
    cold: bool = False
    explain: str | None = None

    def read(self, function: Callable[[In], Out], items: Iterable[In], count: int) -> Iterator[Out]:
        """Yield what becomes of each item that is read, in order."""
        found = self.workshop.work(count)(function, items)
        return self.watched(found, "reading", count) if count >= MANY else found

    def write(
        self, function: Callable[[In], Out], items: Iterable[In], count: int, pages: int
    ) -> Iterator[Out]:
        """Yield what becomes of each lot that is written; `pages` is about how many they hold."""
        made = self.workshop.work(pages)(function, items, 1)
        return self.watched(made, "writing", count) if pages >= MANY else made


ALONE = Crew()
