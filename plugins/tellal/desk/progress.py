"""A progress bar where a person looks, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from tellal.build.watching import Watched
from tellal.desk.speech import DEFAULT, sentence

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")


@contextmanager
def watched(language: str = DEFAULT) -> Iterator[Watched]:
    """Yield what tells a person at a terminal how far the work has come."""
    if not sys.stderr.isatty():

        def telling(items: Iterable[T], what: str, count: int) -> Iterator[T]:
            print(f"{sentence(what, language)} …", file=sys.stderr)
            return iter(items)

        yield telling
        return
    with ExitStack() as opened:
        bars: list[Progress] = []

        def watching(items: Iterable[T], what: str, count: int) -> Iterator[T]:
            if not bars:
                bars.append(opened.enter_context(_bars()))
            task = bars[0].add_task(sentence(what, language), total=count)
            for item in items:
                yield item
                bars[0].advance(task)

        yield watching


def _bars() -> Progress:
    """Return the bars, which only a long work is worth loading for."""
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True)
