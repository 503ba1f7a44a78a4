"""What citizens come for, done from end to end with nothing but a keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import tools
from tests.browser.keyboard import reach
from tests.browser.sites import Served
from tests.browser.windows import FOCUSED, WIDE

pytestmark = pytest.mark.browser

TOLD = ".search-told"
SESSION = "sq/seanca/2019/09/seanca-8/"
RELEASE = "sq/komunikata/2026/03/bursat/"
VIDEO = "<title>Video</title><button>Play</button>"
# Each filter of the search, and the first answer that it offers.
FILTERS = {"kind": "release", "year": "2019", "directorate": "administration", "status": "open"}
# Keeps what a screen reader is told of, from now on.
LISTEN = """() => {
  window.heard = [];
  const told = document.querySelector(".search-told");
  new MutationObserver(() => window.heard.push(told.textContent)).observe(told, {childList: true});
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a wide window; nothing of these tests points at anything in it."""
    with browser.new_page(viewport=WIDE) as page:
        yield page


def follow(page: Page, selector: str, address: str | re.Pattern[str]) -> None:
    """Reach a link and take it."""
    reach(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def ask(page: Page, site: Served, question: str) -> None:
    """Ask from the front page, and wait for the answer."""
    page.goto(f"{site.address}/sq/")
    reach(page, ".mast-search input")
    page.keyboard.type(question)
    page.keyboard.press("Enter")
    page.wait_for_url("**/kerkim/?q=*")
    expect(page.locator(TOLD)).to_have_text(re.compile(r"\d"))


def heard(page: Page) -> str:
    """Return the last that was told since this was asked last, once it tells of an answer."""
    page.wait_for_function("() => window.heard.some((text) => /[0-9]|Nuk u gjet/.test(text))")
    return str(page.evaluate("window.heard.splice(0).pop()"))


def test_search_is_asked_and_each_filter_changed_and_the_answer_told(
    page: Page, shipped: Served
) -> None:
    ask(page, shipped, "komuna")
    everything = page.locator(TOLD).inner_text()
    page.evaluate(LISTEN)
    for name, value in FILTERS.items():
        filter = page.locator(f"#filter-{name}")
        reach(page, f"#filter-{name}")
        page.keyboard.press("ArrowDown")
        expect(filter).to_have_value(value)
        assert heard(page) != everything
        expect(filter).to_be_focused()
        assert page.url.endswith(f"&{name}={value}")

        page.keyboard.press("Home")
        assert heard(page) == everything


def test_search_reaches_other_languages_further_answers_and_what_they_lead_to(
    page: Page, shipped: Served
) -> None:
    ask(page, shipped, "komuna")
    page.evaluate(LISTEN)
    reach(page, "#filter-all")
    page.keyboard.press("Space")
    heard(page)
    assert page.url.endswith("&all=1")

    reach(page, ".search-more")
    page.keyboard.press("Enter")
    eleventh = page.locator(".search-results li").nth(10).locator("a")
    expect(eleventh).to_be_focused()
    address = f"{shipped.address}{eleventh.get_attribute('href')}"
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_recording_starts_and_has_the_focus_and_lets_it_go_again(
    page: Page, shipped: Served
) -> None:
    page.route(
        "https://video.example/**",
        lambda route: route.fulfill(body=VIDEO, content_type="text/html"),
    )
    page.goto(f"{shipped.address}/{SESSION}")
    reach(page, ".player-start")
    page.keyboard.press("Enter")
    expect(page.locator(".player")).to_be_focused()
    within = page.frame_locator(".player iframe").locator("button")
    within.wait_for()

    page.keyboard.press("Tab")
    assert within.evaluate("button => button.matches(':focus')")
    assert within.evaluate("() => document.hasFocus()")
    page.keyboard.press("Tab")
    expect(page.locator(".player iframe")).not_to_be_focused()
    assert page.locator(":focus").is_visible()


def test_what_a_text_said_before_is_compared_and_what_is_folded_opens(
    page: Page, golden: Served
) -> None:
    page.goto(f"{golden.address}/{RELEASE}")
    follow(page, "[href*='/ndryshimet/#v-']", re.compile(r"/ndryshimet/#v-\d$"))
    section = page.locator(f"#{page.url.rpartition('#')[2]}")
    reach(page, f"#{section.get_attribute('id')} summary")
    page.keyboard.press("Enter")
    expect(section.locator("details .passage").first).to_be_visible()
    page.keyboard.press("Space")
    expect(section.locator("details .passage").first).to_be_hidden()

    follow(page, ".comparison p > a", f"{golden.address}/{RELEASE}")


def test_act_is_set_beside_its_other_language_and_left_again(page: Page, golden: Served) -> None:
    act = f"{golden.address}/sq/rregullore/2026/03/parkimi/"
    page.goto(act)
    follow(page, "[href$='/krahas/']", f"{act}krahas/")
    follow(page, ".main [href$='/parkimi/']", act)


def test_emergency_comes_first_and_leads_to_what_is_known(page: Page, alarmed: Path) -> None:
    with tools.serve(alarmed) as address:
        page.goto(f"{address}/zyra/{RELEASE}")
        page.keyboard.press("Tab")  # the way past everything
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('[role=alert] a')")
        assert page.evaluate(FOCUSED)["ringed"]
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/zyra/sq/njoftime/2026/03/uji/")


def test_script_is_changed_and_the_article_stays(page: Page, golden: Served) -> None:
    page.goto(f"{golden.address}/sr/saopstenja/2026/03/bursat/")
    there = f"{golden.address}/sr-cyrl/saopstenja/2026/03/bursat/"
    follow(page, ".language-switch [lang=sr-Cyrl]", there)
    reach(page, ".language-switch [lang=sr-Cyrl]")
    assert page.locator(":focus").get_attribute("aria-current") == "true"
