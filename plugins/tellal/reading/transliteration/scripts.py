"""A text in the script of a language, in whichever it was typed."""

from __future__ import annotations

from tellal.reading.transliteration.cyrillic import to_cyrillic
from tellal.reading.transliteration.latin import to_latin


def in_script(text: str, tag: str) -> str:
    """Return a text in the script of a language; but for Serbian it is as it was typed."""
    if tag == "sr-Cyrl":
        return to_cyrillic(text)
    return to_latin(text) if tag == "sr-Latn" else text
