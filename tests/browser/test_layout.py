"""The same page enlarged, spaced, on paper, in high contrast: nothing is lost."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import tools
from tests.browser.sites import Served, looks, tree_of
from tests.browser.windows import (
    ENLARGED,
    FOCUSED,
    LOST,
    OPTED_OUT,
    PAPER,
    PHONE,
    SIDEWAYS,
    SPACED,
    WIDE,
)
from tests.outputs.sheets import as_seen_by
from tests.outputs.test_old_browsers import OLD

pytestmark = pytest.mark.browser

GROUND = "element => getComputedStyle(element).backgroundColor"
# -> How many of some tables are wider than their place.
CUT = "some => some.filter((table) => table.scrollWidth > table.clientWidth + 1).length"


def test_wide_table_scrolls_inside_itself(browser: Browser, golden: Served) -> None:
    with browser.new_page(viewport=ENLARGED) as page:
        page.goto(f"{golden.address}/sq/komunikata/2026/03/bursat/")
        table = page.locator(".table")
        table.locator("td").last.evaluate("cell => { cell.textContent = 'x'.repeat(200) }")
        assert page.evaluate(SIDEWAYS) == []
        assert table.evaluate("table => table.scrollWidth > table.clientWidth")
        assert table.evaluate("table => { table.scrollLeft = 9999; return table.scrollLeft > 0 }")


@pytest.mark.parametrize("window", [WIDE, ENLARGED, PHONE], ids=["wide", "enlarged", "phone"])
def test_nothing_is_lost_and_nothing_scrolls_sideways_also_with_letters_and_lines_spaced_wider(
    browser: Browser, looking: list[str], speaking: list[str], window: ViewportSize
) -> None:
    with browser.new_page(viewport=window, bypass_csp=True) as page:
        for address in {*looking, *speaking}:
            page.goto(address)
            assert page.evaluate(LOST) == [], address
            assert page.evaluate(SIDEWAYS) == [], address
            page.add_style_tag(content=SPACED)
            assert page.evaluate(LOST) == [], f"spaced: {address}"
            assert page.evaluate(SIDEWAYS) == [], f"spaced: {address}"


def test_old_browser_that_passes_over_newer_style_shows_all(
    browser: Browser, golden: Served
) -> None:
    """One page of each sort, with the style sheet as a telephone of January 2021 reads it."""
    sheet = golden.folder / "theme/css/site.css"
    old = as_seen_by(OLD, sheet.read_text("utf-8"))
    with browser.new_page(viewport=PHONE) as page:
        page.route("**/site.css", lambda route: route.fulfill(body=old, content_type="text/css"))
        for address in golden.addresses_of(golden.one_of_each(looks)):
            page.goto(address)
            ground = page.locator("html").evaluate(GROUND)
            assert ground != "rgba(0, 0, 0, 0)", f"{address} has no style"
            assert page.evaluate(LOST) == [], address
            assert page.evaluate(SIDEWAYS) == [], address


def on_paper(page: Page, address: str) -> None:
    """Show the page as it will be printed, by a reader who likes dark colours on the screen."""
    page.goto(address)
    page.emulate_media(media="print", color_scheme="dark")


def test_paper_is_white_with_dark_text_and_its_address_and_cuts_nothing_off(
    browser: Browser, looking: list[str]
) -> None:
    with browser.new_page(viewport=PAPER) as page:
        for address in looking:
            on_paper(page, address)
            assert page.locator("h1").count() == 1
            assert_paper_shows_nothing_to_click(page)
            if page.locator(".foot, .board-foot").count():
                assert_paper_says_where_it_comes_from(page)
            ground = page.locator("html").evaluate(GROUND)
            assert ground == "rgb(255, 255, 255)"
            assert page.evaluate(LOST) == [], address
            assert page.locator(".table").evaluate_all(CUT) == 0, f"{address} cuts a table"
            assert tools.axe_findings(page, tools.CONTRAST) == []  # after it, it is a screen again


def assert_paper_shows_nothing_to_click(page: Page) -> None:
    for selector in (".skip-link", ".menu", ".language-switch", ".trail", ".foot-columns"):
        assert page.locator(selector).is_hidden(), f"{page.url} prints {selector}"


def assert_paper_says_where_it_comes_from(page: Page) -> None:
    """Assert that the foot names the address; on a sheet for the board, that of its text."""
    canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
    if page.locator(".foot").count():
        foot = page.locator(".foot-address")
        assert foot.is_visible(), page.url
        assert canonical in foot.inner_text(), page.url
        return
    text, host = page.locator(".forms-head a").first, urlsplit(canonical).netloc
    named = re.search(rf"{re.escape(host)}(/\S+)", page.locator(".board-foot").inner_text())
    assert named, f"{page.url} says no address"
    lead = page.request.get(urljoin(page.url, f"{named[1].rstrip('/')}/")).text()
    path = text.get_attribute("href")
    assert path == named[1] or f'"{path}"' in lead, f"{page.url} says {named[0]}"


def test_paper_writes_out_where_a_link_in_the_text_leads(browser: Browser, shipped: Served) -> None:
    outward = "//div[@class='text']//a[starts-with(@href, 'http')]"
    linking = [file for file in shipped.files() if tree_of(file).xpath(outward)]
    with browser.new_page(viewport=PAPER) as page:
        on_paper(page, shipped.addresses_of(linking)[0])
        for link in page.locator(".text a[href^=http]").all():
            after = "link => getComputedStyle(link, '::after').content"
            assert str(link.get_attribute("href")) in link.evaluate(after)


def test_high_contrast_reaches_every_text_and_keeps_the_mark_of_the_focus(
    browser: Browser, looking: list[str]
) -> None:
    """Axe cannot judge this: it reads colours that the browser has overruled."""
    with browser.new_page(viewport=WIDE, forced_colors="active") as page:
        for address in looking:
            page.goto(address)
            page.keyboard.press("Tab")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert page.evaluate(OPTED_OUT) == [], address
                assert page.evaluate(FOCUSED)["ringed"], address


def test_nothing_moves_for_those_whom_motion_makes_ill(
    browser: Browser, looking: list[str]
) -> None:
    with browser.new_page(viewport=WIDE, reduced_motion="reduce") as page:
        for address in looking:
            page.goto(address)
            for summary in page.locator("summary").all():
                summary.click()
            assert page.evaluate("document.getAnimations().length") == 0, address
            smooth = "getComputedStyle(document.documentElement).scrollBehavior"
            assert page.evaluate(smooth) == "auto", address
