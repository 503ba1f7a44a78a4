"""The sheet for the notice board, as it comes out of a printer, and what is copied beside it."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser.sites import Served

pytestmark = pytest.mark.browser

SHEETS = {
    "sq/komunikata/2026/03/bursat/forma/": "Komuna ndan 120 bursa",
    "sr-cyrl/konkursi/2026/03/edukatore/oblici/": "Конкурс: две васпитачице",
    "sq/njoftime/2026/03/uji/forma/": "Ndërprerje e ujit",
    "en/invitations/2026/03/takimi/forms/": "Public meeting on the new road",
}


def test_on_paper_the_sheet_stands_alone_on_one_page(browser: Browser, golden: Served) -> None:
    with browser.new_page() as page:
        for path, title in SHEETS.items():
            page.goto(f"{golden.address}/{path}")
            other = page.locator(".form-box h2").first.inner_text()
            sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages

            assert len(sheets) == 1, path
            printed = "".join(sheets[0].extract_text().split())
            assert title.replace(" ", "") in printed
            assert other.replace(" ", "") not in printed


def test_text_is_copied_at_the_press_of_its_button(browser: Browser, golden: Served) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{golden.address}/sq/njoftime/2026/03/uji/forma/")
        page.click("#forms-short .form-copy")

        page.wait_for_function(
            "document.querySelector('#forms-short button').textContent === 'U kopjua'"
        )
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.inner_text("#forms-short .form-text")
        assert len(copied) <= 160
