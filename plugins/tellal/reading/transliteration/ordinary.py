"""Ordinary Serbian, which a glance tells apart from all that needs a closer look.

The pattern is cautious: it passes no word that another module would keep or read apart, and stops
at many that no module would. Most of a text passes.
"""

from collections.abc import Iterable
from typing import Final

from tellal.reading.transliteration.compounds import AFTER_N
from tellal.reading.transliteration.foreign import AS_WRITTEN, STEMS, UNSERBIAN_PAIRS
from tellal.reading.transliteration.letters import CYRILLIC, LATIN
from tellal.reading.transliteration.numerals import SMALL


def _either_case(words: Iterable[str]) -> str:
    """Return a pattern of the words, the first letter small or not, tried by first letter."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0].lower(), []).append(word[1:])
    return "|".join(
        f"[{first.upper()}{first}](?:{'|'.join(sorted(rests[first]))})" for first in sorted(rests)
    )


_KNOWN: Final = _either_case(
    (*STEMS, *SMALL, *UNSERBIAN_PAIRS, *(word for word in AS_WRITTEN if word[1:].islower()))
)
_CAPITALS: Final = "".join(filter(str.isupper, LATIN + CYRILLIC))
_FREE: Final = "".join(
    letter for letter in LATIN + CYRILLIC if letter.islower() and letter not in "cdfgklnpz"
)
_CHECKED: Final = (
    rf"n(?!{AFTER_N})|d(?:(?!ž)|(?<![aeno]d))"
    "|k(?!k)|l(?!l)|p(?!p)|g(?![gj])|z(?!h)|c(?!c)|f(?!f)"
)
_WORD: Final = rf"(?=[^\W\d_])(?!{_KNOWN})[{_CAPITALS}]?+[{_FREE}]*+(?:(?:{_CHECKED})[{_FREE}]*+)*+"
_NUMBER: Final = r"[0-9][0-9.,/:–-]*+"
_SIGN: Final = "[–—|€%+-]++"
_BEGINNING: Final = r"""(?!\([ivx]+\))[(„“"]?"""

ORDINARY: Final = rf"""(?:{_BEGINNING}(?:{_WORD}|{_NUMBER}|{_SIGN})[,;:!?.…)”“"]*+(?:\s++|\Z))++"""
"""A pattern of words and numbers with all that stands between them, up to the next doubtful one."""
