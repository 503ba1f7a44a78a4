"""Text -> order: lists sorted as the alphabet of their language has it, and their A to Z."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, TypeAlias

from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.transliteration import keep_apart

_AZBUKA: Final = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш"
_GAJICA: Final = (
    "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"  # q w x y: guests
)
_ALPHABETS: Final = {
    "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh "
    + _AZBUKA,
    "sr-Latn": f"{_GAJICA} {_AZBUKA}",
    "sr-Cyrl": f"{_AZBUKA} {_GAJICA}",
    "tr": f"a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z {_AZBUKA}",
    "en": f"a b c d e f g h i j k l m n o p q r s t u v w x y z {_AZBUKA}",
}
# Letters that Unicode does not take apart into a base and a mark.
_BASES: Final = {"đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss"}
_TURKISH_SMALL: Final = str.maketrans("Iİ", "ıi")

_SPACE, _NUMBER, _LETTER, _STRANGER = range(4)
_DIGITS: Final = "0–9"

Weight: TypeAlias = tuple[int, int]
SortKey: TypeAlias = tuple[tuple[Weight, ...], tuple[str, ...], tuple[bool, ...], str]


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """The letters of a language, each with its place; digraphs are letters."""

    letters: tuple[str, ...]
    places: Mapping[str, int]
    tokens: re.Pattern[str]


@cache
def _alphabet_of(language: str) -> _Alphabet:
    letters = tuple(_ALPHABETS[language].split())
    digraphs = "|".join(letter for letter in letters if len(letter) > 1) or "(?!)"
    # A number longer than any real one is cut, because int() refuses thousands of digits.
    tokens = re.compile(rf"\d{{1,300}}|\s+|{digraphs}|.", re.DOTALL)
    return _Alphabet(letters, {letter: place for place, letter in enumerate(letters)}, tokens)


def alphabet_of(language: str) -> tuple[str, ...]:
    """Return the letters of a language in their order, as headings have them."""
    return tuple(_heading(letter, language) for letter in small_alphabet_of(language))


def small_alphabet_of(language: str) -> tuple[str, ...]:
    """Return the letters of a language in their order, in small letters."""
    return _alphabet_of(language).letters


def _heading(letter: str, language: str) -> str:
    return "İ" if (letter, language) == ("i", "tr") else letter.capitalize()


def sort_key(text: str, language: str) -> SortKey:
    """Return what puts texts into the order of the language; only equal texts have equal keys.

    Letters decide first (digraphs are letters, numbers count by value, a space comes before all),
    then foreign marks (é after e), then capitals, then punctuation.

    >>> sorted(["Nikolić", "Njegoš", "Nušić", "nadživeti", "nadzor"], key=lambda name:
    ...        sort_key(name, "sr-Latn"))
    ['nadzor', 'nadživeti', 'Nikolić', 'Nušić', 'Njegoš']
    """
    elements = tuple(_elements(text, language))
    return (
        tuple(weight for weight, _ in elements),
        tuple(mark for _, mark in elements),
        tuple(letter.isupper() for letter in text),
        text,
    )


def letter_of(text: str, language: str) -> str:
    """Return the heading of an A to Z list: a letter (Dž, İ), 0–9, or nothing if there is none."""
    for (kind, place), _ in _elements(text, language):
        if kind == _NUMBER:
            return _DIGITS
        letter = _alphabet_of(language).letters[place] if kind == _LETTER else chr(place)
        return _heading(letter, language)
    return ""


def _elements(text: str, language: str) -> Iterator[tuple[Weight, str]]:
    """Yield each number, letter and inner space as its weight, with the spelling of a guest."""
    waiting = began = False
    for token in _alphabet_of(language).tokens.findall(_folded(text, language)):
        if token.isspace():
            waiting = began
            continue
        for element in _weigh(token, language):
            if waiting:
                yield (_SPACE, 0), ""
            waiting, began = False, True
            yield element


def _folded(text: str, language: str) -> str:
    """Return the text in small letters of its language, two-letter pairs kept apart."""
    text = unicodedata.normalize("NFKC", text)
    if language == "tr":
        text = text.translate(_TURKISH_SMALL)
    return keep_apart(text.lower()) if language == "sr-Latn" else text.lower()


@lru_cache(maxsize=4096)
def _weigh(token: str, language: str) -> tuple[tuple[Weight, str], ...]:
    """Return the weight of a number or letter, of each base letter of a guest, of no sign."""
    places = _alphabet_of(language).places
    if token.isdecimal():
        return (((_NUMBER, int(token)), ""),)
    if token in places:
        return (((_LETTER, places[token]), ""),)
    bases = unicodedata.normalize("NFKD", _BASES.get(token, token)) if token.isalpha() else ""
    return tuple(
        ((_LETTER, places[base]) if base in places else (_STRANGER, ord(base)), token)
        for base in bases
        if base.isalpha()
    )
