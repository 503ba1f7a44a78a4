"""Facts as records: what they hold, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from tellal.domain.values import Reference

T = TypeVar("T")


def values_of(record: object, kind: type[T], under: str = "") -> Iterator[tuple[str, T]]:
    """Yield each value of a type anywhere in a dataclass, with its key as in `agenda.decision`."""
    for name in names_of(type(record)):
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, kind):
                yield under + name, item
            elif names_of(type(item)) and not isinstance(item, Reference):
                yield from values_of(item, kind, f"{under}{name}.")


_NAMES: dict[Any, tuple[str, ...]] = {}


def names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass, none for any other type."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()
    return _NAMES[kind]
