"""Page -> bytes: the one door to everything that makes a file out of a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from tellal.domain.languages import Language
from tellal.outputs.catalogues import Catalogue, read_catalogues
from tellal.outputs.feeds import render_atom, render_json, render_rss
from tellal.outputs.html import environment, render_html
from tellal.outputs.say import Say
from tellal.outputs.sitemaps import render_robots, render_sitemap, render_sitemap_index
from tellal.pages.page import Page

FEEDS: dict[str, Callable[..., str]] = {
    "feed.rss": render_rss,
    "feed.atom": render_atom,
    "feed.json": render_json,
}
MACHINES: dict[str, Callable[[Any], str]] = {
    "sitemap": render_sitemap,
    "sitemap_index": render_sitemap_index,
    "robots": render_robots,
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme's templates and words, ready to render."""

    env: Environment
    catalogues: Mapping[str, Catalogue]
    voices: Mapping[str, Say]

    @property
    def messages(self) -> dict[str, dict[str, str]]:
        """Return the plain messages of each language by its tag."""
        return {tag: catalogue.messages for tag, catalogue in self.catalogues.items()}


def open_theme(folder: Path, languages: tuple[Language, ...]) -> Theme:
    """Return the theme in a folder, for some languages."""
    catalogues = read_catalogues(folder / "locale", languages)
    voices = {tag: Say(tag, catalogue) for tag, catalogue in catalogues.items()}
    return Theme(environment(folder / "templates"), catalogues, voices)


def render(page: Page, theme: Theme, bodies: Mapping[str, str]) -> bytes:
    """Return the bytes of a page: a pure function of page, theme and the texts it names."""
    if page.maker in FEEDS:
        say = theme.voices[page.view.tag]  # type: ignore[union-attr]
        return FEEDS[page.maker](page.view, say, bodies).encode()
    if page.maker in MACHINES:
        return MACHINES[page.maker](page.view).encode()
    return render_html(page, theme.env, theme.voices, bodies).encode()
