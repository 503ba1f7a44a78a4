"""No template is left out: each is among the pages at which the browser looks."""

from __future__ import annotations

import pytest

from tests.browser.sites import Served
from tests.golden.accept import ROOT

pytestmark = pytest.mark.browser

MOVED = "pages/moved.html"
"""It leads on at once: it has tests of its own, in `test_accessibility.py`."""


@pytest.fixture(scope="module")
def makers(golden: Served, shipped: Served) -> dict[str, str]:
    """Give the template of each page of both sites, by its address."""
    return {
        site.addresses_of([site.folder / path])[0]: maker
        for site in (golden, shipped)
        for path, maker in site.makers.items()
        if maker.startswith("pages/")
    }


def test_every_template_of_a_page_is_looked_at(looking: list[str], makers: dict[str, str]) -> None:
    folder = ROOT / "theme" / "templates"
    templates = {file.relative_to(folder).as_posix() for file in folder.glob("pages/*.html")}

    assert templates - {makers[address] for address in looking} == {MOVED}


def test_every_template_is_looked_at_in_every_language_in_which_it_speaks(
    looking: list[str], speaking: list[str], golden: Served, makers: dict[str, str]
) -> None:
    def spoken(addresses: list[str]) -> set[tuple[str, str]]:
        ours = [address for address in addresses if address.startswith(golden.address)]
        return {(makers[address], language_of(address, golden)) for address in ours}

    assert spoken(list(makers)) - spoken([*looking, *speaking]) - {(MOVED, "sq")} == set()


def language_of(address: str, site: Served) -> str:
    """Return the first word of a path, which is the page's language or nothing."""
    return address.removeprefix(f"{site.address}/").partition("/")[0]
