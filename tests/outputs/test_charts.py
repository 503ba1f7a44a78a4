"""Charts: drawn at build time, told in words, without a colour or a style of their own."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.charts import drawn
from tellal.outputs.say import Say
from tellal.pages.views import Amount, Bar, Chart
from tests.outputs.keys import ROOT

BARS = Chart("parity", (Bar("section_releases", Amount(50.0, "percent")), Bar("year", Amount(0))))
MONTHS = Chart(
    "months", tuple(Bar(date(2019, month, 1), Amount(month * 3)) for month in (1, 2, 3)), True
)
SVG = "{http://www.w3.org/2000/svg}"


def say_of(tag: str = "en") -> Say:
    return Say(compile_words(ROOT / "theme", LANGUAGES)[tag])


def tree(chart: Chart) -> etree._Element:
    return etree.fromstring(str(drawn(chart, say_of())))


@pytest.mark.parametrize("chart", [BARS, MONTHS])
def test_chart_has_a_title_and_tells_all_it_shows(chart: Chart) -> None:
    svg = tree(chart)
    named = {element.get("id"): element.text for element in svg if element.get("id")}

    assert svg.get("role") == "img"
    title, told = (named[name] for name in svg.get("aria-labelledby", "").split())
    assert title
    assert told
    assert all(say_of().amount(bar.amount.value, bar.amount.measure) in told for bar in chart.bars)


@pytest.mark.parametrize("chart", [BARS, MONTHS])
def test_chart_leaves_colours_to_the_page(chart: Chart) -> None:
    """The policy of the page allows no style in attributes."""
    for element in tree(chart).iter():
        assert not {"style", "fill", "stroke", "color"} & set(element.attrib)


def test_bars_are_as_long_as_their_share_of_the_longest() -> None:
    bars = [one for one in tree(MONTHS).iter("rect") if one.get("class") == "chart-bar"]

    assert [int(bar.get("height", "0")) for bar in bars] == [60, 120, 180]


def test_a_bar_of_nothing_is_not_drawn() -> None:
    bars = [one for one in tree(BARS).iter("rect") if one.get("class") == "chart-bar"]

    assert len(bars) == 1


def test_months_are_told_by_name_in_each_language() -> None:
    assert "mart: 9" in str(drawn(MONTHS, say_of("sr-Latn")))
    assert "Mart: 9" in str(drawn(MONTHS, say_of("tr")))
