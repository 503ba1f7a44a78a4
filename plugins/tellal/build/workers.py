"""Pure functions on plain values, run here or by several processes, with the same results."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

In = TypeVar("In")
Out = TypeVar("Out")

AT_ONCE = 50
"""How many items travel to a process together."""
AHEAD = 3
"""How many lots each process may have waiting: enough to be never idle, few enough to hold."""
WORTH_IT = 400
"""From how many items on new processes gain more time than their start costs."""
DASK = "dask://"


class Work(Protocol):
    """Maps a function over items, in their order."""

    def __call__(
        self, function: Callable[[In], Out], items: Iterable[In], at_once: int = AT_ONCE
    ) -> Iterator[Out]:
        """Yield the result for each item. The function and the items can be pickled."""


def alone(
    function: Callable[[In], Out], items: Iterable[In], at_once: int = AT_ONCE
) -> Iterator[Out]:
    """Do all the work in this process."""
    return map(function, items)


class Workshop:
    """Who works: this process, as many new ones as there are jobs, or an existing cluster.

    `cluster` is an address like `dask://host:port`. Processes are begun when there is enough to
    do, and spawned, never forked: Pelican's spinner is a thread, and a fork beside it may hang.
    """

    def __init__(self, jobs: int = 1, cluster: str | None = None) -> None:
        """Begin with nobody at work."""
        self.jobs, self.cluster = jobs, cluster
        self._executor: Executor | None = None
        self._open = ExitStack()

    def __enter__(self) -> Workshop:
        """Return the workshop, open."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Send everybody home; what is not begun is not done any more where something failed."""
        with self._open:
            if error is not None and self.cluster is None and self._executor is not None:
                self._executor.shutdown(cancel_futures=True)
        self._executor = None

    def pays(self, count: int) -> bool:
        """Return whether more than this process should work on so many items."""
        return count >= WORTH_IT and (self.cluster is not None or self.jobs > 1)

    def work(self, count: int) -> Work:
        """Return who works on about so many items."""
        return self._together if self.pays(count) else alone

    def _together(
        self, function: Callable[[In], Out], items: Iterable[In], at_once: int = AT_ONCE
    ) -> Iterator[Out]:
        executor = self._executor = self._executor or self._begun()
        waiting: deque[Future[list[Out]]] = deque()
        source = iter(items)
        while lot := list(islice(source, at_once)):
            waiting.append(executor.submit(_each, function, lot))
            if len(waiting) >= AHEAD * self.jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def _begun(self) -> Executor:
        if self.cluster is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            spawn = get_context("spawn")
            pool = ProcessPoolExecutor(self.jobs, spawn, _begin)
            return self._open.enter_context(pool)
        from distributed import Client  # an extra: who has no cluster does not install it

        address = f"tcp://{self.cluster.removeprefix(DASK)}"
        client = self._open.enter_context(
            Client(address, set_as_default=False)  # type: ignore[no-untyped-call]
        )
        executor: Executor = self._open.enter_context(client.get_executor())
        return executor


def collect_seldom() -> None:
    """Let Python look seldom for values that keep one another: builds make many, of which few do.

    With its own thresholds a tenth of a build goes into looking.
    """
    gc.set_threshold(100_000, 20, 100)


def _begin() -> None:
    """Let this process end when the one that began it does, in whatever way that one ends."""
    collect_seldom()
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()


def _each(function: Callable[[In], Out], items: Sequence[In]) -> list[Out]:
    return [function(item) for item in items]


def cores() -> int:
    """Return how many processes this machine lets us run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
