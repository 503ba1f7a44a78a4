"""The A to Z of a year in one language: which letters its titles begin with, and which titles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tellal.reading.searching.folding import plain
from tellal.site.collation import alphabet_of, letter_of, small_alphabet_of
from tellal.site.listings import Listing
from tellal.site.site import Site

NUMBER = re.compile(r"\d+")
SIGNS = "\"'“”„‘’«»()[].,:;!?-–—/"
FIRST = 0xE000
_TURKISH_SMALL = str.maketrans("Iİ", "ıi")
HEAD = 6
"""Letters of a title that are looked at to find the one that it begins with."""
Titles = tuple[tuple[str, Listing], ...]


def letters_in(site: Site, tag: str, year: int) -> Mapping[str, Titles]:
    """Return by letter, as addresses name it, the titles of a year, neither of them in order."""
    known: dict[str, Titles] | None = site.counted.get(("letters", tag, year))
    if known is None:
        found: dict[str, list[tuple[str, Listing]]] = {}
        months = (month for month in site.findable if month.startswith(f"{year:04}-"))
        for listing in (listing for month in months for listing in site.findable[month]):
            for one, title in listing.titles:
                if one == tag:
                    found.setdefault(slug_of_title(title, tag), []).append((title, listing))
        known = {slug: tuple(titles) for slug, titles in found.items()}
        site.counted["letters", tag, year] = known
    return known


def slug_of_title(title: str, tag: str) -> str:
    """Return the letter that a title begins with, as addresses name it."""
    return _slug(title[:HEAD], tag)


@lru_cache(maxsize=20_000)
def _slug(beginning: str, tag: str) -> str:
    return slug_of_letter(letter_of(beginning, tag), tag)


def slug_of_letter(letter: str, tag: str) -> str:
    """Return a letter as addresses name it.

    >>> slug_of_letter("Ç", "sq"), slug_of_letter("Dž", "sr-Latn")
    ('c-2', 'dz')
    """
    return _slugs(tag).get(letter) or (f"u-{ord(letter[0]):x}" if letter else "other")


def letter_named(slug: str, tag: str) -> str:
    """Return the letter that an address names, as a heading has it."""
    return next((letter for letter, one in _slugs(tag).items() if one == slug), "#")


@cache
def _slugs(tag: str) -> dict[str, str]:
    """Return the name of each letter; a second one with the same plain letter has a number."""
    names: dict[str, str] = {"0–9": "0-9"}
    used: dict[str, int] = {}
    for letter in alphabet_of(tag):
        name = plain(letter.lower().replace("i̇", "i"))
        used[name] = used.get(name, 0) + 1
        names[letter] = name if used[name] == 1 else f"{name}-{used[name]}"
    return names


def letters_in_order(site: Site, tag: str, year: int) -> list[str]:
    """Return the letters of a year, as addresses name them, in the order of the alphabet."""
    order = {slug: at for at, slug in enumerate(_slugs(tag).values())}
    return sorted(letters_in(site, tag, year), key=lambda slug: (order.get(slug, 999), slug))


def titles_under(site: Site, tag: str, year: int, slug: str) -> list[tuple[str, Listing]]:
    """Return the titles of a letter of a year in the order of the language."""
    titles = letters_in(site, tag, year).get(slug, ())
    return sorted(titles, key=lambda one: (_order(one[0], tag), one[1].folder))


def _order(title: str, tag: str) -> tuple[str, str]:
    """Return what puts titles into the order of the language, of plain ones in no time."""
    letters = title.lower() if tag != "tr" else title.translate(_TURKISH_SMALL).lower()
    for written, sign in _digraphs(tag):
        letters = letters.replace(written, sign)
    return NUMBER.sub(lambda digits: digits[0].zfill(9), letters.translate(_places(tag))), title


@cache
def _digraphs(tag: str) -> tuple[tuple[str, str], ...]:
    """Return a sign for each letter that is written with two."""
    return tuple(
        (letter, chr(FIRST + at))
        for at, letter in enumerate(small_alphabet_of(tag))
        if len(letter) > 1
    )


@cache
def _places(tag: str) -> dict[int, str | None]:
    """Return a sign for each letter, as the alphabet has them; other signs count for nothing."""
    places: dict[int, str | None] = {ord(sign): None for sign in SIGNS}
    for at, letter in enumerate(small_alphabet_of(tag)):
        if len(letter) == 1:
            places[ord(letter)] = chr(FIRST + at)
    return places
