"""What a theme says in each language, as plain data: made by catalogues.py, spoken by say.py.

The data can be kept: who has it needs neither PO files nor Babel, which take long to load.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tellal.domain.languages import Language
from tellal.domain.swift_dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How a language writes dates. Patterns are for `str.format`, with `day`, `month`, `year`.

    `months` stand in a pattern, `months_alone` by themselves; `weekdays` begin with Monday.
    """

    day_pattern: str
    month_pattern: str
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    weekdays: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The signs with which a language writes numbers; `group` stands between three digits."""

    group: str
    decimal: str
    minus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All that is needed to speak one language.

    `plural_rule` says in C, as PO files do, which of the forms in `plurals` goes with a number n.
    """

    messages: dict[str, str]
    plurals: dict[str, tuple[str, ...]]
    plural_rule: str
    dates: Dates
    numbers: Numbers


Words = Mapping[str, Lexicon]


def messages_of(words: Words) -> dict[str, dict[str, str]]:
    """Return the plain messages of each language by its tag."""
    return {tag: lexicon.messages for tag, lexicon in words.items()}


def word_files(theme: Path, languages: tuple[Language, ...]) -> dict[str, Path]:
    """Return the PO file in which the words of each written language stand."""
    return {
        language.written: theme / "locale" / language.written / "LC_MESSAGES" / "tellal.po"
        for language in languages
    }
