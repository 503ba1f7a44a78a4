"""What a text cites is found in every language, in time that grows with the text alone."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.citations import with_citations
from tellal.reading.markup import prose_of
from tellal.reading.transliteration import html_to_cyrillic
from tests.conftest import parsed


def cited(text: str, language: str = "sq") -> tuple[str, ...]:
    """Return what a text cites, without how the link begins."""
    body = prose_of(text, language, is_act=False).body
    return tuple(citation.removeprefix("act:") for citation in body.citations)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Sipas nenit 5 të Rregullores nr. 01/2019, po.", "sq", "regulation/1/2019#art-5"),
        ("Neni 5 i Rregullores nr. 01/2019 ndryshon.", "sq", "regulation/1/2019#art-5"),
        ("nenin 5a të Vendimit nr. 11/2019", "sq", "decision/11/2019#art-5a"),
        ("neni 5, paragrafi 2 i Rregullores nr. 1/2019", "sq", "regulation/1/2019#art-5-2"),
        ("neni 5, paragrafi 1.1 i Rregullores nr. 1/2019", "sq", "regulation/1/2019#art-5-1-1"),
        ("Rregullorja nr. 01/2019 shfuqizohet.", "sq", "regulation/1/2019"),
        ("**Ndryshimi i Rregullores nr.\u00a002/2019**", "sq", "regulation/2/2019"),
        ("Vendimi nr. 016-126211/2019", "sq", "decision/16-126211/2019"),
        ("na osnovu člana 5 Uredbe br. 01/2019", "sr-Latn", "regulation/1/2019#art-5"),
        ("član 5, stav 2 Odluke br. 01/2019", "sr-Latn", "decision/1/2019#art-5-2"),
        ("Uredba br. 01/2019 prestaje da važi", "sr-Latn", "regulation/1/2019"),
        ("na osnovu člana 5. Odluke br. 3/2019", "sr-Latn", "decision/3/2019#art-5"),
        ("на основу члана 5 Уредбе бр. 01/2019", "sr-Cyrl", "regulation/1/2019#art-5"),
        ("Одлуком бр. 3/2019", "sr-Cyrl", "decision/3/2019"),
        ("01/2019 sayılı Yönetmeliğin 5. maddesi", "tr", "regulation/1/2019#art-5"),
        (
            "01/2019 sayılı Yönetmeliğin 5’inci maddesinin 2. fıkrası",
            "tr",
            "regulation/1/2019#art-5-2",
        ),
        ("03/2019 sayılı Karar uyarınca", "tr", "decision/3/2019"),
        ("Article 5 of Regulation No. 01/2019", "en", "regulation/1/2019#art-5"),
        ("Article 5, paragraph 2 of the Decision no. 7/2019", "en", "decision/7/2019#art-5-2"),
    ],
)
def test_citation_is_found_in_every_language(text: str, language: str, found: str) -> None:
    assert cited(text, language) == (found,)


@pytest.mark.parametrize(
    "text",
    [
        "Rregullorja (MAPL) nr. 01/2017",
        "Ligji nr. 03/2019",
        "Rregullores nr. 01/2019 (MAPL)",
        "Rregullores nr. 01/2019/2",
        "Vendimi i datës 01/2019",
        "`Rregullorja nr. 01/2019`",
        "[Rregullorja nr. 01/2019](https://x.example/)",
        "## Ndryshimi i Rregullores nr. 01/2019",
        "    Rregullorja nr. 01/2019",
    ],
)
def test_what_is_no_citation_of_ours_or_has_its_link_stays_as_it_is(text: str) -> None:
    assert cited(text) == ()


def test_words_of_the_citation_are_the_link_and_nothing_else_changes() -> None:
    html = prose_of("Sipas nenit 5 të Rregullores nr. 01/2019, po.", "sq", is_act=True).html

    assert html == (
        '<p>Sipas <a href="tellal:act:regulation/1/2019#art-5">nenit 5 të Rregullores nr. 01/2019'
        "</a>, po.</p>"
    )


def test_derived_script_cites_the_same_acts() -> None:
    latin = prose_of("Prema članu 5 Uredbe br. 01/2019.", "sr-Latn", is_act=True).html
    cyrillic = html_to_cyrillic(latin)

    assert "члану 5 Уредбе бр. 01/2019" in cyrillic
    assert parsed(cyrillic).xpath("//@href") == parsed(latin).xpath("//@href")


@given(st.text(alphabet="neni 5të Rregulorsr.01/29<&>[](`#*", max_size=120))
def test_no_text_loses_a_letter_by_its_citations(text: str) -> None:
    html = prose_of(text, "sq", is_act=True).html
    plain = re.sub(r"<a href=\"tellal:act:[^\"]*\">(.*?)</a>", r"\1", html)

    assert "tellal:act:" not in plain
    assert with_citations(plain, "sq") == html


@pytest.mark.parametrize(
    "piece",
    [
        "neni 5 ",
        "nenit 5 të ",
        "neni 5, paragrafi 1.1.1.1 i ",
        "Rregullores nr. ",
        "1/1 ",
        "11-",
        "<b>",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times + "1/1"
        since = time.process_time()
        with_citations(text, "sq")
        return time.process_time() - since

    few, many = (min(seconds(times) for _ in range(3)) for times in (2_000, 20_000))
    assert many < 40 * max(few, 0.005)
