"""What a search for personal data is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from tellal.domain.swift_dataclasses import dataclass

Match = re.Match[str]
Spans = list[tuple[int, int]]
BEFORE, AFTER = 60, 200
"""How many signs before and after what draws attention are looked at."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which something looks like personal data, in small letters.

    It is tried around each of its `words`, or around numbers if it has none. `judge` returns the
    value. Web addresses are left out, unless it `is_found_in_them`.
    """

    rule: str
    words: tuple[str, ...]
    form: re.Pattern[str]
    judge: Callable[[Match], str | None]
    is_found_in_web_addresses: bool = False

    def values(self, text: str, spans: Spans) -> Iterator[tuple[int, str]]:
        """Yield each value in some parts of a text, with the place at which it begins."""
        for start, end in spans:
            for match in self.form.finditer(text, start, end):
                if value := self.judge(match):
                    yield match.start("value"), value


def around_words(text: str, words: Iterable[str]) -> Spans:
    """Return what lies around some words. Those of Cyrillic are slow to look for in vain."""
    is_cyrillic = "а" in text
    places = []
    for word in words:
        if word in text if word < "а" else is_cyrillic and word in text:
            places += [(found.start(), found.end()) for found in re.finditer(re.escape(word), text)]
    return merged(sorted(places))


def merged(places: Iterable[tuple[int, int]]) -> Spans:
    """Return the surroundings of some places, which are in order; none of them overlap."""
    spans: Spans = []
    for start, end in places:
        first, last = max(0, start - BEFORE), end + AFTER
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(last, spans[-1][1])
        else:
            spans.append((first, last))
    return spans
