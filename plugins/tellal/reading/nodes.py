"""Front matter as read: texts, lists and maps that know their line. No value is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in order. A key appears once; a second one was a finding."""

    pairs: tuple[tuple[Text, Node], ...]
    line: int


Node = Text | Sequence | Mapping


def texts_of(node: Node) -> Iterator[Text]:
    """Yield each scalar in a node, in order."""
    match node:
        case Text():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from texts_of(item)
        case Mapping(pairs=pairs):
            for _, value in pairs:
                yield from texts_of(value)
