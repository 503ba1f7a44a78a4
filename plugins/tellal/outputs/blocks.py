"""Text of an edition -> its blocks in plain words: headings, paragraphs, items, rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from tellal.domain.swift_dataclasses import dataclass

TAG = re.compile(r'<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^"<>]*(?:"[^"]*"[^"<>]*)*)>')
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
FORMS = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("p", "pre", "caption", "dt", "div", "blockquote"), "text"),
    **dict.fromkeys(("li", "dd"), "item"),
    "tr": "row",
}
"""What begins a block, and the form that it gives to it."""
CELLS = ("th", "td")
BETWEEN_CELLS = " | "
SILENT = ("footnote-ref", "footnote-backref")
"""Links that say where a footnote is, and nothing else."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that stands by itself. `form` is heading, text, item or row."""

    form: str
    text: str


def blocks_of(html: str) -> Iterator[Block]:
    """Yield the blocks of a safe HTML in their order, none of them empty."""
    open_forms: list[str] = []
    words: list[str] = []
    position, silent = 0, False
    for match in TAG.finditer(html):
        if not silent:
            words.append(html[position : match.start()])
        position = match.end()
        tag, closes = match["tag"], bool(match["close"])
        if tag == "a":
            silent = not closes and any(name in match["rest"] for name in SILENT)
        elif tag in CELLS and not closes:
            words.append(BETWEEN_CELLS if "".join(words).strip() else "")
        elif tag == "br":
            words.append(" ")
        elif tag in FORMS:
            yield from _block(open_forms, words)
            words.clear()
            if closes:
                open_forms.pop()
            else:
                open_forms.append(FORMS[tag])
    words.append(html[position:])
    yield from _block(open_forms, words)


def _block(open_forms: list[str], words: list[str]) -> Iterator[Block]:
    """Yield what was said since the last block began or ended, in the form that is not plain."""
    text = " ".join(unescape("".join(words)).split())
    if text:
        forms = [form for form in open_forms if form != "text"]
        yield Block(forms[-1] if forms else "text", text)
