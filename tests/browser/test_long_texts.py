"""A long act is read with its contents at hand, and each of its articles can be pointed to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.sites import Served
from tests.browser.windows import PHONE, WIDE

pytestmark = pytest.mark.browser

ACT = "sq/rregullore/2019/06/parkimi/"


def test_contents_stay_at_hand_on_a_wide_screen_and_article_is_copied(
    browser: Browser, shipped: Served
) -> None:
    address = f"{shipped.address}/{ACT}"
    with browser.new_context(viewport=WIDE, permissions=["clipboard-read", "clipboard-write"]) as c:
        page = c.new_page()
        page.goto(address)
        page.locator("#art-9 .permalink").press("Enter")
        page.locator(".copied", has_text="Adresa u kopjua").wait_for()

        assert page.evaluate("navigator.clipboard.readText()") == f"{address}#art-9"
        assert page.locator(".contents a").first.is_visible()
        top = page.evaluate("document.querySelector('.contents').getBoundingClientRect().top")
        assert 0 <= top < 100


def test_contents_never_lie_upon_what_follows_the_text(browser: Browser, shipped: Served) -> None:
    with browser.new_page(viewport=WIDE) as page:
        page.goto(f"{shipped.address}/{ACT}")
        page.locator(".publication-after").evaluate("after => after.scrollIntoView()")
        contents, after = (
            page.locator(f".{name}").bounding_box() for name in ("contents", "publication-after")
        )

        assert contents
        assert after
        assert after["x"] + after["width"] <= contents["x"]


@pytest.mark.parametrize("has_script", [True, False])
def test_contents_are_folded_on_a_phone_and_stand_before_the_text(
    browser: Browser, shipped: Served, has_script: bool
) -> None:
    with browser.new_page(viewport=PHONE, java_script_enabled=has_script) as page:
        page.goto(f"{shipped.address}/{ACT}")

        assert not page.locator(".contents a").first.is_visible()
        page.locator(".contents summary").click()
        page.locator(".contents a", has_text="Neni 9").click()
        assert page.url.endswith("#art-9")
