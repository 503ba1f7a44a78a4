"""A page speaks one language, the one whose words make its bytes; some say no word at all."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.domain.languages import BY_TAG, LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.language import EVERY, language_of_page
from tellal.outputs.render import Theme, open_theme, render
from tellal.outputs.words import Lexicon
from tellal.pages.page import Page
from tellal.pages.plan import plan_pages
from tellal.pages.views import EmergencyFileView
from tellal.publish.verify import FEED
from tests.golden.accept import CONTENT, URL
from tests.outputs.keys import ROOT

SILENT = {
    "gone_list",
    "manifest",
    "script",
    "open_search",
    "sitemap",
    "sitemap_index",
    "robots",
    "table",
    "chapters.vtt",
    "chapters.txt",
}


@cache
def words() -> dict[str, Lexicon]:
    return compile_words(ROOT / "theme", LANGUAGES)


@cache
def golden() -> tuple[tuple[Page, ...], dict[str, str]]:
    site = compile_site(CONTENT, Moments("2026-03-31T12:00", None, datetime.now(UTC)))
    editions = [edition for found in site.publications for edition in found.editions]
    messages = {tag: lexicon.messages for tag, lexicon in words().items()}
    pages = tuple(plan_pages(site, URL, messages))
    return pages, {
        edition.body.digest: site.shelf.text(edition.body.digest) for edition in editions
    }


@cache
def theme_of(*tags: str) -> Theme:
    """Return the theme with the words of some languages only."""
    return open_theme(ROOT / "theme", {tag: words()[tag] for tag in tags})


def test_page_needs_the_words_of_its_language_and_of_no_other() -> None:
    pages, bodies = golden()
    for page in pages:
        tag = language_of_page(page)
        if tag == EVERY:  # a kit is packed, of texts that speak one language each
            continue
        made = render(page, theme_of(tag) if tag else theme_of(), bodies)
        assert made or isinstance(page.view, EmergencyFileView)  # empty while all is well


def test_feeds_are_known_by_their_paths() -> None:
    pages, _ = golden()

    feeds = {page.path for page in pages if page.maker.startswith("feed.")}
    assert {page.path for page in pages if FEED.fullmatch(page.path)} == feeds
    assert any(path.count("/") == 3 for path in feeds)


def test_only_maps_and_data_for_machines_say_no_word() -> None:
    pages, _ = golden()

    assert {page.maker for page in pages if language_of_page(page) is None} == SILENT
    assert {language_of_page(page) for page in pages} == {*BY_TAG, EVERY, None}
