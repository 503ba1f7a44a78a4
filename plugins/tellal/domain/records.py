"""Facts as records: what they hold, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from tellal.domain.values import Reference

T = TypeVar("T")


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
