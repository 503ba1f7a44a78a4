"""Articles have the same permanent anchor in every language, and no number is rewritten."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.articles import keep_numbering
from tellal.reading.markup import prose_of
from tellal.reading.transliteration import html_to_cyrillic
from tests.conftest import parsed


def act(text: str, language: str = "sq") -> str:
    return prose_of(text, language, is_act=True).html


def sections(html: str) -> list[str]:
    return [str(name) for name in parsed(html).xpath("//section/@id")]


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("Neni 5", "sq"),
        ("Neni 5 – Qëllimi", "sq"),
        ("Neni 5. Qëllimi", "sq"),
        ("Neni 5 E drejta e ankesës", "sq"),
        ("Neni 5 A hyn në fuqi", "sq"),
        ("**Neni 5**", "sq"),
        ("Član 5", "sr-Latn"),
        ("Član 5. Cilj", "sr-Latn"),
        ("Члан 5", "sr-Cyrl"),
        ("Члан 5. Циљ", "sr-Cyrl"),
        ("Madde 5", "tr"),
        ("Madde 5 - Amaç", "tr"),
        ("Article 5", "en"),
    ],
)
def test_article_has_the_same_anchor_in_every_language(heading: str, language: str) -> None:
    assert sections(act(f"## {heading}\n\nTeksti.", language)) == ["art-5"]


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        *(("Neni 5a", "sq"), ("Neni 5/A", "sq"), ("Neni 5-a Qëllimi", "sq")),
        *(("Član 5a", "sr-Latn"), ("Члан 5а", "sr-Cyrl"), ("Madde 5/A", "tr")),
    ],
)
def test_article_put_in_between_keeps_its_letter_in_every_script(
    heading: str, language: str
) -> None:
    assert sections(act(f"## {heading}\n\nTeksti.", language)) == ["art-5a"]


def test_derived_script_has_the_anchors_of_the_written_one() -> None:
    latin = act("## Član 5\n\n1. Prvi stav.\n\n## Prelazne odredbe", "sr-Latn")

    assert "Члан 5" in html_to_cyrillic(latin)
    assert parsed(html_to_cyrillic(latin)).xpath("//@id") == parsed(latin).xpath("//@id")


def test_article_reaches_to_the_next_heading_of_its_level_or_above() -> None:
    html = act(
        "## Kapitulli I\n\n### Neni 1\n\nNjë.\n\n#### Shënim\n\nDy.\n\n### Neni 2\n\nTri.\n\n"
        "## Kapitulli II\n\nKatër."
    )
    body = parsed(html)

    assert sections(html) == ["art-1", "art-2"]
    assert body.xpath("//section[1]//p/text()") == ["Një.", "Dy."]
    assert body.xpath("//section[2]//p/text()") == ["Tri."]
    assert body.xpath("/body/p/text()") == ["Katër."]


def test_article_that_is_quoted_is_no_article_of_this_act() -> None:
    quoted = "> ## Neni 7\n>\n> Teksti i ri."

    assert sections(act(f"## Neni 1\n\n{quoted}\n\n## Neni 2\n\nPo.")) == ["art-1", "art-2"]
    assert sections(act(f"{quoted}\n\n## Neni 1\n\nPo.")) == ["art-1"]


@pytest.mark.parametrize("text", ["Neni i parë", "Nenit 5", "Neni V", "Shih nenin 5", "Neni 5të"])
def test_heading_that_only_resembles_an_article_is_none(text: str) -> None:
    assert sections(act(f"## {text}")) == []


def test_article_outside_an_act_is_an_ordinary_heading() -> None:
    assert "<section" not in prose_of("## Neni 5\n\nTeksti.", "sq", is_act=False).html


def test_number_that_comes_twice_has_two_anchors() -> None:
    html = act("## Neni 5\n\nA.\n\n## Neni 5\n\nB.\n\n## Qëllimi\n\n## Qëllimi")

    assert parsed(html).xpath("//@id") == ["art-5", "art-5--2", "s-qellimi", "s-qellimi-2"]


def test_heading_without_letters_has_an_anchor_all_the_same() -> None:
    html = prose_of("## !?\n\n## 2026\n\n## ***", "sq", is_act=False).html

    identifiers = parsed(html).xpath("//@id")

    assert len(set(identifiers)) == len(re.findall("<h2", html)) == len(identifiers)


@pytest.mark.parametrize(
    "text",
    [
        "1. Një.\n2. Dy.\n5. Pesë.",
        "3. Tri.\n\n7. Shtatë.",
        "1.1. Një pika një.\n1.2. Një pika dy.\n2.10.3. Dy.",
        "2) Dy.\n4) Katër.",
        "> 3. Tri.\n> 5. Pesë.",
        "  1. Një.\n     9. Nëntë.",
        "Sipas nenit:\n4. Katër.\n4. Katër prapë.",
    ],
)
def test_numbers_of_an_act_are_printed_as_they_were_typed(text: str) -> None:
    html = act(text)

    printed = re.findall(r"^(\d[\d.]*[.)]) ", "\n".join(parsed(html).itertext()), re.MULTILINE)

    assert "<ol" not in html
    assert printed == re.findall(r"^[> ]*(\d[\d.]*[.)]) ", text, re.MULTILINE)


def test_each_numbered_paragraph_is_a_paragraph() -> None:
    assert parsed(act("1. Një,\nme dy rreshta.\n2. Dy.")).xpath("//p/text()") == [
        "1. Një,\nme dy rreshta.",
        "2. Dy.",
    ]


def test_list_outside_an_act_begins_with_the_number_that_was_typed() -> None:
    body = parsed(prose_of("3. Tri.\n4. Katër.", "sq", is_act=False).html)

    assert body.xpath("//ol/@start") == ["3"]
    assert body.xpath("count(//li)") == 2


NUMBERS = st.lists(st.integers(0, 99), min_size=1, max_size=3).map(
    lambda parts: ".".join(str(part) for part in parts)
)
PARAGRAPHS = st.lists(
    st.tuples(NUMBERS, st.sampled_from(".)"), st.sampled_from(["\n", "\n\n"])),
    min_size=1,
    max_size=8,
)


@given(PARAGRAPHS)
def test_whatever_the_numbers_they_stay(paragraphs: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{number}{sign} Fjala.{gap}" for number, sign, gap in paragraphs)

    printed = parsed(act(text)).xpath("//p/text()")

    assert printed == [f"{number}{sign} Fjala." for number, sign, _ in paragraphs]


@given(st.text(st.sampled_from("1.) \n>-ab\\"), max_size=30))
def test_what_is_kept_is_kept_once(text: str) -> None:
    once = keep_numbering(text)

    assert keep_numbering(once) == once
    assert re.sub(r"[\\\s>]", "", once) == re.sub(r"[\\\s>]", "", text)


def identifiers(html: str) -> list[str]:
    return [str(name) for name in parsed(html).xpath("//@id")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("## Kapitulli II – Zonat\n\n### Neni 5\n**Orari**\n\n1. Po.\n\n1.1. Jo.\n\n2) Po.", "sq"),
        ("## Poglavlje II – Zone\n\n### Član 5\n\n1. Da.\n1.1. Ne.\n2. Da.", "sr-Latn"),
        ("## Поглавље II – Зоне\n\n### Члан 5\n\n1. Да.\n1.1. Не.\n2. Да.", "sr-Cyrl"),
        ("## Bölüm 2\n\n### Madde 5\n\n1. Evet.\n\n1.1. Hayır.\n\n2. Evet.", "tr"),
        ("## Chapter II\n\n### Article 5\n\n1. Yes.\n\n1.1. No.\n\n2. Yes.", "en"),
    ],
)
def test_chapters_and_paragraphs_have_the_same_anchors_in_every_language(
    text: str, language: str
) -> None:
    assert identifiers(act(text, language)) == ["ch-2", "art-5", "art-5-1", "art-5-1-1", "art-5-2"]


def test_paragraph_is_named_by_the_article_that_it_stands_in() -> None:
    html = act("1. Para.\n\n## Neni 1\n\n1. Një.\n\n## Neni 2\n\n1. Dy.\n\n## Arsyetim\n\n2. Pas.")

    assert identifiers(html) == [
        "par-1",
        "art-1",
        "art-1-1",
        "art-2",
        "art-2-1",
        "s-arsyetim",
        "par-2",
    ]


def test_paragraph_that_is_quoted_or_begins_with_a_day_has_no_anchor() -> None:
    html = act(
        "## Član 1\n\n> 2. Stav se menja.\n\n2. marta 2026. počinje.\n\n3. Marta.", "sr-Latn"
    )

    assert identifiers(html) == ["art-1", "art-1-3"]


def test_number_of_a_paragraph_stays_as_it_was_typed() -> None:
    html = act("## Neni 1\n\n1. Një.\n\n4. Katër.\n\n4. Prapë.")

    assert [p.text for p in parsed(html).xpath("//p")] == ["1. Një.", "4. Katër.", "4. Prapë."]
    assert identifiers(html) == ["art-1", "art-1-1", "art-1-4", "art-1-4--2"]


@given(st.text(alphabet="<p>1.2 \n#>NeniKapitulliIVX*-", max_size=200))
def test_no_text_of_an_act_gives_two_places_of_one_name(text: str) -> None:
    names = identifiers(act(text))

    assert len(names) == len(set(names))
