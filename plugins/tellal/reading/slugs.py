"""stub"""

from slugify import slugify

from tellal.reading.transliteration import to_latin


def slug_of(text: str, language: str) -> str:
    s = slugify(to_latin(text), replacements=[("đ", "dj"), ("Đ", "dj")])
    if not s:
        raise ValueError
    return s
