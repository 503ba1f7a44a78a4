"""Words -> terms: plain letters, numbers in one form, stems. The other half is `search.js`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.searching.rules import (
    ENDINGS,
    LAST,
    LETTERS,
    PLAIN,
    STOP,
    TWINS,
    VOWELS,
    odd_of,
)

SHORTEST = 3
"""Letters that a stem keeps at least."""
ROUNDS = 3
"""How often an ending is taken away: *qytet-ar-ët* has one, *larınızdakiler* many."""

_ALONE = rf"[a-z](?![{LETTERS}])"
NUMBER = rf"\d+(?:{_ALONE})?(?:[/.:\-](?:\d+(?:{_ALONE})?|{_ALONE}))*"
TOKEN = re.compile(rf"{NUMBER}|[{LETTERS}]+", re.ASCII)
SUFFIX = re.compile(rf"['’][{LETTERS}]+")
MARKS = re.compile("[\u0300-\u036f]")
JOINTS = re.compile(r"[/.:\-]")


def terms_of(text: str, language: str) -> set[str]:
    """Return what a text is found by in a language; words that every text has are left out.

    >>> sorted(terms_of("Građani i gradjana, Nr. 016-126211", "sr"))
    ['126211', '16/126211', 'gradan', 'nr']
    """
    terms: set[str] = set()
    for token in set(tokens_of(text, language)):
        terms.update(_terms(token, language))
    return terms


def tokens_of(text: str, language: str) -> list[str]:
    """Return the words and numbers of a text in small letters, in their order."""
    text = unicodedata.normalize("NFC", text).replace("İ", "i").lower()
    if language == "tr":
        text = SUFFIX.sub("", text)
    return TOKEN.findall(text)


@lru_cache(maxsize=200_000)
def _terms(token: str, language: str) -> tuple[str, ...]:
    """Return the terms of a word or number: none, one, or a number and its long parts."""
    term = term_of(token, language)
    if not term:
        return ()
    parts = term.split("/") if token[0].isdigit() else [term]
    return (term, *(part for part in parts if part != term and len(part) > 2))


def term_of(token: str, language: str) -> str:
    """Return the term of a word or number, "" for a word that is no question.

    Numbers are compared whatever stands between their parts.

    >>> term_of("016-126211", "sq"), term_of("qytetarët", "sq"), term_of("dhe", "sq")
    ('16/126211', 'qytetar', '')
    """
    if token[0].isdigit():
        return "/".join(part.lstrip("0") or "0" for part in JOINTS.split(token))
    word = plain(token)
    return "" if len(word) < 2 or word in stops_of(language) else stem_of(word, language)


def plain(word: str) -> str:
    """Return a word of small letters in those of a bare keyboard.

    >>> plain("građanima"), plain("ısıtma"), plain("гњилане")
    ('gradanima', 'isitma', 'gnjilane')
    """
    word = MARKS.sub("", unicodedata.normalize("NFD", word.translate(_plain_letters())))
    for written, letter in TWINS:
        word = word.replace(written, letter)
    return word


@cache
def _plain_letters() -> dict[int, str]:
    return str.maketrans(PLAIN)


@cache
def stops_of(language: str) -> frozenset[str]:
    """Return the terms that are no question in a language."""
    return frozenset(STOP[language].split())


@dataclass(frozen=True, slots=True)
class Ending:
    """What may be taken away from the end of a word, what stays of it, and after what it stands."""

    letters: str
    rest: str
    after_vowel: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """The endings of a language by their last letter, the longest first; vowels, odd words, more.

    `last` has what becomes of the letter in which a stem ends.
    """

    endings: dict[str, list[Ending]]
    vowels: frozenset[str]
    odd: dict[str, str]
    last: dict[str, str]

    def shorter(self, word: str) -> str | None:
        """Return a word without its longest ending, None for one without any."""
        for ending in self.endings.get(word[-1:], ()):
            left = word[: len(word) - len(ending.letters)]
            if len(left) < SHORTEST or not word.endswith(ending.letters):
                continue
            if self.vowels.isdisjoint(left) or (ending.after_vowel and left[-1] not in self.vowels):
                continue
            return left + ending.rest
        return None


@cache
def grammar_of(language: str) -> Grammar:
    """Return the grammar of a language."""
    endings: dict[str, list[Ending]] = {}
    for written in ENDINGS[language].split():
        letters, _, rest = written.lstrip("+").partition(">")
        own = Ending(letters, rest, written.startswith("+"))
        endings.setdefault(letters[-1], []).append(own)
    for some in endings.values():
        some.sort(key=lambda ending: (-len(ending.letters), ending.letters))
    vowels = frozenset(VOWELS[language])
    return Grammar(endings, vowels, odd_of(language), LAST[language])


def stem_of(word: str, language: str) -> str:
    """Return a plain word without its endings.

    >>> {stem_of(word, "sq") for word in ("qytetar", "qytetari", "qytetaret")}
    {'qytetar'}
    """
    grammar = grammar_of(language)
    if word in grammar.odd:
        return grammar.odd[word]
    for _ in range(ROUNDS):
        shorter = grammar.shorter(word)
        if shorter is None or shorter == word:
            break
        word = shorter
    last = grammar.last.get(word[-1:])
    return word[:-1] + last if last and len(word) > SHORTEST else word
