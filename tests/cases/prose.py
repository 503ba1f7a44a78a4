"""findings.md -> Case: the cases as data, for those that run them and those that count them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "findings.md"
HEADING = "### "
FENCE = "."
WRITTEN = re.compile(r">>> (?P<path>.+?)(?: · (?P<how>.+))?$")


@dataclass(frozen=True, slots=True)
class Written:
    """A file of a case. `how` says what is special about it, in the words of findings.md."""

    path: str
    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A rule shown: its sentence, what an editor wrote, and what is printed about it."""

    name: str
    files: tuple[Written, ...]
    expected: tuple[str, ...]


def cases_of(text: str) -> Iterator[Case]:
    """Yield the cases of a text. Raises ValueError where a heading has no case, or no end."""
    lines = iter(text.splitlines())
    name = ""
    for line in lines:
        if line == FENCE:
            files, expected = list(_until_fence(lines)), list(_until_fence(lines))
            yield Case(_named(name), tuple(_files(files)), tuple(expected))
            name = ""
        elif line.startswith(HEADING):
            name = _named(line.removeprefix(HEADING), name)
    _named("the end", name)


def _until_fence(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == FENCE:
            return
        yield line
    raise ValueError("findings.md: the last case has no end")


def _named(name: str, before: str = "") -> str:
    """Return a heading, which neither lacks its case nor takes that of another."""
    if before or not name:
        raise ValueError(f"findings.md: a heading and a case belong together: {before or name!r}")
    return name


def _files(lines: list[str]) -> Iterator[Written]:
    """Yield each file; in its text an arrow stands for a tab."""
    starts = [number for number, line in enumerate(lines) if WRITTEN.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = WRITTEN.match(lines[start])
        assert match is not None
        text = "".join(f"{line}\n" for line in lines[start + 1 : end]).replace("→", "\t")
        yield Written(match["path"], match["how"] or "", text)


CASES = tuple(cases_of(FILE.read_text("utf-8")))
