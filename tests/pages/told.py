"""Content as staff write it -> the pages of its site, and all that somebody sees on them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from lxml import html

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.render import Theme, open_theme, render
from tellal.pages.page import Page
from tellal.pages.plan import plan_pages
from tellal.pages.views import PublicationView
from tellal.site.site import Site

ROOT = Path(__file__).parents[2]
URL = "https://x.example/zyra"
SNOW = "releases/2026/03-12-bora"
SNOW_SQ = "sq/komunikata/2026/03/bora/index.html"
DECISION = "decisions/2026/03-02-parkimi"
ACT = ("number: 1/2026", "body: mayor", "adopted: 2026-03-02")


@cache
def theme() -> Theme:
    return open_theme(ROOT / "theme", compile_words(ROOT / "theme", LANGUAGES))


def pages_of(site: Site) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(site, URL, theme().messages)}


def view_of(pages: dict[str, Page], path: str) -> PublicationView:
    view = pages[path].view
    assert isinstance(view, PublicationView)
    return view


def bodies_of(site: Site) -> dict[str, str]:
    editions = [edition for publication in site.publications for edition in publication.editions]
    return {edition.body.digest: site.shelf.text(edition.body.digest) for edition in editions}


def seen_on(site: Site, page: Page) -> str:
    """Return all that somebody can read, hear or follow on a page."""
    tree = html.fromstring(render(page, theme(), bodies_of(site)))
    told = [str(text) for text in tree.xpath("//body//text()")]
    told += [str(text) for text in tree.xpath("//body//@alt | //body//@href | //body//@src")]
    return re.sub(r"\s+", " ", " ".join(told))


def text(title: str, *facts: str, body: str = "Teksti.") -> str:
    """Return a file as staff write it."""
    return "\n".join(["---", f"title: {title}", *facts, "---", "", body, ""])


def titles(entries: tuple[object, ...]) -> list[str]:
    return [entry.title.text for entry in entries]  # type: ignore[attr-defined]


def source_of(site: Site, page: Page) -> str:
    """Return the file that a page becomes."""
    return render(page, theme(), bodies_of(site)).decode()
