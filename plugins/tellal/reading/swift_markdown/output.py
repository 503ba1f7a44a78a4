"""The tree -> HTML: line breaks, escaped characters, and text."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import RE_AMP
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS

QUOTE: Final = '"'
BLOCKS: Final = frozenset(BLOCK_LEVEL_ELEMENTS)


class SwiftPrettify(PrettifyTreeprocessor):
    """Breaks lines between blocks."""

    def _prettifyETree(self, elem: Element) -> None:
        """Break the lines in and after an element."""
        if elem.tag in BLOCKS and elem.tag not in ("code", "pre"):
            if len(elem) and elem[0].tag in BLOCKS and not (elem.text and elem.text.strip()):
                elem.text = "\n"
            for child in elem:
                if child.tag in BLOCKS:
                    self._prettifyETree(child)
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"


class SwiftUnescape(UnescapeTreeprocessor):
    """Restores escaped characters where the text holds a backslash."""

    def run(self, root: Element) -> None:
        """Restore them all."""
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]
        if "\\" in "".join(lines):
            super().run(root)


def to_html(root: Element) -> str:
    """Return an element as HTML, as Python-Markdown's own serializer does.

    Without recursion, since a hostile text nests as deep as it likes.
    """
    parts: list[str] = []
    stack: list[Element | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        tag = item.tag
        parts.append(f"<{tag}{_attributes(item)}>" if item.attrib else f"<{tag}>")
        if item.text:
            parts.append(_escaped(item.text))
        end = "" if tag in HTML_EMPTY else f"</{tag}>"
        if item.tail:
            end += _escaped(item.tail)
        if len(item):
            stack.append(end)
            stack.extend(reversed(item))
        else:
            parts.append(end)
    return "".join(parts)


def _attributes(element: Element) -> str:
    named = sorted(element.items())
    return "".join(f' {name}="{_escaped(value).replace(QUOTE, "&quot;")}"' for name, value in named)


def _escaped(text: str) -> str:
    """Return the text with the signs as entities that have a meaning in HTML."""
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")
