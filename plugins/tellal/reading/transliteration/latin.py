"""Serbian in Cyrillic letters -> Serbian in Latin letters, and the question which one it is."""

import re
import unicodedata
from typing import Final

from tellal.reading.transliteration.letters import CYRILLIC, LATIN, count_letters, spell_in_latin

_UPPER: Final = "".join(filter(str.isupper, LATIN + CYRILLIC))
_LOWER: Final = "".join(filter(str.islower, LATIN + CYRILLIC))
_IN_CAPITALS: Final = re.compile(rf"[ЉЊЏ](?:(?=[{_UPPER}])|(?<=[{_UPPER}][ЉЊЏ])(?![{_LOWER}]))")
_CAPITALS: Final = {"Љ": "LJ", "Њ": "NJ", "Џ": "DŽ"}

_MACHINE_READ: Final = re.compile(r"<[^<>]*>|https?://\S+|www\.\S+")


def to_latin(text: str) -> str:
    """Return plain text with its Serbian Cyrillic in Latin letters; all else stays as it is.

    >>> to_latin("Љубав, ЉУБАВ")
    'Ljubav, LJUBAV'
    """
    text = unicodedata.normalize("NFC", text)
    text = _IN_CAPITALS.sub(lambda match: _CAPITALS[match[0]], text)
    return spell_in_latin(text)


def is_cyrillic(text: str) -> bool:
    """Return whether most letters are Serbian Cyrillic, tags and links aside."""
    if not count_letters(text)[0]:
        return False
    cyrillic, latin = count_letters(_MACHINE_READ.sub(" ", text))
    return cyrillic > latin
