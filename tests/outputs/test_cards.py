"""A card says what its page is, in the letters of its language, and within its edges."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tellal.domain.sizes import CARD
from tellal.outputs.cards import WIDTH, Lines, Pen, Style, drawn_card, style_of

STATIC = Path(__file__).parents[2] / "theme" / "static"
STYLE = style_of(STATIC)
LINES = Lines("Opština Gnjilane", "Kancelarija", "Saopštenje", "Sajam", "7. septembar 2019.")
LONG = "Обавештење о почетку радова на уређењу корита реке и околних улица " * 4


def opened(lines: Lines, style: Style = STYLE) -> Image.Image:
    return Image.open(BytesIO(drawn_card(lines, style)))


def test_card_has_the_shape_that_all_sites_take_and_weighs_little() -> None:
    card = drawn_card(LINES, STYLE)

    assert Image.open(BytesIO(card)).size == CARD
    assert len(card) < 40_000


@pytest.mark.parametrize("line", ["municipality", "office", "kind", "title", "day"])
def test_card_shows_each_of_its_lines(line: str) -> None:
    assert drawn_card(replace(LINES, **{line: ""}), STYLE) != drawn_card(LINES, STYLE)


@pytest.mark.parametrize("text", ["čćđšž", "çëÇË", "ğıİöşü", "ђљњћџ", "ЂЉЊЋЏ", "„”–…№§€"])
def test_each_letter_has_a_shape_of_its_own(text: str) -> None:
    unknown = drawn_card(replace(LINES, title="\U0001f5ff"), STYLE)
    shapes = {drawn_card(replace(LINES, title=letter), STYLE) for letter in text}

    assert len(shapes) == len(text)
    assert unknown not in shapes


def test_long_title_ends_with_three_dots_and_stays_off_the_edges() -> None:
    card = opened(replace(LINES, title=LONG)).convert("L")
    ground = card.getpixel((2, 2))
    edges = [card.crop((0, 0, 78, 600)), card.crop((CARD[0] - 70, 0, CARD[0], 430))]

    assert [edge.getextrema() for edge in edges] == [(ground, ground)] * 2
    assert drawn_card(replace(LINES, title=LONG + "A"), STYLE) == drawn_card(
        replace(LINES, title=LONG + "B"), STYLE
    )


def test_word_that_is_longer_than_a_line_is_cut() -> None:
    pen = Pen(STYLE, 66, 700)

    (line,) = pen.lines("Nadzvukovni" * 12)

    assert line.endswith("…")
    assert pen.length(line) <= WIDTH


def test_colours_are_those_of_the_theme() -> None:
    red = replace(STYLE, tokens=STYLE.tokens.replace("--mast: #14294d", "--mast: #800"))

    assert opened(LINES, red).convert("RGB").getpixel((2, 2)) == (0x88, 0, 0)
    assert opened(LINES).convert("RGB").getpixel((2, 2)) == (0x14, 0x29, 0x4D)
