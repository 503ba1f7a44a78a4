"""What a page says of itself to a screen reader, and what it tells nobody of its reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Request, Response

from tellal.domain.languages import LANGUAGES
from tests.browser.sites import Served, tree_of

pytestmark = pytest.mark.browser

TAGS = {language.address: language.tag for language in LANGUAGES}
# Of a file to download nobody says in which script its Serbian is.
KNOWN = {*TAGS.values(), "sr", "x-default"}


@pytest.fixture(scope="module")
def trees(golden: Served, shipped: Served) -> dict[str, html.HtmlElement]:
    """Give every page by its path and by the name of its site."""
    return {
        f"{file.relative_to(site.folder)} for {site.url}": tree_of(file)
        for site in (golden, shipped)
        for file in site.files()
    }


def test_language_of_a_page_is_that_of_its_address(trees: dict[str, html.HtmlElement]) -> None:
    for path, page in trees.items():
        assert page.get("lang") == TAGS.get(path.split("/")[0], "sq"), path


def test_language_of_every_part_is_one_that_is_registered(
    trees: dict[str, html.HtmlElement],
) -> None:
    for path, page in trees.items():
        tags = {str(tag) for tag in page.xpath("//@lang | //@hreflang")}
        assert tags <= KNOWN, path


def letters_of(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield each text of the page with its language."""
    for element in page.xpath("//body//*[text()[normalize-space()]]"):
        tag = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
        yield from ((str(text), str(tag)) for text in element.xpath("text()"))


def test_cyrillic_letters_stand_only_where_the_language_says_so(
    trees: dict[str, html.HtmlElement],
) -> None:
    for path, page in trees.items():
        for text, tag in letters_of(page):
            if any(unicodedata.name(letter, "").startswith("CYRILLIC") for letter in text):
                assert tag == "sr-Cyrl", f"{path}: {text}"


def test_page_has_one_heading_of_the_first_level_and_none_is_left_out_below(
    trees: dict[str, html.HtmlElement],
) -> None:
    for path, page in trees.items():
        levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(below - above <= 1 for above, below in pairwise(levels)), path


def test_landmarks_of_one_sort_have_names_of_their_own(
    trees: dict[str, html.HtmlElement],
) -> None:
    for path, page in trees.items():
        names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.iter("nav")]
        assert len(names) == len(set(names)), path
        assert None not in names, path
        assert len(page.xpath("//main")) == 1, path


def test_marks_between_words_are_not_read_aloud(browser: Browser, looking: list[str]) -> None:
    with browser.new_page() as page:
        for address in looking:
            page.goto(address)
            heard = page.locator("body").aria_snapshot()
            assert not re.search(r'(text|listitem|link)[^\n]*: "?[›·*]', heard), address


def test_nobody_else_learns_of_a_visit_and_only_pages_that_were_read_are_kept(
    browser: Browser, looking: list[str], speaking: list[str]
) -> None:
    asked: list[Request] = []
    answers: list[Response] = []
    complaints: list[str] = []
    with browser.new_context() as context, context.new_page() as page:
        context.on("request", lambda request: asked.append(request))
        context.on("response", lambda response: answers.append(response))
        context.on("console", lambda message: complaints.append(message.location["url"]))
        for address in {*looking, *speaking}:
            page.goto(address)
            kept = page.evaluate(
                """async () => localStorage.length + sessionStorage.length
                + (await indexedDB.databases()).length
                + (await caches.keys()).filter((name) => !name.startsWith("tellal /")).length"""
            )
            assert kept == 0, address
        ours = {urlsplit(address).netloc for address in looking}
        assert {urlsplit(request.url).netloc for request in asked} == ours
        # Only a publish brings the log: where none was, the page of verification says so.
        nowhere = {answer.url for answer in answers if answer.status not in (200, 304)}
        assert {urlsplit(url).path for url in nowhere} <= {"/zyra/log/head", "/log/head"}
        assert {*complaints} <= nowhere
        assert context.cookies() == []


def test_content_security_policy_lets_nothing_in_from_elsewhere(
    trees: dict[str, html.HtmlElement],
) -> None:
    for path, page in trees.items():
        policy = str(page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))
        sources = {word for rule in policy.split(";") for word in rule.split()[1:]}
        players = page.xpath("//*[@data-form and @data-address]/@data-address")
        hosts = {f"https://{urlsplit(str(address)).netloc}" for address in players}
        assert sources == {"'none'", "'self'", *hosts}, path
        assert policy.startswith("default-src 'none'"), path
