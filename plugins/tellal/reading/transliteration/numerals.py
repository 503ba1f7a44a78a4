"""Roman numerals: which capital letters are numbers, and which are the words I, MI, LI, DIV."""

import re
from typing import Final

_ROMAN: Final = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
# What may be a numeral, a word (VI, MI, LI, DIV) or an abbreviation: its neighbours tell.
_UNSURE: Final = re.compile(r"[IV]|VI|[LCDM][IVLCDM]|DIV")

SMALL: Final = ("ii", "iii", "vii", "viii")
"""The numerals in small letters that are no words; in brackets, (i) and (iv) are numerals too."""

_CAPITAL: Final = "[A-ZČĆĐŠŽǇǊǄ]"
_SMALL_LETTER: Final = "[a-zčćđšžǉǌǆ]"

# Neighbours come with one character for each letter: poglavǉe. First: parts of an act, rulers.
_PART_BEFORE: Final = re.compile(
    r"\b(?:poglavǉ[eau]|glav[aei]|deo|del[au]|odeǉ\w+|odsek[au]?|aneks[au]?|prilog[au]?"
    r"|tom[au]?|kǌiga|lot)[.:]?\s*$",
    re.IGNORECASE,
)
_RULER_BEFORE: Final = re.compile(r"\b(?:kraǉ|car|sultan|pap|knez|princ)\w*\s+\w+\s*$", re.I)
# What is counted, in the singular: Kategorija I; but ČLAN I ZAMENIK is a member and a deputy.
_COUNTED: Final = (
    "razred|sednic|sjednic|kategorij|stepen|stupǌ|zon|faz|klas|kvartal|tromeseč|krug|vek|partij"
    "|ciklus|gimnazij|lig|nivo|saziv|svetsk"
)
_COUNTED_BEFORE: Final = re.compile(rf"\b((?:član|stav|tačk|{_COUNTED})\w{{0,2}})\s*$", re.I)
_COUNTED_AFTER: Final = re.compile(
    rf"[.)]?\s*(?:(?:{_COUNTED})\w{{0,3}}|deo|odeǉak|poglavǉe)\b", re.IGNORECASE
)
_RANGE_BEFORE: Final = re.compile(r"(?:\d|\b[IVXLC]+)\s?[-–/]\s?$")
_RANGE_AFTER: Final = re.compile(r"\s?[-–/]\s?(?:\d|[IVXLC]+\b)")
_CLOSED_AFTER: Final = re.compile(r"\s*(?:[-–—](?!\w)|[:;)])")

_ABBREVIATED_BEFORE: Final = re.compile(r"\w\.$")
_ABBREVIATED_AFTER: Final = re.compile(r"\.\w")
_NAME_AFTER: Final = re.compile(rf"\.\s*{_CAPITAL}{_SMALL_LETTER}")
_SURNAME_AFTER: Final = re.compile(rf"\.\s*{_CAPITAL}{_SMALL_LETTER}*ić(?:a|u|em|i|ev[aeu])?\b")

_SENTENCE_ENDED: Final = re.compile(r"""[.!?…:;"„“”«»(\[–—-]\s*$""")
_TITLE_BEFORE: Final = re.compile(rf"\b{_CAPITAL}\w*{_SMALL_LETTER},?\s*$")
_TITLE_AFTER: Final = re.compile(rf"\s*{_CAPITAL}{_SMALL_LETTER}")
# I UVOD opens a chapter; I DALJE BEZ VODE is the headline of a release.
_CHAPTER_AFTER: Final = re.compile(
    r"\s*(?!(?:DAǇE|OV\w+|T[AEIOU]\w*|ON\w*|POR\w+|POS\w+|NA|NAK\w+|D[AEO]|NE|JE|OD|ZA|SA)\b)"
    rf"{_CAPITAL}{{2}}"
)


def is_roman(word: str) -> bool:
    """Return whether the word is a numeral wherever it stands: IV, XII, iii (not VI, not iv)."""
    if word.isupper() and len(word) > 1:
        return bool(_ROMAN.fullmatch(word)) and not _UNSURE.fullmatch(word)
    return word in SMALL


def is_numeral(word: str, before: str, after: str) -> bool:
    """Return whether a word in capitals is a numeral between these neighbours.

    They are given in Latin with one character for each letter, see `spell_one_to_one`.
    """
    if is_roman(word):
        return True
    if not (_UNSURE.fullmatch(word) and _ROMAN.fullmatch(word)):
        return False
    if _ABBREVIATED_BEFORE.search(before) or _ABBREVIATED_AFTER.match(after):
        return False
    if _counts_something(before, after):
        return True
    return word in ("I", "V", "VI") and _counts_alone(word, before, after)


def _counts_something(before: str, after: str) -> bool:
    """Return whether a neighbour is counted (*POGLAVLJE I*, *V razred*), ranged over, or rules."""
    counted = _COUNTED_BEFORE.search(before)
    if counted and not (counted[1].isupper() and re.match(r"\s*\w", after)):
        return True
    return any(
        (
            _PART_BEFORE.search(before),
            _RULER_BEFORE.search(before),
            _RANGE_BEFORE.search(before),
            _RANGE_AFTER.match(after),
            _COUNTED_AFTER.match(after),
        )
    )


def _counts_alone(word: str, before: str, after: str) -> bool:
    """Return whether I, V, VI is no conjunction, no initial (*V. Petrović*) and no pronoun."""
    if word == "VI":
        return not _ends_in_capitals(before)
    if after.startswith("."):
        is_initial = before.strip() and _NAME_AFTER.match(after)
        return not is_initial and not _SURNAME_AFTER.match(after)
    if word == "V" or _CLOSED_AFTER.match(after):
        return True
    if not before.strip():
        return not after.strip() or bool(_CHAPTER_AFTER.match(after))
    return not _is_conjunction(before, after)


def _is_conjunction(before: str, after: str) -> bool:
    """Return whether a capital I joins: it opens a sentence, or all words have capitals."""
    return (
        _ends_in_capitals(before)
        or bool(_SENTENCE_ENDED.search(before))
        or bool(_TITLE_BEFORE.search(before) and _TITLE_AFTER.match(after))
    )


def _ends_in_capitals(text: str) -> bool:
    return next((letter for letter in reversed(text) if letter.isalpha()), "a").isupper()
