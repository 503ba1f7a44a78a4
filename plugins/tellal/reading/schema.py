"""Nodes -> dataclasses: the dataclass is the schema; its annotations say what a key may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from tellal.domain.findings import Finding, finding
from tellal.domain.languages import WRITTEN
from tellal.domain.publication import Photo
from tellal.domain.values import Reference, Words
from tellal.reading.nodes import Mapping, Node, Sequence, Text
from tellal.reading.scalars import READERS, Context, Unreadable, read_enum

T = TypeVar("T")

UNKNOWN = '"{key}" is not a known fact. Remove the line, or write one of: {known}.'
DID_YOU_MEAN = '"{key}" is not a known fact. Did you mean "{near}"?'
MISSING_KEY = '"{key}" is missing. Add a line "{name}: …".'
NOT_TEXT = "{key}: here stands a list or a group. Write one value on the line of the key."
NOT_A_LIST = '{key}: the bracket that opens here is not closed. Write "]" at the end of the list.'
NOT_A_GROUP = '{key}: here stands a plain text. Write "key: value" lines below it, indented.'
NO_LANGUAGE = '{key}: "{language}" is not a language here. Write one of: {languages}.'
EMPTY = "{key}: the value is empty. Write it, or remove the line."
_TYPES: dict[Any, dict[str, Any]] = {}
RULES: dict[type, str] = {Photo: "photo-incomplete"}


class Reader:
    """Reads the nodes of one file into dataclasses and keeps every finding on the way."""

    def __init__(self, path: str, context: Context) -> None:
        """Read on behalf of a file, in its language and on the office's clock."""
        self.path, self.context = path, context
        self.findings: list[Finding] = []

    def record(
        self, kind: type[T], mapping: Mapping, under: str = "", needs: tuple[str, ...] = ()
    ) -> T | None:
        """Return the dataclass that a mapping states, None where something was not readable.

        `needs` are keys that must be given though the dataclass has a default for them.
        """
        known = types_of(kind)
        given = dict(self._known_pairs(mapping, tuple(known), under))
        before = len(self.findings)
        stated = {key: self._value(known[key], node, under + key) for key, node in given.items()}
        for field in fields(kind):  # type: ignore[arg-type]
            if (_is_needed(field) or field.name in needs) and field.name not in given:
                rule = RULES.get(kind, "header-missing-key")
                key = under + field.name
                self._note(mapping.line, rule, MISSING_KEY, key=key, name=field.name)
        return kind(**stated) if len(self.findings) == before else None

    def _known_pairs(
        self, mapping: Mapping, known: tuple[str, ...], under: str
    ) -> Iterator[tuple[str, Node]]:
        for key, node in mapping.pairs:
            if key.value not in known:
                self.unknown_key(key, known, under)
            elif not (isinstance(node, Text) and not node.value.strip()):
                yield key.value, node

    def unknown_key(self, key: Text, known: tuple[str, ...], under: str = "") -> None:
        """Note a key that no dataclass has, with the nearest one that exists."""
        near = get_close_matches(key.value.casefold().replace("-", "_"), known, 1, 0.7)
        if near:
            self._note(
                key.line, "header-unknown", DID_YOU_MEAN, key=under + key.value, near=near[0]
            )
        else:
            names = ", ".join(known)
            self._note(key.line, "header-unknown", UNKNOWN, key=under + key.value, known=names)

    def _value(self, kind: Any, node: Node, key: str) -> Any:
        """Return the value of a type, None with a finding where the node is something else."""
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], node, key)
        if kind is Words:
            return self.words(node, key)
        if is_dataclass(kind) and kind is not Reference:
            if isinstance(node, Mapping):
                return self.record(kind, node, f"{key}.")  # type: ignore[arg-type]
            return self._note(node.line, _rule_of(kind), NOT_A_GROUP, key=key)
        if not isinstance(node, Text):
            return self._note(node.line, "header-unreadable", NOT_TEXT, key=key)
        return self._scalar(kind, node, key)

    def _scalar(self, kind: Any, node: Text, key: str) -> Any:
        text = node.value.strip()
        try:
            if isinstance(kind, type) and issubclass(kind, Enum):
                return read_enum(kind, text)
            return READERS[kind](text, self.context)
        except Unreadable as error:
            arguments = error.arguments
            return self._note(node.line, "header-unreadable", error.message, key=key, **arguments)

    def _list(self, kind: Any, node: Node, key: str) -> Any:
        """Return a tuple; what stands alone is a list of one, plain names may share a line."""
        if isinstance(node, Text) and node.value.startswith("["):
            self._note(node.line, "header-unreadable", NOT_A_LIST, key=key)
            return ()
        if isinstance(node, Text) and kind in (str, Reference):
            parts = [part.strip() for part in node.value.split(",")]
            items: tuple[Node, ...] = tuple(Text(part, node.line) for part in parts if part)
        else:
            items = node.items if isinstance(node, Sequence) else (node,)
        values = []
        for item in items:
            if isinstance(item, Text) and not item.value.strip():
                self._note(item.line, "header-unreadable", EMPTY, key=key)
            else:
                values.append(self._value(kind, item, key))
        return tuple(values)

    def words(self, node: Node, key: str) -> Words | None:
        """Return a text in its languages, None with a finding where it is none."""
        match node:
            case Text(value=value):
                return Words(((self.context.language, value.strip()),))
            case Mapping(pairs=pairs) if pairs:
                return self._words_by_language(pairs, key)
            case _:
                self._note(node.line, "header-unreadable", NOT_TEXT, key=key)
                return None

    def _words_by_language(self, pairs: tuple[tuple[Text, Node], ...], key: str) -> Words:
        texts = []
        for language, text in pairs:
            if language.value not in WRITTEN:
                names = ", ".join(WRITTEN)
                self._note(
                    language.line,
                    "header-unreadable",
                    NO_LANGUAGE,
                    key=key,
                    language=language.value,
                    languages=names,
                )
            elif not isinstance(text, Text) or not text.value.strip():
                self._note(text.line, "header-unreadable", EMPTY, key=f"{key}.{language.value}")
            else:
                texts.append((language.value, text.value.strip()))
        return Words(tuple(texts))

    def _note(self, line: int, rule: str, message: str, **arguments: str) -> None:
        self.findings.append(finding(self.path, line, rule, message, **arguments))


def _rule_of(kind: Any) -> str:
    return RULES.get(kind, "header-unreadable")


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def types_of(kind: Any) -> dict[str, Any]:
    """Return the type of each field of a dataclass, an optional one without its None."""
    if kind not in _TYPES:
        _TYPES[kind] = {name: _without_none(hint) for name, hint in get_type_hints(kind).items()}
    return _TYPES[kind]


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint
