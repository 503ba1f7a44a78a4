"""What stands inside a paragraph: a pattern is tried only where its signs are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from markdown import treeprocessors
from markdown.util import AtomicString

from tellal.reading.swift_markdown.gates import gated

Gate = Callable[[str], bool]
"""Says whether a pattern may be found in a text."""

GATES: Final[dict[str, Gate]] = {
    "backtick": lambda text: "`" in text,
    "escape": lambda text: "\\" in text,
    "footnote": lambda text: "[^" in text,
    "reference": lambda text: "[" in text,
    "link": lambda text: "](" in text,
    "image_link": lambda text: "![" in text and "](" in text,
    "image_reference": lambda text: "![" in text,
    "short_reference": lambda text: "[" in text,
    "short_image_ref": lambda text: "![" in text,
    "autolink": lambda text: "://" in text,
    "automail": lambda text: "<" in text and "@" in text,
    "linebreak": lambda text: "  \n" in text,
    "html": lambda text: "<" in text,
    "entity": lambda text: "&" in text,
    "em_strong": lambda text: "*" in text or "_" in text,
}
REFERENCES: Final = tuple(
    GATES[name] for name in ("reference", "image_reference", "short_reference", "short_image_ref")
)
"""The gates of what finds nothing in a text that defines no address apart from its link."""


def has_signs(text: str) -> bool:
    """Return whether a gate may be open. Searching for each is quicker than for all at once."""
    return (
        "*" in text
        or "[" in text
        or "_" in text
        or "<" in text
        or "&" in text
        or "`" in text
        or "\\" in text
        or "  \n" in text
    )


class InlineProcessor(treeprocessors.InlineProcessor):
    """Applies patterns as Python-Markdown does, and only those that may find something.

    It bears the name of its base, so that the private methods of both are the same: one is
    replaced here and one is called.
    """

    if TYPE_CHECKING:
        __applyPattern: Callable[[Any, str, int, int], tuple[str, bool, int]]

    def settle(self) -> None:
        """Know all patterns; none is registered from now on."""
        self._patterns = tuple(enumerate(gated(self.inlinePatterns, GATES)))
        self._footnotes: Any = self.inlinePatterns["footnote"]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Return the tree with its patterns applied."""
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]
        if not has_signs("\n".join(lines)):
            return tree
        idle = () if self.md.references else REFERENCES
        if not self._footnotes.footnotes.footnotes:
            idle = (*idle, GATES["footnote"])
        self._live = [
            (place, gate, pattern) for place, (gate, pattern) in self._patterns if gate not in idle
        ]
        return super().run(tree, ancestors)

    def __handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Return the text with placeholders for what the patterns found."""
        if isinstance(data, AtomicString) or not has_signs(data):
            return data
        for place, gate, pattern in self._live:
            if place >= patternIndex and gate(data):
                start, found = 0, True
                while found:
                    data, found, start = self.__applyPattern(pattern, data, place, start)
        return data
