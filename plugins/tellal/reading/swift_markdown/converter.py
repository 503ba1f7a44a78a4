"""Python-Markdown with swift parts in place of its own, each with the same results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.util import ETX, STX

from tellal.reading.swift_markdown.blocks import SwiftBlockParser
from tellal.reading.swift_markdown.inline import InlineProcessor
from tellal.reading.swift_markdown.links import swift_link_patterns
from tellal.reading.swift_markdown.output import SwiftPrettify, SwiftUnescape, to_html

UNUSUAL: Final = ("\r", "\t", " \n", STX, ETX)
"""What Python-Markdown takes out of a text or writes otherwise."""


class SwiftMarkdown(Markdown):
    """Converts as `Markdown` does with the same extensions and with HTML as its output."""

    def __init__(self, extensions: Sequence[Extension]) -> None:
        """Convert with these extensions."""
        super().__init__(extensions=extensions, output_format="html")
        self.serializer = to_html
        self._blocks.settle()
        self._inline.settle()

    def build_parser(self) -> SwiftMarkdown:
        """Return this converter with all parts in their places, before extensions add theirs."""
        super().build_parser()
        self.parser = self._blocks = SwiftBlockParser.in_place_of(self.parser)
        self._inline = InlineProcessor(self)
        self.preprocessors.register(SwiftWhitespace(self), "normalize_whitespace", 30)
        self.preprocessors.register(SwiftHtmlBlocks(self), "html_block", 20)
        for pattern, name, priority in swift_link_patterns(self):
            self.inlinePatterns.register(pattern, name, priority)
        self.treeprocessors.register(self._inline, "inline", 20)
        self.treeprocessors.register(SwiftPrettify(self), "prettify", 10)
        self.treeprocessors.register(SwiftUnescape(self), "unescape", 0)
        return self


class SwiftWhitespace(NormalizeWhitespace):
    """Looks at each line by itself only where one may be changed."""

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        if source.endswith(" ") or any(sign in source for sign in UNUSUAL):
            return super().run(lines)
        return [*lines, "", ""]


class SwiftHtmlBlocks(HtmlBlockPreprocessor):
    """Reads a text as HTML only where it holds a tag or the number of a character."""

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        return super().run(lines) if "<" in source or "&#" in source else lines
