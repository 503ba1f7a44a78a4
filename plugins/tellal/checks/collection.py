"""What a check may ask: all publications at once, the office, and the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import TypeVar

from tellal.domain.editions import Publication
from tellal.domain.office import Office
from tellal.domain.values import Reference

T = TypeVar("T")

NEAR = 0.8
"""How alike two folders must be for one to be offered instead of the other, from 0 to 1."""


@dataclass(frozen=True)
class Collection:
    """What is checked, and all that lies around it. Checks only look at it.

    `publications` are those to check; `find` returns any other by its folder. `folders` holds the
    unreadable publications too: these are no second finding for who names them.
    """

    publications: tuple[Publication, ...]
    office: Office
    as_of: datetime
    folders: frozenset[str]
    find: Callable[[str], Publication | None]


def values_of(record: object, kind: type[T], under: str = "") -> Iterator[tuple[str, T]]:
    """Yield each value of a type anywhere in a dataclass, with its key as in `agenda.decision`."""
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        items = value if isinstance(value, tuple) else (value,)
        for item in items:
            if isinstance(item, kind):
                yield under + field.name, item
            elif is_dataclass(item) and not isinstance(item, Reference):
                yield from values_of(item, kind, f"{under}{field.name}.")
