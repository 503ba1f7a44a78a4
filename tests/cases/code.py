"""The package's own code -> the names of its rules and the sentences it can say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from string import Formatter

PACKAGE = Path(__file__).parents[2] / "plugins" / "tellal"

# What makes a finding, and all that takes a sentence, to say it now or later.
FINDERS = {"finding", "_note"}
SPEAKERS = FINDERS | {"sentence", "tell", "Unreadable", "BrokenYaml", "WrongAnswer", "saying_why"}

RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+$")
CONSTANT = re.compile(r"[A-Z][A-Z0-9_]*$")
TWO_WORDS = re.compile(r"[^\W\d]{2,} \w")


@dataclass(frozen=True)
class Module:
    """A module of the package, as its source says it."""

    file: Path

    @property
    def name(self) -> str:
        """Return its path in the package."""
        return self.file.relative_to(PACKAGE).as_posix()

    @property
    def room(self) -> str:
        """Return the folder of the package that it lies in."""
        return self.name.partition("/")[0]

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Return all of its syntax, docstrings left out."""
        nodes = tuple(ast.walk(ast.parse(self.file.read_text("utf-8"))))
        docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        return tuple(node for node in nodes if id(node) not in docstrings)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return every name that it uses, calls or defines."""
        found = (
            getattr(node, field, "") for node in self.nodes for field in ("id", "attr", "name")
        )
        return frozenset(name for name in found if isinstance(name, str))

    @property
    def finds(self) -> bool:
        """Return whether it makes findings."""
        return not self.names.isdisjoint(FINDERS)

    @property
    def speaks(self) -> bool:
        """Return whether it takes or gives sentences."""
        return not self.names.isdisjoint(SPEAKERS)

    def rules(self) -> Iterator[str]:
        """Yield the names of rules: where findings are made, no other text looks like one."""
        yield from (text for node in self.nodes if RULE.match(text := _text(node)))

    def misnamed(self) -> Iterator[str]:
        """Yield each name of a rule, given to `finding`, that does not look like one."""
        for node in self.nodes:
            if isinstance(node, ast.Call) and _called(node) == "finding" and len(node.args) > 2:
                rule = _text(node.args[2])
                if rule and not RULE.match(rule):
                    yield rule

    def sentences(self) -> Iterator[str]:
        """Yield each sentence: constants that hold a capital letter or something to fill in."""
        for node in self.nodes:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _is_constant(node):
                values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                texts = (_text(value) for value in values)
                yield from (text for text in texts if "{" in text or text != text.lower())

    def unnamed(self) -> Iterator[str]:
        """Yield each text of more than one word that is given straight to a speaker."""
        for node in self.nodes:
            if isinstance(node, ast.Call) and _called(node) in SPEAKERS:
                texts = (_text(inner) for inner in ast.walk(node))
                yield from (text for text in texts if TWO_WORDS.search(text))

    def stages(self) -> Iterator[str]:
        """Yield the names of the work that is watched or timed."""
        for node in self.nodes:
            match node:
                case ast.Call(func=ast.Attribute(attr="watched"), args=[_, name, _]):
                    yield _text(name)
                case ast.Call(func=ast.Attribute(attr="stage"), args=[name]):
                    yield _text(name)
                case ast.Assign(targets=[ast.Subscript(slice=name)], value=ast.BinOp()):
                    yield _text(name)


def _text(node: ast.AST | None) -> str:
    """Return the text that a piece of syntax is, nothing for all others."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def _is_constant(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return all(isinstance(name, ast.Name) and CONSTANT.match(name.id) for name in targets)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def placeholders(sentence: str) -> frozenset[str]:
    """Return the names that are filled in."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def pattern_of(sentence: str) -> re.Pattern[str]:
    """Return what matches the sentence whatever is filled in."""
    parts = (
        re.escape(text) + ("" if name is None else ".+")
        for text, name, _, _ in Formatter().parse(sentence)
    )
    return re.compile("".join(parts))


MODULES = tuple(Module(file) for file in sorted(PACKAGE.rglob("*.py")))
FINDING = tuple(module for module in MODULES if module.finds)
SPEAKING = tuple(module for module in MODULES if module.speaks)

RULES = frozenset(rule for module in FINDING for rule in module.rules())
SENTENCES = frozenset(text for module in SPEAKING for text in module.sentences())
STAGES = frozenset(name for module in MODULES for name in module.stages()) - {""}
