"""HTML of a text -> lines of plain text: no marks, every link written out."""

from __future__ import annotations

import re
from dataclasses import field
from html import unescape

from tellal.domain.swift_dataclasses import dataclass

TOKEN = re.compile(
    r'<(?P<end>/?)(?P<name>[a-z0-9]+)(?P<rest>(?:[^<>"]|"[^"]*")*+)>|(?P<text>[^<]+)'
)
BLANKS = re.compile(" {2,}")
CELL = re.compile(" *\t *")
BEGIN, END = "\x02", "\x03"
BETWEEN = re.compile(f"{BEGIN}[^{END}]*{END}")
HREF = re.compile(r' href="([^"]*)"')
ALT = re.compile(r' alt="([^"]+)"')
BLOCKS = frozenset("p h2 h3 h4 h5 h6 li tr dt dd pre caption blockquote div hr ul ol table".split())
HEADS = frozenset("h2 h3 h4 h5 h6".split())
CELLS = frozenset(("th", "td"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text. `kind` is text, head, item, row or note; `mark` stands before an item.

    Addresses that were written out stand between two signs that no text holds.
    """

    kind: str
    written: str
    mark: str = ""

    @property
    def text(self) -> str:
        """Return the line with all addresses."""
        return (
            self.written.replace(BEGIN, "").replace(END, "")
            if BEGIN in self.written
            else self.written
        )

    @property
    def bare(self) -> str:
        """Return the line without addresses and signs of notes."""
        return BETWEEN.sub("", self.written) if BEGIN in self.written else self.written


def lines_of(html: str, host: str) -> list[Line]:
    """Return the lines of a safe HTML, its links written out under `host`."""
    reader = _Reader(host)
    for token in TOKEN.finditer(html):
        if text := token["text"]:
            reader.read(unescape(text))
        elif token["end"]:
            reader.close(token["name"])
        else:
            reader.open(token["name"], token["rest"])
    reader.flush()
    return reader.lines


@dataclass(slots=True)
class _Reader:
    """Goes through the HTML once, and keeps the line that is being written."""

    host: str
    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    kind: str = "text"
    mark: str = ""
    in_notes: bool = False
    is_mute: bool = False
    is_kept: bool = False

    def read(self, text: str) -> None:
        if not self.is_mute:
            self.parts.append(text if self.is_kept else text.replace("\n", " "))

    def open(self, name: str, rest: str) -> None:
        """Begin an element."""
        if name in BLOCKS:
            self.flush()
            self.is_kept = name == "pre"
            self._block(name, rest)
        elif name in CELLS:
            self.parts.append("\t" if "".join(self.parts).strip() else "")
        elif name == "a":
            self._link(rest)
        elif name == "br":
            self.parts.append("\n")
        elif name == "img" and (alt := ALT.search(rest)):
            self.parts.append(f"{BEGIN}[{unescape(alt[1])}]{END}")

    def _block(self, name: str, rest: str) -> None:
        if name in ("ul", "ol"):
            self.lists.append(1 if name == "ol" else None)
        elif name == "li":
            number = self.lists[-1] if self.lists else None
            self.mark = "–" if number is None else f"{number}."
            if self.lists and number is not None:
                self.lists[-1] = number + 1
        elif name in HEADS:
            self.kind = "head"
        elif name == "tr":
            self.kind = "row"
        elif name == "div":
            self.in_notes = self.in_notes or "footnote" in rest

    def _link(self, rest: str) -> None:
        href = HREF.search(rest)
        self.links.append(unescape(href[1]) if href else "")
        if "footnote-ref" in rest:
            self.parts.append(f"{BEGIN}[")
        self.is_mute = "footnote-backref" in rest

    def close(self, name: str) -> None:
        """End an element."""
        if name == "a" and self.links:
            self._written_out(self.links.pop())
            self.is_mute = False
        elif name in BLOCKS:
            self.flush()
            self.is_kept = False
            if name in ("ul", "ol") and self.lists:
                self.lists.pop()

    def _written_out(self, address: str) -> None:
        """Write the address of a link behind it, unless it is what the link says."""
        if self.is_mute or not address:
            return
        if address.startswith("#"):
            self.parts.append(f"]{END}" if address.startswith("#fn-") else "")
            return
        whole = f"{self.host}{address}" if address.startswith("/") else address
        whole = whole.removeprefix("mailto:").removeprefix("tel:")
        if whole != (self.parts[-1] if self.parts else ""):
            self.parts.append(f"{BEGIN} ({whole}){END}")

    def flush(self) -> None:
        """Keep the line that was written, if anything was."""
        text = "".join(self.parts)
        self.parts.clear()
        if "\n" in text:
            text = "\n".join(line for part in text.split("\n") if (line := _trimmed(part)))
        if text := _trimmed(text):
            kind = self.kind if self.kind != "text" or not self.lists else "item"
            self.lines.append(Line("note" if self.in_notes else kind, text, self.mark))
            self.mark = ""
        self.kind = "text"


def _trimmed(text: str) -> str:
    """Return one line with single blanks, and the cells of a row apart."""
    text = text.strip()
    if "\t" in text:
        text = CELL.sub(" | ", text)
    return BLANKS.sub(" ", text) if "  " in text else text


def as_text(lines: list[Line]) -> str:
    """Return lines as one text: a blank line between paragraphs, none within lists and tables."""
    text, before = "", ""
    for line in lines:
        together = line.kind == before and line.kind in ("item", "row", "note")
        gap = "" if not text else "\n" if together else "\n\n"
        mark = f"{line.mark} " if line.mark else ""
        mark = f"[{mark.rstrip('. ')}] " if line.kind == "note" and mark else mark
        text += f"{gap}{mark}{line.text}"
        before = line.kind
    return text
