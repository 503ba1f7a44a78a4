"""A table can be put in another order by the heads of its columns, and is whole without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import Served
from tests.browser.windows import WIDE

pytestmark = pytest.mark.browser

REGISTER = "sq/kerkesa/2019/"
NUMBERS = "table.register tbody th"
HEADS = "table.register thead th"


def values(page: Page, column: int) -> list[str]:
    """Return what a column says, from the top down, without what is empty."""
    found = page.locator(f"table.register tbody tr > :nth-child({column})").all_inner_texts()
    return [text for text in found if text]


def test_table_is_whole_and_without_buttons_where_no_script_runs(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE, java_script_enabled=False) as page:
        page.goto(f"{shipped.address}/{REGISTER}")
        assert page.locator(NUMBERS).count() == 14
        assert page.locator(f"{HEADS} button").count() == 0


def test_reader_sorts_by_days_with_the_keyboard_and_hears_the_order(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        page.goto(f"{shipped.address}/{REGISTER}")
        head = page.locator(HEADS).nth(6)
        head.locator("button").focus()
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == "ascending"
        days = [int(text) for text in values(page, 7)]
        assert days == sorted(days)

        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == "descending"
        assert [int(text) for text in values(page, 7)] == sorted(days, reverse=True)
        last = page.locator("table.register tbody tr").last.locator("> :nth-child(7)")
        assert last.inner_text() == ""  # what has no value stays last


def test_days_are_sorted_by_the_calendar_and_only_one_head_is_marked(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        page.goto(f"{shipped.address}/{REGISTER}")
        page.locator(f"{HEADS} button").nth(6).click()
        page.locator(f"{HEADS} button").nth(1).click()
        assert page.locator(f"{HEADS}[aria-sort]").count() == 1
        assert values(page, 1)[0] == "KQ-01/2019"
        assert values(page, 1)[-1] == "KQ-31/2019"
