"""words/*.txt -> Row: sentences in three languages, with slots for what differs.

A file holds groups (`= key directorate tag`) of sections (`- name`) of rows: three lines each,
Albanian, Serbian, Turkish, with an empty line between rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Protocol

LANGUAGES = ("sq", "sr", "tr")
FOLDER = Path(__file__).parent / "words"

Text = dict[str, str]
"""The same text in every language."""


class Values(Protocol):
    """What can fill a slot."""

    def value(self, slot: str) -> Text:
        """Return what stands in the slot, in every language."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence in every language; `slots` are the names in braces, the same in each."""

    text: Text
    slots: tuple[str, ...]

    def fill(self, scene: Values) -> Text:
        """Return the sentence with its slots filled, with the same facts in every language."""
        if not self.slots:
            return self.text
        values = [(slot, scene.value(slot)) for slot in self.slots]
        return {
            language: text.format_map({slot: value[language] for slot, value in values})
            for language, text in self.text.items()
        }


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one matter by section. Common groups have no directorate and no tag."""

    key: str
    directorate: str
    tag: str
    sections: dict[str, tuple[Row, ...]]

    def __getitem__(self, section: str) -> tuple[Row, ...]:
        return self.sections[section]


@dataclass(frozen=True, slots=True)
class Book:
    """All groups of one file."""

    groups: dict[str, Group]

    def __getitem__(self, key: str) -> Group:
        return self.groups[key]

    @property
    def matters(self) -> list[Group]:
        """Return the groups that a publication can be about."""
        return [group for group in self.groups.values() if group.directorate]


@cache
def book(name: str) -> Book:
    """Return the groups of a file, in its order. Raises ValueError for a row that is not whole."""
    groups = {}
    for chunk in parts((FOLDER / f"{name}.txt").read_text("utf-8"), "= "):
        title, _, rest = chunk.partition("\n")
        key, directorate, tag = [*title.split(" ", 2), "", ""][:3]
        sections = dict(_section(part) for part in parts(rest, "- "))
        groups[key] = Group(key, directorate, tag, sections)
    return Book(groups)


def parts(text: str, mark: str) -> list[str]:
    """Return what follows each line that begins with the mark."""
    return re.split(rf"^{mark}", text, flags=re.MULTILINE)[1:]


def _section(part: str) -> tuple[str, tuple[Row, ...]]:
    name, _, rows = part.partition("\n")
    return name, tuple(_row(lines) for lines in rows.strip().split("\n\n"))


def _row(lines: str) -> Row:
    text = dict(zip(LANGUAGES, lines.split("\n"), strict=True))
    slots = [[slot for _, slot, _, _ in Formatter().parse(line) if slot] for line in text.values()]
    if len({frozenset(names) for names in slots}) > 1:
        raise ValueError(f"The slots of this row differ between the languages: {lines}")
    return Row(text, tuple(dict.fromkeys(slots[0])))
