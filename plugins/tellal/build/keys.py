"""View -> digest: equal views have equal digests, on any machine and in any order of building."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime, time
from functools import cache
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from typing import Any

from tellal.pages.views import Place

SIZE = 16
"""Bytes of a digest."""
LEAVES = frozenset({"str", "int", "bool", "date", "datetime", "time", "None"})
PLAIN = frozenset({str, int, bool, date, datetime, time, type(None)})


def digest_of(data: bytes) -> bytes:
    """Return the digest of some bytes."""
    return blake2b(data, digest_size=SIZE).digest()


class Keys:
    """Makes the digests of one build's views; what all pages of a language share is read once."""

    def __init__(self) -> None:
        """Begin with no place known."""
        self._places: dict[int, tuple[Place, bytes]] = {}

    def view(self, view: object) -> bytes:
        """Return the digest of a view."""
        return digest_of(_bytes(self._plain(view)))

    def _plain(self, value: Any) -> Any:
        """Return a value with every view in it as a tuple of its name and its values."""
        kind = type(value)
        if kind in PLAIN:
            return value
        if kind is tuple:
            return tuple([self._plain(item) for item in value])
        if kind is Place:
            return self._place(value)
        taken = _apart(kind)  # type: ignore[arg-type]
        if taken is None:
            return value
        leaves, branches = taken
        return kind.__name__, leaves(value), [self._plain(of(value)) for of in branches]

    def _place(self, place: Place) -> bytes:
        known = self._places.get(id(place))
        if known is None:
            leaves, branches = _apart(Place) or (None, ())
            plain = leaves and leaves(place), [self._plain(of(place)) for of in branches]
            known = self._places[id(place)] = place, digest_of(_bytes(plain))
        return known[1]


@cache
def _apart(kind: Any) -> tuple[Callable[[Any], Any], tuple[Callable[[Any], Any], ...]] | None:
    """Return what gets the plain fields of a view, and what gets each other; None for no view."""
    if not hasattr(kind, "__dataclass_fields__"):
        return None
    types = {field.name: str(field.type).replace(" ", "").split("|") for field in fields(kind)}
    plain = [name for name, parts in types.items() if LEAVES.issuperset(parts)]
    rest = tuple(attrgetter(name) for name in types if name not in plain)
    return (attrgetter(*plain) if plain else lambda _: None), rest


def _bytes(plain: object) -> bytes:
    stream = BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.fast = True  # nothing is remembered, so that only values count, never identities
    pickler.dump(plain)
    return stream.getvalue()
