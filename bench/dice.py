"""Chance that falls the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Choices by a seed. Of `random.Random` only `random()` is promised to stay as it is."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def happens(self, share: float) -> bool:
        """Return true in that share of the cases."""
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        """Return a whole number, both bounds inclusive."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[int(self._random.random() * len(items))]

    def some(self, items: Sequence[T], count: int | None = None) -> list[T]:
        """Return so many different items, or all, in any order."""
        left = list(items)
        wanted = len(left) if count is None else min(count, len(left))
        return [left.pop(int(self._random.random() * len(left))) for _ in range(wanted)]

    def spread(self, items: Sequence[T], count: int) -> list[T]:
        """Return so many items in their order, spread evenly but not regularly."""
        step = len(items) / max(count, 1)
        return [items[int((number + self._random.random()) * step)] for number in range(count)]
