"""Reading and moving about with nothing but a keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.sites import Served
from tests.browser.windows import FOCUSED, USABLE, WALKED_PATHS, WALKED_WINDOWS

pytestmark = pytest.mark.browser

WINDOWS = pytest.mark.parametrize("window", WALKED_WINDOWS.values(), ids=WALKED_WINDOWS)
WALKED = pytest.mark.parametrize("path", WALKED_PATHS)


def walk(page: Page, steps: int, key: str = "Tab") -> list[dict[str, str | bool]]:
    """Press a key some times; return where the focus was after each."""
    found = []
    for _ in range(steps):
        page.keyboard.press(key)
        found.append(page.evaluate(FOCUSED))
    return found


@WINDOWS
@WALKED
def test_tab_reaches_all_that_can_be_used_in_order_and_one_always_sees_where(
    browser: Browser, golden: Served, path: str, window: ViewportSize
) -> None:
    with browser.new_page(viewport=window) as page:
        page.goto(f"{golden.address}/{path}")
        usable = page.evaluate(USABLE)
        walked = walk(page, len(usable))

    assert [step["html"] for step in walked] == usable
    assert [step["html"] for step in walked if not step["ringed"]] == []
    assert [step["html"] for step in walked if not step["shown"]] == []


@WINDOWS
def test_first_tab_shows_a_link_that_skips_to_the_content(
    browser: Browser, golden: Served, window: ViewportSize
) -> None:
    with browser.new_page(viewport=window) as page:
        page.goto(f"{golden.address}/sq/seanca/2026/03/seanca-2/")
        link = page.locator("a").first
        assert link.bounding_box()["y"] < 0  # type: ignore[index]

        page.keyboard.press("Tab")
        assert link.evaluate("link => link === document.activeElement")
        assert link.bounding_box()["y"] >= 0  # type: ignore[index]

        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.localName") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@WINDOWS
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_menu_opens_and_closes_by_key_and_hides_nothing_that_has_the_focus(
    browser: Browser, golden: Served, window: ViewportSize, key: str
) -> None:
    with browser.new_page(viewport=window) as page:
        page.goto(f"{golden.address}/sq/seanca/2026/03/seanca-2/")
        page.locator(".menu-all summary").focus()
        page.keyboard.press(key)
        inside = page.locator(".menu-all a").count()
        walked = walk(page, inside + 5)
        assert [step["html"] for step in walked if not step["shown"]] == []
        assert page.locator(".menu-all a").last.is_visible()

        page.locator(".menu-all summary").focus()
        page.keyboard.press(key)
        assert not page.locator(".menu-all a").first.is_visible()
        assert page.evaluate("document.activeElement.localName") == "summary"
