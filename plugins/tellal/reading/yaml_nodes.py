"""YAML text -> nodes, by libyaml's events: every scalar stays text, every node knows its line."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from tellal.reading.nodes import Mapping, Node, Sequence, Text
from tellal.reading.source_text import printable

DEEPEST = 12
"""Levels of nesting. Content needs five; more would be a mistake or an attack."""


class BrokenYaml(ValueError):
    """The text is not YAML that we accept. `line` starts at 1; `message` names a remedy."""

    def __init__(self, line: int, message: str, **arguments: str) -> None:
        """Keep the place and the sentence."""
        super().__init__(message)
        self.line, self.message, self.arguments = line, message, arguments


NOT_YAML = (
    'This cannot be read: {problem}. Put a text that holds ": " or " #" between straight quotes '
    '("…"), and indent the lines of a list or group alike, with spaces.'
)
ALIAS = 'A value that begins with "*" or "&" must stand between straight quotes ("…").'
TWICE = '"{key}" is stated twice. Keep one of the two lines.'
DEEP = "These values are nested too deeply. Write them as a simple list."


def nodes_of(text: str, first_line: int = 1) -> Node | None:
    """Return the node of a YAML text, None for an empty one. Raises BrokenYaml.

    Safe for any text: aliases are refused (so nothing multiplies) and depth is bounded.
    """
    try:
        events = iter(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise BrokenYaml(line, NOT_YAML, problem=error.problem or "") from None
    except yaml.YAMLError as error:
        raise BrokenYaml(first_line, NOT_YAML, problem=str(error).partition("\n")[0]) from None
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _node(event, events, first_line, 0)
    return None


def _node(event: yaml.Event, events: Iterator[yaml.Event], first: int, depth: int) -> Node:
    mark = event.start_mark
    line = first + (mark.line if mark else 0)
    if depth > DEEPEST:
        raise BrokenYaml(line, DEEP)
    match event:
        case yaml.AliasEvent():
            raise BrokenYaml(line, ALIAS)
        case yaml.ScalarEvent(value=value):
            return Text(printable(value), line)
        case yaml.SequenceStartEvent():
            return Sequence(tuple(_items(events, first, depth, yaml.SequenceEndEvent)), line)
        case _:
            return _mapping(list(_items(events, first, depth, yaml.MappingEndEvent)), line)


def _items(
    events: Iterator[yaml.Event], first: int, depth: int, end: type[yaml.Event]
) -> Iterator[Node]:
    for event in events:
        if isinstance(event, end):
            return
        yield _node(event, events, first, depth + 1)


def _mapping(nodes: list[Node], line: int) -> Mapping:
    pairs: list[tuple[Text, Node]] = []
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Text):
            raise BrokenYaml(key.line, NOT_YAML, problem="a list or group stands where a key must")
        if any(key.value == known.value for known, _ in pairs):
            raise BrokenYaml(key.line, TWICE, key=key.value)
        pairs.append((key, value))
    return Mapping(tuple(pairs), line)
