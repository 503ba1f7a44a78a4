"""No text keeps a pattern busy: each one of ours takes time in proportion to what it looks at."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

import tellal

LOOKS = ("search", "match", "fullmatch", "sub", "finditer", "findall", "split")
PIECES = [
    *("a", "0", "_", "-", ".", " ", "\n", "/", "\\", ":", ",", ";", "#", "@", "=", "*", "`", "|"),
    *("<", "(", "[", "{", "&", '"', "'", "ë", "Љ", "N", "- ", "a ", "a.", "a-", "1.", "1 ", "a\n"),
    *("<a", "<a ", "<!--", '""', '"<a', 'a="', "a@", "0-", "[](", "&#", "IV.", "1/", "../", "%2"),
    *("sq,", "nr. 0", "Neni 5 ", "XK05", " \n", "> ", "1.1. ", "0280 ", "neni 5 i "),
]
MANY = 8_000
"""Characters. What tries every way in these never ends, and what tries them twice takes minutes."""
SHORT = {
    "OF_A_BOX": (64, "looks at no more of what stands before a number"),
    "_ADDRESS": (1000, "a word that is longer is left as it is"),
    "_TOKEN": (1000, "a word that is longer is left as it is"),
    "_ATTRIBUTE": (1000, "reads tags that were sanitised, whose names of attributes are known"),
}
"""Patterns that are only ever shown so many characters at a time, and why."""
EDGES = {"tellal.__main__", "tellal.pelican_plugin"}


@cache
def modules() -> dict[str, ast.Module]:
    """Return the source of every module of ours, imported."""
    found = {}
    for one in pkgutil.walk_packages(tellal.__path__, "tellal."):
        if one.name not in EDGES:
            module = importlib.import_module(one.name)
            found[one.name] = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    return found


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """Yield the patterns that a constant is, or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, Mapping):
        for one in (*value.keys(), *value.values()):
            yield from patterns_in(one, depth + 1)
    elif depth < 4 and isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from patterns_in(one, depth + 1)
    elif depth < 4 and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from patterns_in(getattr(value, field.name, None), depth + 1)


def constants() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Return every pattern that a module holds, by its name."""
    found: dict[tuple[str | bytes, int], tuple[str, re.Pattern[str] | re.Pattern[bytes]]] = {}
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            if not name.startswith("__"):
                for at, pattern in enumerate(patterns_in(value)):
                    where = f"{name}:{at}:{module}"
                    found.setdefault((pattern.pattern, pattern.flags), (where, pattern))
    for where, pattern in written():
        found.setdefault((pattern.pattern, pattern.flags), (where, pattern))
    return dict(sorted(found.values(), key=lambda one: one[0]))


def written() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Yield every pattern that stands where it is used, as a literal."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=attr),
                    args=[ast.Constant(value=str() | bytes() as text), *_],
                ) if attr in LOOKS:
                    yield f"{attr}:{node.lineno}:{module}", re.compile(text)


def looks_of(name: str, pattern: re.Pattern[str] | re.Pattern[bytes]) -> set[str]:
    """Return how a constant is used to look at a text, in all modules that know it."""
    found = set()
    for module, tree in modules().items():
        if vars(importlib.import_module(module)).get(name) is pattern:
            for node in ast.walk(tree):
                match node:
                    case ast.Attribute(value=ast.Name(id=used), attr=attr) if used == name:
                        found.add(attr)
    return found & {*LOOKS} or {"search"}


@pytest.mark.parametrize(("name", "pattern"), constants().items())
def test_no_text_keeps_a_pattern_busy(
    name: str, pattern: re.Pattern[str] | re.Pattern[bytes]
) -> None:
    constant = name.partition(":")[0]
    length, _ = SHORT.get(constant, (MANY, ""))
    looks = {constant} if constant in LOOKS else looks_of(constant, pattern)
    for piece in PIECES:
        text: str | bytes = piece * (length // len(piece)) + "\0"
        if isinstance(pattern.pattern, bytes):
            text = str(text).encode()
        for look in looks:
            if look == "sub":
                pattern.sub(text[:0], text)  # type: ignore[arg-type]
            elif look == "finditer":
                list(pattern.finditer(text))  # type: ignore[arg-type]
            else:
                getattr(pattern, look)(text)
