"""A style sheet in its parts, as much of CSS as ours is written in: rules, perhaps in `@media`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parent / "features.csv"
IGNORED = re.compile(
    r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|(?<=url\()[^)]*|U\+[\w?-]+|#[0-9a-f]+\b", re.DOTALL
)
PART = re.compile(r"([^{};]*)([{};])")
FUNCTION = re.compile(r"([a-z-]+)\(", re.IGNORECASE)
UNIT = re.compile(r"(?<![\w#.-])[\d.]*\d([a-z]+|%)", re.IGNORECASE)
SELECTOR = re.compile(r"::?[a-z-]+")
MEDIUM = re.compile(r"\b(print|screen)\b|\(\s*([a-z-]+)")


@dataclass(frozen=True, slots=True)
class Feature:
    """What a browser must know, and the first Chromium that does. `without` tells what a reader of
    an older one misses; where nothing is told, nobody may miss it.
    """

    what: str
    name: str
    chromium: int
    without: str


@dataclass(frozen=True, slots=True)
class Used:
    """A feature that a sheet uses. `guarded`: only browsers that know it see it (`@supports`)."""

    what: str
    name: str
    guarded: bool = False


def table() -> dict[tuple[str, str], Feature]:
    """Return the features that we know, by sort and name."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {
        (row["what"], row["name"]): Feature(
            row["what"], row["name"], int(row["chromium"]), row["without it"]
        )
        for row in rows
    }


def used_in(sheet: str) -> Iterator[Used]:
    """Yield each feature that a sheet uses, as often as it does."""
    around: list[str] = []
    for text, end in PART.findall(IGNORED.sub("", sheet)):
        guarded = any(head.startswith("@supports") for head in around)
        for what, name in _features(text.strip(), end):
            yield Used(what, name.lower(), guarded)
        if end == "{":
            around.append(text.strip())
        elif end == "}":
            around.pop()


def _features(text: str, end: str) -> Iterator[tuple[str, str]]:
    if text.startswith("@"):
        yield "at-rule", text.split()[0].split("(")[0]
        if text.startswith("@media"):
            yield from (("media", kind or query) for kind, query in MEDIUM.findall(text))
    elif end == "{":
        yield from (("selector", name) for name in SELECTOR.findall(text))
    elif ":" in text:
        name, _, value = text.partition(":")
        if not name.startswith("--"):
            yield "property", name.strip()
        yield from (("function", one) for one in FUNCTION.findall(value))
        yield from (("unit", one) for one in UNIT.findall(value))


def as_seen_by(version: int, sheet: str) -> str:
    """Return what is left of a sheet in a browser that passes over what it does not know."""
    known = table()
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)

    def is_new(text: str, end: str) -> bool:
        found = (known.get(one) for one in _features(IGNORED.sub("", text).strip(), end))
        return any(one and one.chromium > version for one in found)

    def declarations(rule: re.Match[str]) -> str:
        kept = [part for part in rule[2].split(";") if not is_new(part, ";")]
        return "" if is_new(rule[1], "{") else f"{rule[1]}{{{';'.join(kept)}}}"

    return re.sub(r"([^{};]+)\{([^{}]*)\}", declarations, sheet)
