"""What a part of Python-Markdown needs to see before it can change anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from markdown.util import Registry

Gate = TypeVar("Gate")
Part = TypeVar("Part")


def gated(
    parts: Registry[Part], gates: Mapping[str, Gate], always: Gate
) -> tuple[tuple[Gate, Part], ...]:
    """Return the parts in their order, each with its gate, `always` for what is not named."""
    of_part = [always] * len(parts)
    for name, gate in gates.items():
        if name in parts:
            of_part[parts.get_index_for_name(name)] = gate
    return tuple(zip(of_part, parts, strict=True))
