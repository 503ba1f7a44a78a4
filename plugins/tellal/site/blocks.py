"""What of one month is found by which terms, in buckets: the pieces of which the index is made.

A block is a pure function of what is public of its month, so an edit makes anew the blocks of its
month and no others. `search.js` reads what is written here.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from tellal.domain.languages import language_of
from tellal.reading.searching.findables import terms_by_group
from tellal.site.site import Site

BUCKETS = 256
"""How many buckets there are at most; with fewer, those with the same last bits are one."""
EDGE = 3
"""Letters at either end of a term that say in which bucket it is, and in which its spelling is."""
WEIGHTS = 4
SPELT = 4
"""Letters of a term whose spelling is told, for words that were typed wrongly."""
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

Piece = tuple[dict[str, str], list[str]]
"""The terms of a bucket, each with where it stands; and the terms whose spelling it tells."""
Block = dict[int, bytes]
"""The pieces of a month by their bucket, as bytes."""


@lru_cache(maxsize=100_000)
def bucket_of(letters: str) -> int:
    """Return the bucket of some letters."""
    number = 0
    for letter in letters:
        number = (number * 131 + ord(letter)) & 0xFFFF
    return (number ^ number >> 7) & (BUCKETS - 1)


def block_of(site: Site, language: str, month: str) -> Block:
    """Return the block of a month in a written language."""
    places = _places(site, language, month)
    chunks = {term: places[term] for term in sorted(places)}
    pieces: dict[int, Piece] = {}
    for term, chunk in chunks.items():
        pieces.setdefault(bucket_of(term[:EDGE]), ({}, []))[0][term] = chunk
        if len(term) >= SPELT and not term[0].isdigit():
            pieces.setdefault(bucket_of(term[-EDGE:]), ({}, []))[1].append(term)
    return {bucket: marshal.dumps(pieces[bucket], 2) for bucket in sorted(pieces)}


def _places(site: Site, language: str, month: str) -> dict[str, str]:
    """Return of each term of a month where it stands: month, digits for each, places."""
    listings = site.findable.get(month, ())
    width = 1 if len(listings) * WEIGHTS <= 64 else 2 if len(listings) * WEIGHTS <= 64**2 else 3
    head = f"{code_of_month(month)}{width}"
    places: dict[str, str] = {}
    for place, listing in enumerate(listings):
        is_gone = site.is_gone(listing)
        for findable in site.shelf.findables(listing.folder):
            if not findable.terms or language_of(findable.tag).written != language:
                continue
            for weight, terms in enumerate(terms_by_group(findable.terms)):
                if is_gone and weight < WEIGHTS - 1:
                    continue  # of what was taken back only the title is known
                code = _digits(place * WEIGHTS + weight, width)
                for term in terms:
                    places[term] = places.get(term, head) + code
    return places


def _digits(number: int, width: int) -> str:
    """Return a number in some digits of base 64."""
    return "".join(DIGITS[number >> 6 * at & 63] for at in reversed(range(width)))


def code_of_month(month: str) -> str:
    """Return a month in three digits of base 36, which have the same order.

    >>> code_of_month("2019-09"), code_of_month("0000-00")
    ('ip9', '000')
    """
    year, _, of_year = month.partition("-")
    number, code = int(year) * 12 + int(of_year), ""
    for _ in range(3):
        number, digit = divmod(number, 36)
        code = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + code
    return code


def merged(pieces: Iterable[bytes]) -> Piece:
    """Return the pieces of several months, or of several buckets of them, as one."""
    chunks: dict[str, list[str]] = {}
    spelt: set[str] = set()
    for piece in pieces:
        terms, spellings = marshal.loads(piece)
        for term, chunk in terms.items():
            chunks.setdefault(term, []).append(chunk)
        spelt.update(spellings)
    return {term: " ".join(sorted(chunks[term])) for term in sorted(chunks)}, sorted(spelt)


def pieces_in(blocks: Iterable[Mapping[int, bytes]], bucket: int, count: int) -> Iterator[bytes]:
    """Yield the pieces of some blocks that are in a bucket where there are only so many."""
    for block in blocks:
        for fine in range(bucket, BUCKETS, count):
            if fine in block:
                yield block[fine]


def buckets_between(old: Block, new: Block) -> set[int]:
    """Return the buckets in which two blocks are not the same."""
    return {bucket for bucket in {*old, *new} if old.get(bucket) != new.get(bucket)}
