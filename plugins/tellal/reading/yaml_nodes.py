"""YAML text -> nodes, by libyaml's events: every scalar stays text, every node knows its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from tellal.reading.nodes import Mapping, Node, Sequence, Text
from tellal.reading.source_text import printable

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""

DEEPEST = 12
"""Levels of nesting. Content needs five; more would be a mistake or an attack."""


class BrokenYaml(ValueError):
    """The text is not YAML that we accept. `line` starts at 1; `message` names a remedy."""

    def __init__(self, line: int, message: str, **arguments: str) -> None:
        """Keep the place and the sentence."""
        super().__init__(message)
        self.line, self.message, self.arguments = line, message, arguments


NOT_YAML = (
    'This line cannot be read. Put a text that begins with a sign or holds ": " or " #" between '
    'straight quotes ("…"), and indent the lines of a list or group alike, with spaces.'
)
NOT_CLOSED = "A quotation mark opens here and is not closed. Put it at the end of the value too."
CUT = (
    'What follows " #" would be left out here. Put the text between straight quotes ("…"), '
    "or the remark on a line of its own."
)
ALIAS = 'A value that begins with "*" or "&" must stand between straight quotes ("…").'
TWICE = '"{key}" is stated twice. Keep one of the two lines.'
DEEP = "These values are nested too deeply. Write them as a simple list."


def nodes_of(text: str, first_line: int = 1) -> Node | None:
    """Return the node of a YAML text, None for an empty one. Raises BrokenYaml.

    Safe for any text: aliases are refused (so nothing multiplies) and depth is bounded.
    """
    try:
        events = list(_shallow(yaml.parse(text, Loader=yaml.CSafeLoader), first_line))
    except yaml.MarkedYAMLError as error:
        raise _broken(error, first_line) from None
    except yaml.YAMLError:
        raise BrokenYaml(first_line, NOT_YAML) from None
    _refuse_cut_texts(events, text, first_line)
    node: Node | None = None
    left = iter(events)
    for event in left:
        if isinstance(event, yaml.NodeEvent):
            if node is not None:  # a second document, which nobody would read
                raise BrokenYaml(_line(event, first_line), NOT_YAML)
            node = _node(event, left, first_line)
    return node


def _shallow(events: Iterator[yaml.Event], first_line: int) -> Iterator[yaml.Event]:
    """Yield the events. Raises for the first one too deep, before libyaml loses itself in them."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise BrokenYaml(_line(event, first_line), DEEP)
        yield event


def _refuse_cut_texts(events: list[yaml.Event], text: str, first_line: int) -> None:
    """Raise for a text without quotes that YAML ends at a " #", where an editor would not."""
    if " #" not in text:
        return
    lines = LINE_END.split(text)
    for event in events:
        if isinstance(event, yaml.ScalarEvent) and event.value and not event.style:
            end = event.end_mark
            if end and re.match(r"[ \t]+#", lines[end.line][end.column :]):
                raise BrokenYaml(first_line + end.line, CUT)


def _broken(error: yaml.MarkedYAMLError, first_line: int) -> BrokenYaml:
    """Return the error in our words, on the line where a mistake begins, not where it shows."""
    if error.context_mark and error.problem == "found unexpected end of stream":
        return BrokenYaml(first_line + error.context_mark.line, NOT_CLOSED)
    mark = error.problem_mark or error.context_mark
    return BrokenYaml(first_line + (mark.line if mark else 0), NOT_YAML)


def _node(event: yaml.Event, events: Iterator[yaml.Event], first: int) -> Node:
    line = _line(event, first)
    match event:
        case yaml.AliasEvent():
            raise BrokenYaml(line, ALIAS)
        case yaml.ScalarEvent(value=value):
            return Text(printable(value), line)
        case yaml.SequenceStartEvent():
            return Sequence(tuple(_items(events, first, yaml.SequenceEndEvent)), line)
        case _:
            return _mapping(list(_items(events, first, yaml.MappingEndEvent)), line)


def _line(event: yaml.Event, first_line: int) -> int:
    return first_line + (event.start_mark.line if event.start_mark else 0)


def _items(events: Iterator[yaml.Event], first: int, end: type[yaml.Event]) -> Iterator[Node]:
    for event in events:
        if isinstance(event, end):
            return
        yield _node(event, events, first)


def _mapping(nodes: list[Node], line: int) -> Mapping:
    pairs: list[tuple[Text, Node]] = []
    known: set[str] = set()
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Text):
            raise BrokenYaml(key.line, NOT_YAML)
        if key.value in known:
            raise BrokenYaml(key.line, TWICE, key=key.value)
        known.add(key.value)
        pairs.append((key, value))
    return Mapping(tuple(pairs), line)
