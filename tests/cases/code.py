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

# What takes a sentence, to say it now or later. A module that names one of these is one that speaks.
SPEAKERS = {"finding", "sentence", "Unreadable", "BrokenYaml", "WrongAnswer", "_note"}
RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+$")
CONSTANT = re.compile(r"[A-Z][A-Z_]*$")


@dataclass(frozen=True)
class Module:
    """A module of the package, as its source says it."""

    file: Path

    @property
    def name(self) -> str:
        """Return its path in the package."""
        return self.file.relative_to(PACKAGE).as_posix()

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Return all of its syntax, docstrings left out."""
        tree = ast.parse(self.file.read_text("utf-8"))
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        return tuple(node for node in ast.walk(tree) if id(node) not in said)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return every name that it uses, calls or defines."""
        return frozenset(
            name
            for node in self.nodes
            for field in ("id", "attr", "name")
            if isinstance(name := getattr(node, field, None), str)
        )

    @property
    def finds(self) -> bool:
        """Return whether it makes findings."""
        return not self.names.isdisjoint(("finding", "_note"))

    @property
    def speaks(self) -> bool:
        """Return whether it takes or gives sentences."""
        return not self.names.isdisjoint(SPEAKERS)

    def rules(self) -> Iterator[str]:
        """Yield the names of rules: where findings are made, no other text looks like one."""
        for node in self.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if RULE.match(node.value):
                    yield node.value

    def sentences(self) -> Iterator[str]:
        """Yield each sentence: the constants of the module that hold a capital letter."""
        for node in self.nodes:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _is_constant(node):
                values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                for value in values:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        if value.value != value.value.lower():
                            yield value.value

    def unnamed(self) -> Iterator[str]:
        """Yield each text with a space that is given straight to a speaker."""
        for node in self.nodes:
            if isinstance(node, ast.Call) and _called(node) in SPEAKERS:
                for part in (*node.args, *(keyword.value for keyword in node.keywords)):
                    for inner in ast.walk(part):
                        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                            if " " in inner.value:
                                yield inner.value

    def stages(self) -> Iterator[str]:
        """Yield the names of the work that is watched or timed."""
        for node in self.nodes:
            match node:
                case ast.Call(
                    func=ast.Name(id="watched"), args=[_, ast.Constant(value=str(name)), _]
                ):
                    yield name
                case ast.Dict(keys=keys, values=values):
                    for key, value in zip(keys, values, strict=True):
                        timed = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Sub)
                        if timed and isinstance(key, ast.Constant) and isinstance(key.value, str):
                            yield key.value


def _is_constant(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return all(isinstance(name, ast.Name) and CONSTANT.match(name.id) for name in targets)


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", None) or getattr(node.func, "attr", "")


MODULES = tuple(Module(file) for file in sorted(PACKAGE.rglob("*.py")))
FINDING = tuple(module for module in MODULES if module.finds)
SPEAKING = tuple(module for module in MODULES if module.speaks)

RULES = frozenset(rule for module in FINDING for rule in module.rules())
SENTENCES = frozenset(text for module in SPEAKING for text in module.sentences())
STAGES = frozenset(name for module in MODULES for name in module.stages())


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
