"""The pages that the browser looks at: each kind of page is among them."""

from __future__ import annotations

import pytest

from tests.browser.sites import Served, tree_of

pytestmark = pytest.mark.browser

MARKS = {
    "a request with its working": "days",
    "the register of requests": "register",
    "the yearly report to the Agency": "references",
    "an act with its state": "act-status",
    "the register of acts": "act-register",
    "the contents of an act": "contents",
    "an act in two languages": "parallel",
    "what a text said before": "compared",
    "a session with chapters": "chapters",
    "a recording to play": "player",
    "a month of the calendar": "grid",
    "a directorate": "presented",
    "the statistics of a year": "chart",
    "the lists behind figures": "counted-list",
    "a language in figures": "parity",
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_kind_of_page_is_among_those_that_the_browser_looks_at(
    mark: str, looking: list[str], golden: Served, shipped: Served
) -> None:
    assert any(has(mark, address, golden, shipped) for address in looking)


def has(mark: str, address: str, *sites: Served) -> bool:
    """Return whether the page at an address has an element of this class."""
    site = next(site for site in sites if address.startswith(site.address))
    path = address.removeprefix(f"{site.address}/")
    file = site.folder / (path if path.endswith(".html") else f"{path}index.html")
    return any(mark in element.classes for element in tree_of(file).body.iter("*"))
