"""What a card says -> the card, drawn: what other sites show of a page that has no photo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

import PIL
from PIL import Image, ImageDraw, ImageFont, features

from tellal.domain.sizes import CARD, CARD_FILES
from tellal.domain.swift_dataclasses import dataclass

TOKEN = re.compile(r"--(?P<name>mast(?:-[a-z]+)?):\s*#(?P<colour>[0-9a-f]{6}|[0-9a-f]{3})\b")
CYRILLIC = re.compile(r"[\u0400-\u04ff]+|[^\u0400-\u04ff]+")
EDGE, WIDTH = 80, CARD[0] - 160
SHADES = 7
"""Of white, from the ground; as many of the accent follow. Sixteen colours need four bits."""
TITLE_SIZES = (66, 54, 44)
TITLE_TOP, TITLE_HIGH, LEADING = 224, 300, 1.16
MARK = 132
LARGER = 4
"""How much larger the sign is drawn before it is made smaller, so that its edges are smooth."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What a card says; a line without words is empty."""

    municipality: str
    office: str
    kind: str = ""
    title: str = ""
    day: str = ""


@dataclass(frozen=True)
class Style:
    """The colours and letters of a theme, as its files have them."""

    tokens: str
    latin: bytes
    cyrillic: bytes

    @cached_property
    def palette(self) -> list[int]:
        """Return the colours: from the ground to white, then from the ground to the accent."""
        found: dict[str, str] = {}
        for match in TOKEN.finditer(self.tokens):
            found.setdefault(match["name"], match["colour"])
        ground, white, accent = (_rgb(found[name]) for name in ("mast", "mast-text", "mast-accent"))
        ramps = [(white, step) for step in range(SHADES + 1)]
        ramps += [(accent, step) for step in range(1, SHADES + 1)]
        return [
            round(low + (high - low) * step / SHADES)
            for colour, step in ramps
            for low, high in zip(ground, colour, strict=True)
        ]

    def font(self, script: bytes, size: int, weight: int) -> Any:
        """Return letters. Basic layout is the same on every machine; the other one is not."""
        basic = ImageFont.Layout.BASIC
        font = ImageFont.truetype(BytesIO(script), size, layout_engine=basic)
        font.set_variation_by_axes([weight])
        return font


def style_of(static: Path) -> Style:
    """Return how cards look in a theme, of which the static files lie in a folder."""
    tokens, latin, cyrillic = (static / name for name in CARD_FILES)
    return Style(tokens.read_text("utf-8"), latin.read_bytes(), cyrillic.read_bytes())


def _rgb(colour: str) -> tuple[int, ...]:
    long = colour if len(colour) == 6 else "".join(2 * sign for sign in colour)
    return tuple(bytes.fromhex(long))


@cache
def recipe() -> str:
    """Return all that may make another card of the same lines: this module, and its libraries."""
    own = blake2b(Path(__file__).read_bytes()).hexdigest()
    return f"{own} {PIL.__version__} {features.version('freetype2')}"


class Pen:
    """Writes in one size and weight, in whichever script."""

    def __init__(self, style: Style, size: int, weight: int) -> None:
        """Take the letters of a style."""
        self.size = size
        self._latin = style.font(style.latin, size, weight)
        self._cyrillic = style.font(style.cyrillic, size, weight)

    def _runs(self, text: str) -> Iterator[tuple[str, Any]]:
        for run in CYRILLIC.findall(text):
            yield run, self._cyrillic if "\u0400" <= run[0] <= "\u04ff" else self._latin

    def length(self, text: str) -> float:
        """Return how wide a text is."""
        return sum(float(font.getlength(run)) for run, font in self._runs(text))

    def write(self, on: Any, text: str, left: float, top: float) -> None:
        """Write one line."""
        for run, font in self._runs(text):
            on.text((left, top), run, 255, font)
            left += float(font.getlength(run))

    def lines(self, text: str) -> list[str]:
        """Return a text in lines that fit; a word that does not is cut."""
        lines, line = [], ""
        for word in text.split():
            longer = f"{line} {word}".lstrip()
            if line and self.length(longer) > WIDTH:
                lines.append(line)
                longer = word
            line = longer
        return [self.cut(line) for line in (*lines, line)]

    def cut(self, line: str, more: bool = False) -> str:
        """Return a line that fits; `more` says that it goes on."""
        sign = "…" if more else ""
        while self.length(line + sign) > WIDTH:
            line, sign = line[:-1].rstrip(), "…"
        return line + sign


