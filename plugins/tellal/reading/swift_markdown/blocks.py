"""Paragraphs and all other blocks: only the processors are asked whose sign begins a line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from tellal.reading.swift_markdown.gates import gated

EMPTY, INDENTED, NUMBER, PIPE = "", " ", "1", "|"
GATES: Final[dict[str, Collection[str] | None]] = {
    "empty": [EMPTY],
    "indent": [INDENTED],
    "defindent": [INDENTED],
    "code": [INDENTED],
    "table": [PIPE],
    "hashheader": "#",
    "setextheader": "=-",
    "hr": "-_*",
    "olist": [NUMBER],
    "ulist": "-*+",
    "deflist": ":",
    "quote": ">",
    "footnote": "[",
    "abbr": "*",
    "reference": "[",
    "paragraph": None,
}
"""The marks of a block, one of which a processor needs to want it; None wants all."""
FIRST_SIGNS: Final = frozenset("#=-_*+:>[")
NO_PARAGRAPHS: Final = FIRST_SIGNS | {EMPTY, INDENTED, "\n"}


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
        self._gated = gated(self.blockprocessors, GATES)
        self._of_paragraphs = (self.blockprocessors["paragraph"],)
        self._wanting = lru_cache(maxsize=1024)(self._which_want)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Put the blocks into their parent."""
        while blocks:
            block = blocks[0]
            for processor in self._candidates(block):
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break

    def _candidates(self, block: str) -> Sequence[BlockProcessor]:
        """Return the processors that may want a block, in their order."""
        first = block[:1]
        if "\n" not in block and first not in NO_PARAGRAPHS and not first.isdecimal():
            return self._of_paragraphs
        return self._wanting(marks_of(block))

    def _which_want(self, marks: frozenset[str]) -> tuple[BlockProcessor, ...]:
        return tuple(
            processor
            for gate, processor in self._gated
            if gate is None or not marks.isdisjoint(gate)
        )


def marks_of(block: str) -> frozenset[str]:
    """Return the signs that begin its lines, and what else tells a block from a paragraph."""
    lines = [line.lstrip(" ") for line in block.split("\n")]
    found = {
        INDENTED: block[:1] == " ",
        NUMBER: lines[0][:1].isdecimal(),
        EMPTY: block[:1] in ("", "\n"),
        PIPE: "|" in block,
    }
    signs = FIRST_SIGNS.intersection([line[:1] for line in lines])
    return signs.union([mark for mark, is_there in found.items() if is_there])
