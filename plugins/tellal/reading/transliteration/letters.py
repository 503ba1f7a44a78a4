"""The letters of Serbian in both scripts, and how each becomes the other."""

import codecs
import unicodedata
from string import ascii_letters
from typing import Final

JOINER: Final = "\u200c"
"""Stands between two Latin letters that would otherwise be read as one: in|jekcija."""

BREAK: Final = "\x1e"
"""Stands between two texts that are spelled in one go; a space to all patterns, and an end."""

_SINGLE: Final = dict(
    zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True)
)
_DOUBLE: Final = {"љ": "lj", "њ": "nj", "џ": "dž"}

LATIN: Final = "".join(_SINGLE.values()) + "".join(_SINGLE.values()).upper()
CYRILLIC: Final = "".join(_SINGLE | _DOUBLE) + "".join(_SINGLE | _DOUBLE).upper()

LATIN_OF: Final = str.maketrans(
    _SINGLE
    | {cyrillic.upper(): latin.upper() for cyrillic, latin in _SINGLE.items()}
    | _DOUBLE
    | {cyrillic.upper(): latin.capitalize() for cyrillic, latin in _DOUBLE.items()}
)

_CYRILLIC_OF: Final = str.maketrans(
    {latin: cyrillic for cyrillic, latin in _SINGLE.items()}
    | {latin.upper(): cyrillic.upper() for cyrillic, latin in _SINGLE.items()}
    | dict(zip("ǉǌǆǈǋǅǇǊǄ", "љњџЉЊЏЉЊЏ", strict=True))  # digraphs as Unicode's one character
    | {JOINER: None}
)
_DIGRAPHS: Final = tuple(
    (spelling(latin), case(cyrillic))
    for cyrillic, latin in _DOUBLE.items()
    for spelling, case in (
        (str.lower, str.lower),
        (str.capitalize, str.upper),
        (str.upper, str.upper),
    )
)

# One byte for each sign of an ordinary text: a table of bytes is eight times as fast as a mapping.
_SIGNS: Final = "".join(map(chr, range(128))) + LATIN + CYRILLIC + "\xa0–—„“”‘’«»…€§°²³•"
_BYTE_OF: Final = codecs.charmap_build(_SIGNS)
_SIGN_IN_CYRILLIC: Final = _SIGNS.translate(_CYRILLIC_OF)
_SIGN_IN_LATIN: Final = _SIGNS.translate(str.maketrans("љњџЉЊЏ", "ǉǌǆǈǋǅ")).translate(LATIN_OF)
_TWO_LETTERS: Final = tuple(zip("ǉǌǆǈǋǅ", ("lj", "nj", "dž", "Lj", "Nj", "Dž"), strict=True))
_CYRILLIC_BYTES: Final = codecs.charmap_encode(CYRILLIC, "strict", _BYTE_OF)[0]
_LATIN_BYTES: Final = codecs.charmap_encode(ascii_letters + LATIN, "strict", _BYTE_OF)[0]


def spell_in_cyrillic(text: str) -> str:
    """Return Serbian text letter by letter in Cyrillic; a JOINER keeps two letters two."""
    for latin, cyrillic in _DIGRAPHS:
        text = text.replace(latin, cyrillic)
    try:
        coded, _ = codecs.charmap_encode(text, "strict", _BYTE_OF)
    except UnicodeEncodeError:
        return text.translate(_CYRILLIC_OF)
    return codecs.charmap_decode(coded, "strict", _SIGN_IN_CYRILLIC)[0]


def spell_in_latin(text: str) -> str:
    """Return text letter by letter in Latin, in NFC where it was so."""
    try:
        coded, _ = codecs.charmap_encode(text, "strict", _BYTE_OF)
    except UnicodeEncodeError:
        return unicodedata.normalize("NFC", text.translate(LATIN_OF))
    text = codecs.charmap_decode(coded, "strict", _SIGN_IN_LATIN)[0]
    for one, two in _TWO_LETTERS:
        text = text.replace(one, two)
    return text


def count_letters(text: str) -> tuple[int, int]:
    """Return how many letters are Serbian Cyrillic and how many Latin, as Serbian writes it."""
    coded, _ = codecs.charmap_encode(text, "ignore", _BYTE_OF)
    others = (coded.translate(None, letters) for letters in (_CYRILLIC_BYTES, _LATIN_BYTES))
    cyrillic, latin = (len(coded) - len(rest) for rest in others)
    return cyrillic, latin


_ONE_LETTER_OF: Final = LATIN_OF | str.maketrans("љњџЉЊЏ", "ǉǌǆǇǊǄ")


def spell_one_to_one(text: str) -> str:
    """Return text of either script in Latin with one character for each letter: Ǉubav, KRAǇ."""
    return spell_in_cyrillic(text).translate(_ONE_LETTER_OF)
