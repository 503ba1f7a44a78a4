"""What is written: a publication in its languages, and the archive that later ones refer to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zlib import crc32

from bench.dice import Dice
from bench.front_matter import Fact, front_matter
from bench.phrases import Text

UNNOTED, SAME_DAY = 0.05, 0.65
"""Of how many translations nobody noted the moment, and how many followed on the same day."""
LETTERS = str.maketrans("ëçËÇ -", "ecec--")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A publication as others see it: where it lies, what it is called, in which languages."""

    day: date
    folder: str
    title: Text = field(compare=False)
    languages: tuple[str, ...] = field(compare=False)

    @property
    def link(self) -> Text:
        """Return a link to the publication, as staff write it in each language."""
        return {
            language: f"[{title}]({{filename}}/{self.folder}/index.{self._best(language)}.md)"
            for language, title in self.title.items()
        }

    def _best(self, language: str) -> str:
        return language if language in self.languages else self.languages[0]


@dataclass(frozen=True, slots=True)
class Paper:
    """A publication with all its words; `facts` are those of the original alone."""

    entry: Entry
    summary: Text
    body: Text
    facts: Mapping[str, Fact]
    revision: int | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)

    def contents(self, as_of: datetime) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the bytes of each file in the folder, as of a moment."""
        entry = self.entry
        for language in entry.languages:
            wording = {"title": entry.title[language], "summary": self.summary[language]}
            facts = self.facts
            if language != entry.languages[0]:
                followed = translated_at(entry, self.facts.get("time"), language, as_of)
                facts = {"revision": self.revision, "translated_at": followed}
            text = f"{front_matter({**wording, **facts})}\n{self.body[language]}\n"
            yield f"index.{language}.md", text.encode()
        yield from self.files.items()


def translated_at(entry: Entry, clock: Fact, language: str, as_of: datetime) -> datetime | None:
    """Return when a translation followed: within hours, the next days, or nobody noted it."""
    dice = Dice(crc32(f"{entry.folder} {language}".encode()))
    issued = datetime.combine(entry.day, time.fromisoformat(str(clock or "11:00")))
    if dice.happens(UNNOTED):
        return None
    if dice.happens(SAME_DAY):
        return min(issued + timedelta(minutes=dice.between(15, 240)), as_of)
    morning = datetime.combine(entry.day + timedelta(days=dice.between(1, 5)), time(8))
    return min(max(issued, morning) + timedelta(minutes=dice.between(0, 420)), as_of)


class Archive:
    """All entries so far, by day. No two have the same address."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._names: set[tuple[str, str, str]] = set()

    def folder(self, collection: str, day: date, name: str) -> str:
        """Return a new folder; a name that the section's month knows gets a number."""
        short = name.translate(LETTERS).lower()
        number, month = 1, f"{day:%Y-%m}"
        while (collection, month, _numbered(short, number)) in self._names:
            number += 1
        self._names.add((collection, month, _numbered(short, number)))
        return f"{collection}/{day:%Y/%m-%d}-{_numbered(short, number)}"

    def add(self, entry: Entry) -> None:
        """Let later publications link to this one."""
        insort(self._entries, entry)

    def earlier(self, dice: Dice, day: date) -> Entry | None:
        """Return one of the hundred latest entries before a day, if there is any."""
        end = bisect_left(self._entries, day, key=lambda entry: entry.day)
        return self._entries[end - 1 - dice.between(0, min(end, 100) - 1)] if end else None


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"
