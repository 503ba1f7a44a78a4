"""Two languages of an act stand side by side, place by place, and nothing of them is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tellal.outputs.parallel import Pair, pairs_of
from tellal.reading.markup import prose_of
from tests.conftest import parsed


def act(text: str, language: str = "sq") -> str:
    return prose_of(text, language, is_act=True).html


def test_chapters_articles_and_paragraphs_stand_beside_each_other() -> None:
    own = act("Hyrja.\n\n## Kapitulli I\n\n### Neni 1\n**Qëllimi**\n\n1. Një.\n\n2. Dy.")
    other = act(
        "Uvod.\n\n## Poglavlje I\n\n### Član 1\n**Cilj**\n\n1. Jedan.\n\n2. Dva.", "sr-Latn"
    )

    assert pairs_of(own, other) == (
        Pair("", "<p>Hyrja.</p>", "<p>Uvod.</p>"),
        Pair("ch-1", "<h2>Kapitulli I</h2>", "<h2>Poglavlje I</h2>"),
        Pair("art-1", "<h3>Neni 1</h3>", "<h3>Član 1</h3>"),
        Pair("", "<p><strong>Qëllimi</strong></p>", "<p><strong>Cilj</strong></p>"),
        Pair("art-1-1", "<p>1. Një.</p>", "<p>1. Jedan.</p>"),
        Pair("art-1-2", "<p>2. Dy.</p>", "<p>2. Dva.</p>"),
    )


def test_place_that_one_language_lacks_stands_alone_where_it_belongs() -> None:
    own = act("## Neni 1\n\n1. Një.\n\n3. Tri.")
    other = act("## Član 1\n\n1. Jedan.\n\n2. Dva.\n\n3. Tri.", "sr-Latn")

    assert [(pair.anchor, bool(pair.own), bool(pair.other)) for pair in pairs_of(own, other)] == [
        ("art-1", True, True),
        ("art-1-1", True, True),
        ("art-1-2", False, True),
        ("art-1-3", True, True),
    ]


def test_place_without_numbers_goes_by_its_blocks_or_else_as_a_whole() -> None:
    own = act("## Neni 1\n\nA.\n\nB.\n\n## Neni 2\n\nA.\n\nB.")
    other = act("## Član 1\n\nA.\n\nB.\n\n## Član 2\n\nA i B.", "sr-Latn")
    pairs = pairs_of(own, other)

    assert [pair.own.count("<p>") for pair in pairs] == [0, 1, 1, 2]


def test_ordinary_headings_stand_beside_each_other_where_there_are_as_many() -> None:
    own, other = act("1. A.\n\n## Arsyetim\n\nB."), act("1. A.\n\n## Obrazloženje\n\nB.", "sr-Latn")

    assert [pair.anchor for pair in pairs_of(own, other)] == ["par-1", "s-arsyetim", ""]


def test_footnotes_of_both_languages_keep_apart() -> None:
    text = "## Neni 1\n\nA[^1].\n\n[^1]: Shënim."
    pairs = pairs_of(act(text), act(text.replace("Neni", "Član"), "sr-Latn"))
    html = "".join(pair.own + pair.other for pair in pairs)
    names = [str(name) for name in parsed(html).xpath("//@id")]

    assert len(names) == len(set(names)) > 2
    assert {str(to)[1:] for to in parsed(html).xpath("//@href")} <= set(names)


def words(html: str) -> list[str]:
    return sorted(re.sub(r"<[^>]+>", " ", html).split())


TEXTS = st.text(alphabet="ab1.2 \n#>NeniKapitulliI<div>&*-|", max_size=160)


@given(TEXTS, TEXTS)
def test_nothing_of_either_text_is_lost_or_told_twice(first: str, second: str) -> None:
    own, other = act(first), act(second)
    pairs = pairs_of(own, other)

    assert words(" ".join(pair.own for pair in pairs)) == words(own)
    assert words(" ".join(pair.other for pair in pairs)) == words(other)
    anchors = [pair.anchor for pair in pairs if pair.anchor]
    assert len(anchors) == len(set(anchors))
