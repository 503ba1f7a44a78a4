"""Front matter as read: texts, lists and maps that know their line. No value is guessed."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tellal.domain.swift_dataclasses import dataclass


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


def pairs_of(node: Node | None) -> tuple[tuple[Text, Node], ...]:
    """Return the pairs of a mapping, none of anything else."""
    return node.pairs if isinstance(node, Mapping) else ()


def value_of(node: Node | None, key: str) -> Node | None:
    """Return what a mapping says under a key."""
    return next((value for name, value in pairs_of(node) if name.value == key), None)


def only(node: Mapping, keys: Container[str]) -> Mapping:
    """Return a mapping with some of its keys only."""
    return Mapping(tuple(pair for pair in node.pairs if pair[0].value in keys), node.line)


def without(node: Mapping, keys: Container[str]) -> Mapping:
    """Return a mapping without some of its keys."""
    return Mapping(tuple(pair for pair in node.pairs if pair[0].value not in keys), node.line)
