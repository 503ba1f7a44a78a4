"""A reader who has nothing but a keyboard."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.windows import FOCUSED


def reach(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until what is wanted has the focus; one sees that it has."""
    is_there = "wanted => document.activeElement.matches(wanted)"
    for _ in range(200):
        page.keyboard.press(key)
        if page.evaluate(is_there, selector):
            seen = page.evaluate(FOCUSED)
            assert seen["ringed"], selector
            assert seen["shown"], selector
            return
    raise AssertionError(f"no way leads to {selector}")
