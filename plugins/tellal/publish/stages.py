"""How long each stage of a way takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Tell = Callable[..., object]
"""Hears a sentence that cannot wait, and what fills it."""
Now = Callable[[], float]
"""Gives the moment, in seconds since 1970."""


@dataclass(slots=True)
class Stages:
    """Measures how long each stage takes."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        since = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - since
            self.seconds[name] = round(self.seconds.get(name, 0.0) + spent, 3)