@lru_cache(maxsize=32)
def _pen(style: Style, size: int, weight: int) -> Pen:
    return Pen(style, size, weight)


@lru_cache(maxsize=256)
def drawn_card(lines: Lines, style: Style) -> bytes:
    """Return a card as PNG."""
    card = _ground(lines.municipality, lines.office, lines.kind, style).copy()
    if lines.title:
        _paste(card, _title(lines.title, style), (EDGE, TITLE_TOP))
    if lines.day:
        _paste(card, _written(lines.day, _pen(style, 32, 400)), (EDGE, 536))
    stream = BytesIO()
    card.save(stream, "PNG", bits=4, compress_level=6)
    return stream.getvalue()


@lru_cache(maxsize=128)
def _ground(municipality: str, office: str, kind: str, style: Style) -> Any:
    """Return what the cards of a kind share, in colours by their number."""
    card = Image.new("P", CARD, 0)
    card.putpalette(style.palette)
    white = Image.new("L", CARD, 0)
    pen = ImageDraw.Draw(white)
    _pen(style, 40, 700).write(pen, municipality, EDGE, 56)
    _pen(style, 30, 400).write(pen, office, EDGE, 106)
    _paste(card, white, (0, 0))
    accent = Image.new("L", CARD, 0)
    pen = ImageDraw.Draw(accent)
    pen.rectangle((0, CARD[1] - 14, CARD[0], CARD[1]), 255)
    _pen(style, 36, 600).write(pen, kind, EDGE, 176)
    _paste(card, accent, (0, 0), first=SHADES)
    for mask, first in zip(_mark(), (0, SHADES), strict=True):
        _paste(card, mask, (CARD[0] - EDGE - MARK, 440), first)
    return card


def _title(title: str, style: Style) -> Any:
    """Return a title in the largest letters in which it fits, else its beginning."""
    for size in TITLE_SIZES:
        pen = _pen(style, size, 700)
        lines, most = pen.lines(title), int(TITLE_HIGH // (size * LEADING))
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], pen.cut(lines[most - 1], more=True)]
    mask = Image.new("L", (WIDTH, TITLE_HIGH + 20), 0)
    on = ImageDraw.Draw(mask)
    for number, line in enumerate(lines):
        pen.write(on, line, 0, number * size * LEADING)
    return mask


def _written(text: str, pen: Pen) -> Any:
    mask = Image.new("L", (WIDTH - MARK, round(pen.size * 1.5)), 0)
    pen.write(ImageDraw.Draw(mask), text, 0, 0)
    return mask


def _paste(card: Any, mask: Any, where: tuple[int, int], first: int = 0) -> None:
    """Put a shade of a colour wherever a mask is not black; `first` is what its shades follow."""
    steps = [round(value * SHADES / 255) for value in range(256)]
    shades = mask.point([step + first if step else 0 for step in steps])
    card.paste(shades, where, mask.point([255 if step else 0 for step in steps]))


@lru_cache(maxsize=1)
def _mark() -> tuple[Any, Any]:
    """Return the sign of the site, as in `parts/mark.html`: what of it is white, and the accent."""
    side, unit = MARK * LARGER, MARK * LARGER / 48
    white, accent = (Image.new("L", (side, side), 0) for _ in range(2))
    on, other = ImageDraw.Draw(white), ImageDraw.Draw(accent)

    def at(*points: float) -> list[float]:
        return [unit * point for point in points]

    thick, thin = round(2.6 * unit), round(1.6 * unit)
    on.line(at(8, 17, 8, 33), 255, thick)
    on.line(at(36, 17, 36, 33), 255, thick)
    on.arc(at(6.7, 24.7, 37.3, 41.3), 0, 180, 255, thick)
    on.line(at(8, 22, 15, 38, 22, 23, 29, 38, 36, 22), 255, thin, joint="curve")
    on.ellipse(at(6.7, 9.7, 37.3, 24.3), 255)
    on.ellipse(at(9.3, 12.3, 34.7, 21.7), 0)
    other.ellipse(at(9.3, 12.3, 34.7, 21.7), 255)
    other.arc(at(21, 8, 41, 28), 290, 340, 255, thick)
    other.arc(at(16, 2, 48, 34), 292, 345, 255, thick)
    small = (MARK, MARK)
    return tuple(mask.resize(small, Image.Resampling.BOX) for mask in (white, accent))  # type: ignore[return-value]
