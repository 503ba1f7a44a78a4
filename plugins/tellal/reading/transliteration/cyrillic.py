"""Serbian in Latin letters -> Serbian in Cyrillic letters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tellal.reading.transliteration.addresses import ADDRESS, SIGN
from tellal.reading.transliteration.compounds import keep_apart
from tellal.reading.transliteration.foreign import is_foreign
from tellal.reading.transliteration.letters import BREAK, spell_in_cyrillic, spell_one_to_one
from tellal.reading.transliteration.numerals import is_numeral
from tellal.reading.transliteration.ordinary import ORDINARY

_SPACE: Final = r"(?:[^\S\x1e]++|&(?:nbsp|thinsp|\#160|\#8239|\#x[aA]0);)?"
_UNIT: Final = (
    r"(?:[kcdm]?m|[km]g|[mhdc]?l|t|ha|h|[kM]?VA?|[kMGT]B|[kMG]b|Mb?ps|[kMG]?Hz|dB|[kM]Pa|[kM]J|kN)"
)
_UNITS: Final = rf"{_SPACE}{_UNIT}[23]?(?:/{_UNIT}[23²³]?)*(?!\w)"
_GRAMS: Final = rf"(?<!\b(?:19|20)\d\d){_SPACE}g(?!\w)"

# What depends on the words beside it, and placeholders, which may hold spaces.
_IN_CONTEXT: Final = re.compile(
    rf"""[0-9°{{%IVLCDM](?:
        (?<=[0-9])(?![0-9.,])(?:{_UNITS}|{_GRAMS})     # 5 km, 20 g, but not 2019 g.
      | (?<=°)[ ]?[CFK](?!\w)                          # °C
      | (?<={{)[^{{}}\n\x1e]*}}(?:{_UNITS}|/[^\s)]*)?     # {{name}}, {{size}} kB, {{static}}/a.pdf
      | (?<=%)\([^()\n\x1e]*\)[a-z](?:{_UNITS})?          # %(name)s
      | (?<=(?<!\d)%)[sd](?!\w)(?:{_UNITS})?           # %s
      | (?<=(?<!\w)[IV])[IVLCDM]?(?!\w)               # I, V, VI
      | (?<=(?<!\w)[LCDM])[IVLCDM]{{1,2}}(?!\w)       # MI, LI, DIV
    )""",
    re.VERBOSE,
)
_LONGEST: Final = 1000
"""In signs. What goes on for longer without a space is no prose, and stays as it is."""

_PARAGRAPH_END: Final = re.compile(f"\n\n|{BREAK}")
_ADDRESS: Final = re.compile(ADDRESS, re.VERBOSE)
_STRETCH: Final = re.compile(rf"(?P<ordinary>{ORDINARY})|\S+")
_TOKEN: Final = re.compile(
    rf"{ADDRESS}|{SIGN}|(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*)", re.VERBOSE
)


def to_cyrillic(text: str) -> str:
    """Return plain text with its Serbian Latin in Cyrillic letters, in Unicode form NFC.

    What is not Serbian stays as it is: links, names of files, Roman numerals, units after a
    number, placeholders, words with letters or spellings that Serbian lacks, known foreign words.
    """
    text = unicodedata.normalize("NFC", text)
    pieces: list[str] = []
    done = 0
    for start, end in _kept_in_context(text):
        pieces += _spell(text[done:start]), text[start:end]
        done = end
    return "".join((*pieces, _spell(text[done:])))


def _spell(text: str) -> str:
    """Return text in which no word depends on another. Most words have been met before."""
    chunks = text.split(" ")
    if max(map(len, chunks)) > _LONGEST:
        return _spell_anew(text)
    return " ".join(map(_spell_known, chunks))


def _spell_anew(text: str) -> str:
    return _STRETCH.sub(_spell_stretch, text)


_spell_known: Final = lru_cache(maxsize=16384)(_spell_anew)


def _spell_stretch(stretch: re.Match[str]) -> str:
    if stretch["ordinary"]:
        return spell_in_cyrillic(stretch[0])
    return _spell_chunk(stretch[0]) if len(stretch[0]) <= _LONGEST else stretch[0]


def _spell_chunk(chunk: str) -> str:
    """Return what stands between two spaces in Cyrillic, its foreign parts as they are."""
    return _TOKEN.sub(_spell_token, chunk)


def _spell_token(token: re.Match[str]) -> str:
    word = token["word"]
    return token[0] if word is None or is_foreign(word) else spell_in_cyrillic(keep_apart(word))


def _kept_in_context(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the text holds units, placeholders and Roman numerals, from left to right."""
    for match in _IN_CONTEXT.finditer(text):
        start, end = match.span()
        if match[0].isalpha() and not _is_numeral_here(text, start, end):
            continue
        if not _is_in_address(text, start, end):
            yield start, end


def _is_numeral_here(text: str, start: int, end: int) -> bool:
    """Return what two words of the same paragraph on either side tell, whatever their script."""
    before = _PARAGRAPH_END.split(text[max(0, start - _LONGEST) : start])[-1].replace("&nbsp;", " ")
    after = _PARAGRAPH_END.split(text[end : end + _LONGEST], maxsplit=1)[0].replace("&nbsp;", " ")
    words_before = " ".join(before.rsplit(maxsplit=2)[-2:]) + " " * before[-1:].isspace()
    words_after = " " * after[:1].isspace() + " ".join(after.split(maxsplit=2)[:2])
    return is_numeral(
        text[start:end], spell_one_to_one(words_before), spell_one_to_one(words_after)
    )


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Return whether the span is part of a link or of the name of a file, as in `/5m/V.pdf`."""
    head = (text[:start] + "|").rsplit(maxsplit=1)[-1][:-1]
    tail = ("|" + text[end:]).split(maxsplit=1)[0][1:]
    first, last = len(head), len(head) + end - start
    chunk = head + text[start:end] + tail
    return len(chunk) > _LONGEST or any(
        begun <= first and last <= ended for begun, ended in _addresses_in(chunk)
    )


@lru_cache(maxsize=256)
def _addresses_in(chunk: str) -> tuple[tuple[int, int], ...]:
    """Return where links and names of files stand: asked once for all numerals of a chunk."""
    return tuple(address.span() for address in _ADDRESS.finditer(chunk))
