"""Links and pictures: brackets are paired once a text, not once a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from markdown import Markdown
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    Pattern,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

BRACKET: Final = re.compile(r"[\[\]]")
QUOTE: Final = re.compile("[\"']")


class PairedBrackets(LinkInlineProcessor):
    """Finds the words of a link. A text in which one bracket is not closed is read once."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        """Look for the pattern on behalf of a converter."""
        super().__init__(pattern, md)
        self._data = ""
        self._pairs: dict[int, int] = {}

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """Return the text up to the bracket that closes, where it ends, and if it does."""
        end = self._closing(data, index)
        return ("", index, False) if end is None else (data[index:end], end + 1, True)

    def _closing(self, data: str, index: int) -> int | None:
        if data is not self._data:
            depth = 1
            for bracket in BRACKET.finditer(data, index):
                depth += 1 if bracket[0] == "[" else -1
                if not depth:
                    return bracket.start()
            self._data, self._pairs = data, pairs_of(data)
        return self._pairs.get(index - 1)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """Return address, title, end and whether there is a link."""
        opened = data.startswith("(", index)
        # Python-Markdown takes a quote that is followed by "(" for an end, so it must see it.
        if not opened or (data.find(")", index) < 0 and not QUOTE.search(data, index)):
            return "", None, index, False
        return super().getLink(data, index)


def pairs_of(text: str) -> dict[int, int]:
    """Return where each bracket that opens is closed.

    >>> pairs_of("[[a] [b]")
    {1: 3, 5: 7}
    """
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for bracket in BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            pairs[opened.pop()] = bracket.start()
    return pairs


class SwiftLink(PairedBrackets):
    """A link with its address beside it."""


class SwiftImage(PairedBrackets, ImageInlineProcessor):
    """A picture with its address beside it."""


class SwiftReference(PairedBrackets, ReferenceInlineProcessor):
    """A link whose address is defined elsewhere."""


class SwiftImageReference(PairedBrackets, ImageReferenceInlineProcessor):
    """A picture whose address is defined elsewhere."""


class SwiftShortReference(PairedBrackets, ShortReferenceInlineProcessor):
    """A link whose words name its address."""


class SwiftShortImageReference(PairedBrackets, ShortImageReferenceInlineProcessor):
    """A picture whose words name its address."""


def swift_link_patterns(md: Markdown) -> Iterator[tuple[Pattern, str, int]]:
    """Yield the patterns with their names and places among Python-Markdown's."""
    yield SwiftReference(REFERENCE_RE, md), "reference", 170
    yield SwiftLink(LINK_RE, md), "link", 160
    yield SwiftImage(IMAGE_LINK_RE, md), "image_link", 150
    yield SwiftImageReference(IMAGE_REFERENCE_RE, md), "image_reference", 140
    yield SwiftShortReference(REFERENCE_RE, md), "short_reference", 130
    yield SwiftShortImageReference(IMAGE_REFERENCE_RE, md), "short_image_ref", 125
