"""Which pages a publication has, and what each of them shows."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from tellal.domain.facts import KINDS
from tellal.domain.languages import LANGUAGES
from tellal.outputs.render import Theme, open_theme, render
from tellal.pages.page import Page
from tellal.pages.plan import plan_pages
from tellal.pages.views import (
    GoneView,
    HomeView,
    IndexView,
    ListView,
    MissingView,
    MonthView,
    MovedView,
    PublicationView,
    Row,
)
from tellal.site.site import Site
from tests.conftest import CompileTexts
from tests.pages import filled
from tests.pages.filled import Filler

ROOT = Path(__file__).parents[2]
URL = "https://x.example/zyra"


@cache
def theme() -> Theme:
    return open_theme(ROOT / "theme", LANGUAGES)


def pages_of(site: Site) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(site, URL, theme().messages)}


def view_of(pages: dict[str, Page], path: str) -> PublicationView:
    view = pages[path].view
    assert isinstance(view, PublicationView)
    return view


def bodies_of(site: Site) -> dict[str, str]:
    editions = [edition for publication in site.publications for edition in publication.editions]
    return {edition.body.digest: edition.body.html for edition in editions}


def seen_on(site: Site, page: Page) -> str:
    """Return all that somebody can read, hear or follow on a page."""
    tree = html.fromstring(render(page, theme(), bodies_of(site)))
    told = [str(text) for text in tree.xpath("//body//text()")]
    told += [str(text) for text in tree.xpath("//body//@alt | //body//@href | //body//@src")]
    return re.sub(r"\s+", " ", " ".join(told))
