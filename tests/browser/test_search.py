"""The page of the search: typed, filtered, walked by keyboard, shared, useful without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Served
from tests.browser.windows import WIDE

pytestmark = pytest.mark.browser

SEARCH = "sq/kerkim/"
TITLES = ".search-results .entry-title"
TOLD = ".search-told"


def asked(page: Page, site: Served, question: str, path: str = SEARCH) -> Page:
    """Open the search with a question, as a shared address does, and wait for the answer."""
    page.goto(f"{site.address}/{path}?{question}")
    expect(page.locator(TOLD)).not_to_be_empty()
    return page


def test_field_in_the_masthead_leads_to_the_answers(browser: Browser, shipped: Served) -> None:
    with browser.new_page(viewport=WIDE) as page:
        page.goto(f"{shipped.address}/sq/")
        page.locator(".mast-search input").fill("ndertimet pa leje")
        page.keyboard.press("Enter")

        expect(page.locator(TITLES).first).to_contain_text("Ndërtimet pa leje")
        expect(page.locator(f"{TITLES} mark").first).to_have_text("Ndërtimet")
        assert page.url.endswith("/sq/kerkim/?q=ndertimet+pa+leje")


def test_what_is_typed_is_answered_and_told_to_who_does_not_see_it(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        page.goto(f"{shipped.address}/sr-cyrl/pretraga/")
        page.locator("#question").press_sequentially("stipendije")

        expect(page.locator(TITLES).first).to_contain_text("стипендиј")
        assert page.locator(TOLD).get_attribute("role") == "status"
        assert page.locator(TOLD).inner_text().startswith("Резултата:")


def test_reader_walks_through_the_answers_by_keyboard_and_back(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        asked(page, shipped, "q=parkimi")
        page.locator("#question").focus()
        focus = page.locator(":focus")
        page.keyboard.press("ArrowDown")
        expect(focus).to_have_text(page.locator(TITLES).first.inner_text())
        page.keyboard.press("ArrowDown")
        expect(focus).to_have_text(page.locator(TITLES).nth(1).inner_text())
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(focus).to_have_id("question")


def test_address_keeps_question_and_filters_and_the_way_back(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        asked(page, shipped, "q=parkimi&kind=regulation")
        assert page.locator("#filter-kind").input_value() == "regulation"
        expect(page.locator(TITLES).first).to_contain_text("Rregullorja për parkimin")

        page.locator("#filter-kind").select_option("consultation")
        expect(page.locator(TITLES).first).to_contain_text("Konsultim publik")
        assert "kind=consultation" in page.url

        page.go_back()
        expect(page.locator(TITLES).first).to_contain_text("Rregullorja")
        assert page.locator("#filter-kind").input_value() == "regulation"


def test_acts_are_filtered_by_what_they_are_today(browser: Browser, shipped: Served) -> None:
    with browser.new_page(viewport=WIDE) as page:
        asked(page, shipped, "q=ujit&status=act_repealed")
        expect(page.locator(TITLES)).to_have_count(1)
        expect(page.locator(".search-results .badge")).to_have_class("badge state-act-repealed")


def test_number_of_one_publication_leads_to_it(browser: Browser, shipped: Served) -> None:
    with browser.new_page(viewport=WIDE) as page:
        page.goto(f"{shipped.address}/{SEARCH}?q=07-320-06944")
        page.wait_for_url(lambda url: SEARCH not in url)
        assert "07-320-06944" in page.content()


def test_typing_error_is_forgiven_and_the_word_is_offered(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        asked(page, shipped, "q=vaksinmi")
        expect(page.locator(TITLES).first).to_contain_text("Vaksinimi i bagëtive")
        page.locator(".search-maybe button").click()
        expect(page.locator("#question")).to_have_value("vaksinimi")


def test_where_nothing_is_found_the_page_says_what_to_try(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        asked(page, shipped, "q=xylofoni")
        expect(page.locator(TOLD)).to_contain_text("Nuk u gjet asgjë")
        assert page.locator(".search-results ol").count() == 0


def test_other_languages_are_searched_together_and_marked(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE) as page:
        asked(page, shipped, "q=broadcasts&all=1")
        expect(page.locator(TITLES).first).to_contain_text("Shtatë seanca")


def test_without_a_script_letters_years_and_numbers_lead_on(
    browser: Browser, shipped: Served
) -> None:
    with browser.new_page(viewport=WIDE, java_script_enabled=False) as page:
        page.goto(f"{shipped.address}/{SEARCH}?q=parkimi")
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.locator(".search-filters")).to_be_hidden()
        page.locator(".search-browse .letters a").first.click()
        page.locator(".letters a", has_text="Sh").first.click()
        assert page.locator(".titles a").count() > 0
