"""python -m bench.reading CONTENT: CPU milliseconds that each step of reading takes for one text.

Each step goes over all texts several times; the best time counts, since machines are shared.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from markdown import Markdown

from tellal.reading.front_matter import split_text
from tellal.reading.markup import clean, converter, extensions
from tellal.reading.scan import Source
from tellal.reading.source_text import text_of
from tellal.reading.texts import EditionText, read_edition
from tellal.reading.transliteration import html_to_cyrillic, html_to_latin, is_cyrillic

RUNS = 5
ZONE = ZoneInfo("Europe/Belgrade")
T = TypeVar("T")


def sources(content: Path) -> Iterator[tuple[Source, str]]:
    """Yield each text of a content folder."""
    for file in sorted(content.rglob("index.*.md")):
        path = file.relative_to(content).as_posix()
        text, _ = text_of(file.read_bytes(), path)
        if text is not None:
            yield Source(path, path.rpartition("/")[0], file.name), text


def best(work: Callable[[T], object], items: Sequence[T]) -> float:
    """Return the fewest milliseconds of the processor that one item took on average."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        for item in items:
            work(item)
        times.append(time.process_time() - started)
    return min(times) / max(len(items), 1) * 1000


def steps(texts: Sequence[tuple[Source, str]]) -> Iterator[tuple[str, float]]:
    """Yield the name of each step and what it takes."""
    stock, ours = Markdown(extensions=extensions(), output_format="html"), converter()
    splits = [split for source, text in texts if (split := split_text(source.path, text)[0])]
    bodies = [split.body for split in splits]
    yield "the whole of a text", best(lambda text: read_edition(*text, ZONE), texts)
    yield "front matter", best(lambda text: split_text(text[0].path, text[1]), texts)
    yield "Python-Markdown", best(lambda body: stock.reset().convert(body), bodies)
    yield (
        "Markdown as Tellal reads it",
        best(lambda body: ours.reset().convert(body), bodies),
    )
    yield "sanitising", best(clean, [ours.reset().convert(body) for body in bodies])
    yield from scripts(edition for text in texts if (edition := read_edition(*text, ZONE)[0]))


def scripts(editions: Iterable[EditionText]) -> Iterator[tuple[str, float]]:
    """Yield what the other script of Serbian takes."""
    serbian = [edition.prose.html for edition in editions if edition.language == "sr"]
    latin = [html for html in serbian if not is_cyrillic(html)]
    yield "which script it is", best(is_cyrillic, serbian)
    yield "Latin to Cyrillic", best(html_to_cyrillic, latin)
    yield "Cyrillic to Latin", best(html_to_latin, [html_to_cyrillic(html) for html in latin])


def main() -> None:
    """Print a table."""
    for name, milliseconds in steps(list(sources(Path(sys.argv[1])))):
        print(f"{name:<28}{milliseconds:6.3f} ms")


if __name__ == "__main__":
    main()
