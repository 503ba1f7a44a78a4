"""Every kind of page, in every state, window and colour, by axe's rules and without script."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import tools
from tests.browser.sites import Served
from tests.browser.windows import PHONE, WIDE

pytestmark = pytest.mark.browser

FORMER = "sq/vendime/2026/03/oraret/"
PRESENT = "sq/vendime/2026/03/oraret-e-tregut/"
# The menu has a test of its own; jumps are for narrow windows; what is folded opens without script.
LINKS = "main a:not(.jumps a, details:not([open]) a), .trail a, .foot a, .language-switch a"
# What only a script can do is offered by the script: to play a recording, to check a page, to copy
# a text, to narrow a search, to list what the browser kept, to read the log. What stands in the
# place of one without script goes, too.
OFFERED = ".player, .proof button, .form-copy, .search-filters, .kept, #log-now, #log-now + .remark"
INSTEAD = "main noscript"
# -> Links that cannot be seen or lead nowhere.
UNUSABLE = """links => links
  .filter((link) => !link.checkVisibility() || !link.offsetWidth || !link.getAttribute("href"))
  .map((link) => link.outerHTML)"""
WINDOWS = pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def axe_findings_at(addresses: Iterable[str], page: Page) -> list[str]:
    """Open each address and ask axe."""
    findings = []
    for address in addresses:
        page.goto(address)
        findings += tools.axe_findings(page)
    return findings


@WINDOWS
def test_axe_finds_nothing_on_any_kind_of_page_in_any_state_and_colour(
    browser: Browser, looking: list[str], window: ViewportSize
) -> None:
    findings = []
    with browser.new_page(viewport=window) as page:
        for address in looking:
            page.emulate_media(color_scheme="light")
            page.goto(address)
            findings += tools.axe_findings(page)
            page.emulate_media(color_scheme="dark")
            assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
            findings += tools.axe_findings(page, tools.CONTRAST)
    assert findings == []


def test_axe_finds_nothing_in_any_language(
    browser: Browser, looking: list[str], speaking: list[str]
) -> None:
    others = [address for address in speaking if address not in looking]
    with browser.new_page(viewport=PHONE) as page:
        assert axe_findings_at(others, page) == []


@WINDOWS
@SCHEMES
def test_axe_finds_nothing_while_the_menu_is_open(
    browser: Browser, golden: Served, window: ViewportSize, scheme: str
) -> None:
    with browser.new_page(viewport=window, color_scheme=scheme) as page:  # type: ignore[arg-type]
        page.goto(f"{golden.address}/sr-cyrl/")
        page.locator("summary").click()
        assert page.locator("details[open] a").first.is_visible()
        assert tools.axe_findings(page) == []


def test_axe_finds_nothing_on_a_page_that_leads_on(browser: Browser, golden: Served) -> None:
    address, file = f"{golden.address}/{FORMER}", golden.folder / FORMER / "index.html"
    stay = file.read_text("utf-8").replace('http-equiv="refresh"', 'name="refresh"')
    with browser.new_page() as page:
        page.route(address, lambda route: route.fulfill(body=stay))
        assert axe_findings_at([address], page) == []
        assert page.url == address


def test_former_address_leads_to_the_present_one_without_script(
    browser: Browser, golden: Served
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(f"{golden.address}/{FORMER}")
        page.wait_for_url(f"{golden.address}/{PRESENT}")
        assert page.locator("h1").is_visible()


def test_page_says_the_same_without_script(browser: Browser, looking: list[str]) -> None:
    with (
        browser.new_page(viewport=PHONE, bypass_csp=True) as scripted,
        browser.new_page(viewport=PHONE, java_script_enabled=False) as plain,
    ):
        for address in looking:
            scripted.goto(address)
            plain.goto(address)
            scripted.add_style_tag(content=f"{OFFERED} {{ display: none !important }}")
            plain.locator(INSTEAD).evaluate_all("some => some.forEach(one => one.remove())")
            text = plain.locator("body").inner_text()
            assert text == scripted.locator("body").inner_text(), address
            assert plain.locator("h1").inner_text() or plain.locator("h1.hidden").count()


@WINDOWS
def test_every_link_of_the_text_can_be_seen_and_used_without_script(
    browser: Browser, looking: list[str], window: ViewportSize
) -> None:
    with browser.new_page(viewport=window, java_script_enabled=False) as page:
        for address in looking:
            page.goto(address)
            assert page.locator(LINKS).evaluate_all(UNUSABLE) == [], address


@WINDOWS
def test_menu_opens_and_closes_by_a_click_without_script(
    browser: Browser, golden: Served, window: ViewportSize
) -> None:
    with browser.new_page(viewport=window, java_script_enabled=False) as page:
        for language in ("sq", "sr", "sr-cyrl", "tr", "en"):
            page.goto(f"{golden.address}/{language}/")
            links = page.locator("details a")
            assert not links.first.is_visible()
            page.locator("summary").click()
            assert all(link.is_visible() for link in links.all())
            links.last.click(trial=True)
            page.locator("summary").click()
            assert not links.first.is_visible()
