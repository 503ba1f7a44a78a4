"""Serbian in Cyrillic letters -> Serbian in Latin letters, and the question which one it is."""

import re
import unicodedata
from typing import Final

from tellal.reading.transliteration.letters import CYRILLIC, LATIN, LATIN_OF

_UPPER: Final = "".join(filter(str.isupper, LATIN + CYRILLIC))
_LOWER: Final = "".join(filter(str.islower, LATIN + CYRILLIC))
_IN_CAPITALS: Final = re.compile(rf"[ЉЊЏ](?:(?=[{_UPPER}])|(?<=[{_UPPER}][ЉЊЏ])(?![{_LOWER}]))")
_CAPITALS: Final = {"Љ": "LJ", "Њ": "NJ", "Џ": "DŽ"}

_MACHINE_READ: Final = re.compile(r"<[^<>]*>|https?://\S+|www\.\S+")
_CYRILLIC_RUN: Final = re.compile(f"[{CYRILLIC}]+")
_LATIN_RUN: Final = re.compile(f"[A-Za-z{LATIN}]+")


def to_latin(text: str) -> str:
    """Return plain text with its Serbian Cyrillic in Latin letters; all else stays as it is.

    >>> to_latin("Љубав, ЉУБАВ")
    'Ljubav, LJUBAV'
    """
    text = unicodedata.normalize("NFC", text)
    text = _IN_CAPITALS.sub(lambda match: _CAPITALS[match[0]], text)
    return unicodedata.normalize("NFC", text.translate(LATIN_OF))


def is_cyrillic(text: str) -> bool:
    """Return whether most letters are Serbian Cyrillic, tags and links aside."""
    if text.isascii():
        return False
    prose = _MACHINE_READ.sub(" ", text)
    cyrillic, latin = (sum(map(len, run.findall(prose))) for run in (_CYRILLIC_RUN, _LATIN_RUN))
    return cyrillic > latin
