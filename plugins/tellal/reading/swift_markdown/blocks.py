"""Paragraphs and all other blocks: only the processors are asked whose sign begins a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from tellal.reading.swift_markdown.gates import gated

Gate = Callable[[str, set[str]], bool]
"""Says whether a processor may want a block, by its text and the first signs of its lines."""

GATES: Final[dict[str, Gate]] = {
    "empty": lambda block, signs: block[:1] in ("", "\n"),
    "indent": lambda block, signs: block[:1] == " ",
    "defindent": lambda block, signs: block[:1] == " ",
    "code": lambda block, signs: block[:1] == " ",
    "table": lambda block, signs: "|" in block,
    "hashheader": lambda block, signs: "#" in signs,
    "setextheader": lambda block, signs: "=" in signs or "-" in signs,
    "hr": lambda block, signs: "-" in signs or "_" in signs or "*" in signs,
    "olist": lambda block, signs: block.lstrip(" ")[:1].isdecimal(),
    "ulist": lambda block, signs: "-" in signs or "*" in signs or "+" in signs,
    "deflist": lambda block, signs: ":" in signs,
    "quote": lambda block, signs: ">" in signs,
    "footnote": lambda block, signs: "[^" in block and "]:" in block,
    "abbr": lambda block, signs: "*[" in block,
    "reference": lambda block, signs: "[" in signs and "]:" in block,
}
SIGNS: Final = frozenset("#=-_*+:>[")
BEGINNINGS: Final = ("", "\n", " ")


def _open(block: str, signs: set[str]) -> bool:
    return True


class SwiftBlockParser(BlockParser):
    """Parses blocks as `BlockParser` does. A block that opens no gate is a paragraph."""

    @classmethod
    def in_place_of(cls, parser: BlockParser) -> SwiftBlockParser:
        """Return a parser with the processors of another one, which now work for it."""
        swift = cls(parser.md)
        swift.blockprocessors = parser.blockprocessors
        for processor in swift.blockprocessors:
            processor.parser = swift
        return swift

    def settle(self) -> None:
        """Know all processors; none is registered from now on."""
        self._gated = gated(self.blockprocessors, GATES, _open)
        self._of_paragraphs = (self.blockprocessors["paragraph"],)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Put the blocks into their parent."""
        while blocks:
            block = blocks[0]
            for processor in self._candidates(block):
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break

    def _candidates(self, block: str) -> Sequence[BlockProcessor]:
        """Return the processors that may want a block, in their order."""
        signs = {line.lstrip(" ")[:1] for line in block.split("\n")}
        if SIGNS.isdisjoint(signs) and "|" not in block:
            first = block[:1]
            if first not in BEGINNINGS and not first.isdecimal():
                return self._of_paragraphs
        return [processor for gate, processor in self._gated if gate(block, signs)]
