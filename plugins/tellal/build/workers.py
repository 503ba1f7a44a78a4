"""Pure functions on plain values, run here or by several processes, with the same results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

AT_ONCE = 50
"""How many items travel to a process together."""


class Work(Protocol):
    """Maps a function over items, in their order."""

    def __call__(
        self, function: Callable[[In], Out], items: Sequence[In], at_once: int = AT_ONCE
    ) -> Iterator[Out]:
        """Yield the result for each item. The function and the items can be pickled."""


def alone(
    function: Callable[[In], Out], items: Sequence[In], at_once: int = AT_ONCE
) -> Iterator[Out]:
    """Do all the work in this process."""
    return map(function, items)


@contextmanager
def workers(jobs: int) -> Iterator[Work]:
    """Yield who works: this process for one job, else as many new ones.

    They are spawned, never forked: Pelican's spinner is a thread, and a fork beside it may hang.
    """
    if jobs <= 1:
        yield alone
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:

        def together(
            function: Callable[[In], Out], items: Sequence[In], at_once: int = AT_ONCE
        ) -> Iterator[Out]:
            return pool.map(function, items, chunksize=at_once)

        yield together
