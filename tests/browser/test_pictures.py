"""What a telephone loads of a photo, and what stands on paper alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.sites import Served

pytestmark = pytest.mark.browser

RELEASE = "sq/komunikata/2019/09/panairi-i-bujqesise/"
SHOWN = "image => ({ wide: image.clientWidth, high: image.clientHeight, of: image.currentSrc })"


@pytest.mark.parametrize(("sharpness", "chosen"), [(1, "480x320"), (2, "960x640")])
def test_telephone_loads_one_photo_in_the_smallest_form_and_size_that_fits(
    browser: Browser, shipped: Served, sharpness: int, chosen: str
) -> None:
    window = browser.new_context(
        viewport={"width": 380, "height": 700}, device_scale_factor=sharpness
    )
    with window, window.new_page() as page:
        loaded: list[str] = []
        page.on("request", lambda one: loaded.append(one.url))
        page.goto(f"{shipped.address}/{RELEASE}")
        shown = page.locator(".picture img").evaluate(SHOWN)

    assert shown["of"].endswith(f"-{chosen}.avif")
    assert shown["high"] == pytest.approx(shown["wide"] * 2 / 3, abs=1)
    pictures = [url for url in loaded if url.endswith((".avif", ".webp", ".jpg", ".png"))]
    assert pictures == [shown["of"]]


def test_code_and_short_address_stand_on_paper_alone_and_paper_has_no_link_to_an_original(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page() as page:
        page.goto(f"{shipped.address}/{RELEASE}")
        code, original = page.locator(".short svg"), page.locator(".picture-print")
        assert (code.is_visible(), original.is_visible()) == (False, True)

        page.emulate_media(media="print")

        assert (code.is_visible(), original.is_visible()) == (True, False)
        assert "/k/" in page.locator(".short").inner_text()
        wide = code.evaluate("code => code.getBoundingClientRect().width")
        assert wide > 96 / 25.4 * 20  # millimetres: a telephone reads it at an arm's length
