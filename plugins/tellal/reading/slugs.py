"""Text -> slug: the readable part of an address, the same for both scripts of Serbian."""

from typing import Final

from slugify import slugify

from tellal.reading.transliteration import to_latin

# Unidecode would write d, as if the letter were only decorated.
_SPELLED_OUT: Final = {"đ": "dj", "Đ": "dj"}
_APOSTROPHES: Final = "'’‘‛ʼʹ`´′＇"
_REPLACEMENTS: Final = str.maketrans(_SPELLED_OUT | dict.fromkeys(_APOSTROPHES, ""))


def slug_of(text: str, language: str) -> str:
    """Return the text as words of a-z and 0-9 with hyphens between them; a slug stays what it is.

    Cyrillic is read as Serbian in every language, so that a name has one slug. An apostrophe of
    any shape vanishes. Raises ValueError if neither a letter nor a digit is left.

    >>> slug_of("Џеп и хлеб Ђорђа", "sr-Cyrl"), slug_of("İstanbul’da", "tr")
    ('dzep-i-hleb-djordja', 'istanbulda')
    """
    spelled = to_latin(text).translate(_REPLACEMENTS)
    slug = slugify(spelled, entities=False, decimal=False, hexadecimal=False)
    if not slug:
        raise ValueError(f'"{text}" has no letter and no digit. Write at least one word.')
    return slug
