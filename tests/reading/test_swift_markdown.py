"""The swift converter writes what Python-Markdown writes, byte for byte, for any text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from tellal.reading.markup import converter, extensions, prose_of

ROOT = Path(__file__).parents[2]
FOLDERS = ("content", "tests/golden/content", "docs")
CORPUS = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.md"))
MANY = 100_000


@cache
def stock() -> Markdown:
    return Markdown(extensions=extensions(), output_format="html")


def assert_same(text: str) -> None:
    assert converter().reset().convert(text) == stock().reset().convert(text)


def test_every_text_at_hand_reads_the_same() -> None:
    assert CORPUS
    for file in CORPUS:
        assert_same(file.read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "[[a] [b](c) ![d](e)",
        "[a](b [c](d) [e](<f> 'g') [h](i \"j\")",
        '[a]("( *b*',
        "[a] [a][b] ![a][] [a]\n\n[a]: b 'c'",
        "A[^1] and [^2] and [^1]\n\n[^1]: B\n\n    C\n[^2]: D",
        "[^1] [^2]",
        "HTML and PDF\n\n*[HTML]: Hypertext\n*[PDF]:\n  Page",
        "`a` ``b`c`` \\`d` \\\\`e` \\* \\q",
        "a  \nb   \nc \nd",
        "*a* **b** _c_ __d__ ***e*** *f **g** h* a_b_c *_i_*",
        '<https://a.example> <a@b.example> <b>*c*</b> <!-- d --> &amp; &copy &#65 &#x41; & < > "',
        "<div>*a*</div>\n\n<p title='\"'>b</p>\n*c*\n\n<?php d ?>\n\n<script>e</script>",
        "- a\n- b\n\n  c\n\n    d\n+ e\n* f\n\n1. g\n2. h\n\n3. i",
        "10. a\n11. b\n\n٣. c\n\n   4. d",
        "a\n===\nb\n---\nc\n***\nd\n- - -\ne\n# f #\n####### g",
        "> a\nb\n> > c\n\n> d",
        "    a\n\n\n    b\nc\n\n\td\n",
        "a\n: b\n\n    c\n\nd\ne\n\n:   f",
        "a | b\n- | -\n`c|d` | e\\|f\n\n|a|\n|:-:|\n|b|",
        "a\x02klzzwxh:0000\x03b *c*\n \x02\n \x03\nd\re\r\nf",
        "///Footnotes Go Here///\n\na[^1]\n\n[^1]: b",
        " ",
        "a\n   ",
        "\n\n\na\n\n\n\nb",
    ],
)
def test_text_with_a_catch_reads_the_same(text: str) -> None:
    assert_same(text)


SIGNS = """
a ë Џ 5 1. 12. ٣. * ** *** _ __ - + -- --- = === # ## ` `` ``` \\ \\* \\[ \\` \\| [ ] ( ) [^ [^1]
[1]: [a]: [a] [a][1] [a][] ![ ![a] ![a](b) ![a][1] ]( ](b) [a](b) [a](<b>) [a](b"c") [a]("( *[ab]:
ab a|b | |---|---| |:-:|--:| : ·:· :: > >· < <b> </b> <div> </div> <p> </p> <br> <hr> <!-- --> <? ?>
<http://a.b> <a@b.c> <script> </script> & &amp; &#65; &#65 &#x41; ; ' " ! . , klzzwxh:0000 *a* **b**
_c_ [^1]: ***d*** **a*b*c** a_b_c ///Footnotes·Go·Here/// [a]:·<b>·"c" http://x.y/z_w_v
"""
GAPS = "|·|··|¶|¶¶|··¶|¶····|¶···|¶········|→|¶¶····|¶-·|¶1.·|¶¶¶|¶>·|¶:·|\x02|\x03|\xa0|\u2028|\r"
PIECES = [
    piece.replace("·", " ").replace("¶", "\n").replace("→", "\t")
    for piece in (*SIGNS.split(), *GAPS.split("|"), *GAPS.split("|"))
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)


@settings(max_examples=500)
@given(TEXTS)
def test_any_text_reads_the_same(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("piece", ["[", "![", "[^", "[a] ", "a [ ] ["])
def test_brackets_that_never_close_are_read_at_once(piece: str) -> None:
    text = f"{piece * (MANY // len(piece))}a"

    assert prose_of(text, "sq", is_act=False).html == f"<p>{text}</p>"
