"""Work that somebody may watch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

In = TypeVar("In")


class Watched(Protocol):
    """Passes items on and may tell somebody how far the work has come."""

    def __call__(self, items: Iterable[In], what: str, count: int) -> Iterator[In]:
        """Yield each item; `what` names the work, `count` is how many there are."""


def unwatched(items: Iterable[In], what: str, count: int) -> Iterator[In]:
    """Pass items on and tell nobody."""
    return iter(items)
