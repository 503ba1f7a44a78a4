"""Short addresses: what a publication is called on paper, from which somebody types it."""

from __future__ import annotations

from hashlib import blake2b

from tellal.domain.values import Reference

SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that look like others: 0 and o, 1, i and l."""
ROUND = len(SIGNS) ** 3
"""So many days, which are 81 years, and so many names of one day have signs of their own."""


def short_name_of(reference: Reference) -> str | None:
    """Return six signs: three from the day, three from the whole name; None of what has no day.

    The name of a folder never changes, so these do not either.

    >>> short_name_of(Reference("releases/2019/09-12-snow"))
    's9cxzt'
    """
    if reference.date is None:
        return None
    own = int.from_bytes(blake2b(reference.folder.encode(), digest_size=8).digest(), "big")
    return _signs(reference.date.toordinal()) + _signs(own)


def _signs(number: int) -> str:
    number, found = number % ROUND, ""
    for _ in range(3):
        number, rest = divmod(number, len(SIGNS))
        found = SIGNS[rest] + found
    return found
