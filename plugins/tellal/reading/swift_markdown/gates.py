"""What a part of Python-Markdown needs to see before it can change anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from markdown.util import Registry

Gate = TypeVar("Gate")
Part = TypeVar("Part")


def gated(parts: Registry[Part], gates: Mapping[str, Gate]) -> tuple[tuple[Gate, Part], ...]:
    """Return the parts in their order, each with its gate.

    Raises ValueError where a part has none: a new one must not be passed over unseen.
    """
    if len(parts) != len(gates):
        raise ValueError(f"{len(parts)} parts have {len(gates)} gates.")
    names = sorted(gates, key=parts.get_index_for_name)
    return tuple((gates[name], parts[name]) for name in names)
