"""Text of a file -> front matter and body. What staff naturally type works; the rest is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellal.domain.findings import Finding, finding
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.nodes import Mapping, Node, Text
from tellal.reading.yaml_nodes import TWICE, BrokenYaml, nodes_of

FENCE = "---"
KEY_LINE = re.compile(r"(?P<key>[^\s:#\-\[{\"'][^:]*+):(?:[ \t]+(?P<value>.*)|)$")
# Before a value, and between it and its key or dash, where word processors leave hard spaces.
GAP = re.compile(r"^[^\S\t]+|(?<=:)[^\S\t]+|(?<=-)[^\S\t]+")
HARD_SPACE = re.compile(r"[^\S\t\n ]")
TAB_FIRST = re.compile(r" *\t")
STRAIGHT = ('"', "'")
CURLY = re.compile(r"[“”„«‘‚](?P<inside>[^“”„«»‘’‚]*)[“”»‘’]$")


@dataclass(frozen=True, slots=True)
class Split:
    """A file taken apart. `body_line` is the line on which the body starts."""

    header: Mapping
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level key with the lines that belong to it."""

    key: str
    value: str
    line: int
    below: tuple[str, ...]


def split_text(path: str, text: str) -> tuple[Split | None, list[Finding]]:
    """Return the file's parts, and what could not be read. Never raises for any text."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or lines[start].rstrip() != FENCE:
        return None, [finding(path, start + 1 if text.strip() else 0, "header-missing", NO_HEADER)]
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == FENCE), None)
    if end is None:
        return None, [finding(path, start + 1, "header-missing", NO_END)]
    pairs, findings = _read_header(path, lines[start + 1 : end], start + 2)
    header = Mapping(tuple(pairs), start + 1)
    return Split(header, "\n".join(lines[end + 1 :]), end + 2), findings


NO_HEADER = (
    'The file does not begin with a line "---". '
    'Put "---" on the first line, the facts below it, and "---" again before the text.'
)
NO_END = 'The line "---" that ends the facts is missing. Put it before the text.'
NOT_A_MAP = 'The facts are a list. Write each as "key: value", without a dash before it.'
INDENTED = (
    '"{text}" is indented, but above it begins no list and no group. Begin the line without spaces.'
)
NO_COLON = '"{text}" is not a fact. Write it like "key: value", with a space after the colon.'
TAB = "This line is indented with a tab. Indent it with two spaces."
CURLY_QUOTES = (
    "{key}: the value stands between curly quotes, which would be printed. Leave them out, "
    'or use straight ones ("…").'
)


def _read_header(
    path: str, lines: list[str], first: int
) -> tuple[list[tuple[Text, Node]], list[Finding]]:
    pairs: list[tuple[Text, Node]] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for block in _blocks(path, lines, first, findings):
        if block.key in seen:
            findings.append(finding(path, block.line, "header-duplicate", TWICE, key=block.key))
            continue
        try:
            node = _value_of(block)
        except BrokenYaml as error:
            rule = "header-duplicate" if "key" in error.arguments else "header-broken"
            findings.append(finding(path, error.line, rule, error.message, **error.arguments))
            continue
        if node is not None:
            seen.add(block.key)
            pairs.append((Text(block.key, block.line), node))
            if block.value[:1] not in STRAIGHT:  # within them, curly ones are meant
                findings += _curly_quotes(path, block.key, node)
    return pairs, findings


def _blocks(path: str, lines: list[str], first: int, findings: list[Finding]) -> Iterator[Block]:
    """Yield each top-level key with its lines; a line that belongs to none is a finding."""
    key, value, begun = "", "", 0  # no line is the 0th: nothing has begun
    below: list[str] = []
    for number, line in _spaced(path, lines, first, findings):
        blank, sign = not line.strip(), line[:1]
        if begun and (blank or sign in (" ", "\t") or (sign == "-" and not value)):
            below.append(line)
        elif blank or line.lstrip().startswith("#"):
            continue
        elif match := KEY_LINE.match(line):
            if begun:
                yield Block(key, value, begun, tuple(below))
            key, value, begun = match["key"].rstrip(), (match["value"] or "").strip(), number
            below = []
        else:
            findings.append(_stray(path, number, line))
    if begun:
        yield Block(key, value, begun, tuple(below))


def _spaced(
    path: str, lines: list[str], first: int, findings: list[Finding]
) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, indented by plain spaces; a tab there is a finding."""
    has_hard_spaces = bool(HARD_SPACE.search("\n".join(lines)))
    for number, line in enumerate(lines, first):
        if has_hard_spaces:
            line = GAP.sub(lambda gap: " " * len(gap[0]), line)
        if "\t" in line and TAB_FIRST.match(line):
            findings.append(finding(path, number, "header-tab", TAB))
            line = line.replace("\t", "  ")
        yield number, line


def _stray(path: str, number: int, line: str) -> Finding:
    if line.startswith("-"):
        return finding(path, number, "header-not-mapping", NOT_A_MAP)
    if KEY_LINE.match(line.lstrip()):
        return finding(path, number, "header-broken", INDENTED, text=line.strip()[:60])
    return finding(path, number, "header-broken", NO_COLON, text=line.strip()[:60])


def _value_of(block: Block) -> Node | None:
    """Return the value: YAML where it has lines below or says so, else text to the line's end."""
    if any(line.strip() for line in block.below):
        text = "\n".join([f"v: {block.value}", *block.below])
        node = nodes_of(text, block.line)
        return _not_empty(node.pairs[0][1]) if isinstance(node, Mapping) else None
    plain = Text(block.value, block.line) if block.value else None
    if block.value[:1] not in (*STRAIGHT, "[", "{"):
        return plain
    try:
        node = nodes_of(block.value, block.line)
    except BrokenYaml:
        return plain
    return plain if block.value[0] in STRAIGHT and not isinstance(node, Text) else node


def _not_empty(node: Node) -> Node | None:
    return None if isinstance(node, Text) and not node.value.strip() else node


def _curly_quotes(path: str, key: str, node: Node) -> Iterator[Finding]:
    match node:
        case Text(value=value, line=line):
            if CURLY.match(value.strip()):
                yield finding(path, line, "header-smart-quotes", CURLY_QUOTES, key=key)
        case Mapping(pairs=pairs):
            for name, inner in pairs:
                yield from _curly_quotes(path, f"{key}.{name.value}", inner)
        case _:
            for item in node.items:
                yield from _curly_quotes(path, key, item)
