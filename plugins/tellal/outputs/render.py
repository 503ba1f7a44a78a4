"""Page -> bytes: the one door to everything that makes a file out of a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tellal.domain.swift_dataclasses import dataclass
from tellal.outputs.chapters import render_chapter_list, render_webvtt
from tellal.outputs.feeds import render_json
from tellal.outputs.html import render_html
from tellal.outputs.language import language_of_page
from tellal.outputs.manifests import render_gone_list, render_manifest
from tellal.outputs.say import Say
from tellal.outputs.sitemaps import (
    render_open_search,
    render_robots,
    render_sitemap,
    render_sitemap_index,
)
from tellal.outputs.tables import render_table
from tellal.outputs.templates import ThemeEnvironment, environment
from tellal.outputs.words import Words, messages_of
from tellal.pages.page import Page


def _rss(view: Any, say: Say, bodies: Mapping[str, str]) -> str:
    from tellal.outputs.xml_feeds import render_rss  # not at the head: it loads an HTTP client

    return render_rss(view, say, bodies)


def _atom(view: Any, say: Say, bodies: Mapping[str, str]) -> str:
    from tellal.outputs.xml_feeds import render_atom

    return render_atom(view, say, bodies)


def _calendar(view: Any) -> str:
    from tellal.outputs.calendars import render_calendar  # not at the head: it loads a library

    return render_calendar(view)


FEEDS: dict[str, Callable[..., str]] = {
    "feed.rss": _rss,
    "feed.atom": _atom,
    "feed.json": render_json,
}
MACHINES: dict[str, Callable[[Any], str]] = {
    "sitemap": render_sitemap,
    "sitemap_index": render_sitemap_index,
    "robots": render_robots,
    "table": render_table,
    "script": lambda view: view.text,
    "open_search": render_open_search,
    "manifest": render_manifest,
    "gone_list": render_gone_list,
    "chapters.vtt": render_webvtt,
    "chapters.txt": render_chapter_list,
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme's templates and words, ready to render."""

    env: ThemeEnvironment
    words: Words
    voices: Mapping[str, Say]

    @property
    def messages(self) -> dict[str, dict[str, str]]:
        """Return the plain messages of each language by its tag."""
        return messages_of(self.words)


def open_theme(folder: Path, words: Words, bytecode: Path | None = None) -> Theme:
    """Return the theme in a folder with its words, which `compile_words` has made of it.

    `bytecode` is a folder that keeps compiled templates: see `environment`.
    """
    return _theme(environment(folder / "templates", bytecode), words)


def theme_from(sources: Mapping[str, str], words: Words) -> Theme:
    """Return the theme that some templates make, of which only the sources are at hand."""
    return _theme(environment(sources), words)


def _theme(env: ThemeEnvironment, words: Words) -> Theme:
    return Theme(env, words, {tag: Say(lexicon) for tag, lexicon in words.items()})


def render(page: Page, theme: Theme, bodies: Mapping[str, str]) -> bytes:
    """Return the bytes of a page: a pure function of page, theme and the texts it names."""
    tag = language_of_page(page)
    if tag is None:
        return MACHINES[page.maker](page.view).encode()
    say = theme.voices[tag]
    if page.maker in FEEDS:
        return FEEDS[page.maker](page.view, say, bodies).encode()
    if page.maker == "calendar":
        return _calendar(page.view).encode()
    return render_html(page, theme.env, say, bodies).encode()
