"""A progress bar where a person looks, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from tellal.build.watching import Watched
from tellal.desk.speech import DEFAULT, sentence

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
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:

        def watching(items: Iterable[T], what: str, count: int) -> Iterator[T]:
            task = progress.add_task(sentence(what, language), total=count)
            for item in items:
                yield item
                progress.advance(task)

        yield watching
