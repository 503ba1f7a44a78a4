"""Text of an act -> its table of contents, and a link on each article to its own address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from tellal.domain.swift_dataclasses import dataclass

HEADING = re.compile(
    r'(?P<head>(?:<section class="article" id="(?P<article>art-[^"]+)">\n<h(?P<level>[2-6])[^>]*>)'
    r'|(?:<h(?P<other>[2-6])(?: lang="[^"]*")? id="(?P<chapter>ch-[^"]+)">))'
    r"(?P<text>.*?)(?P<end></h[2-6]>)",
    re.DOTALL,
)
TITLE = re.compile(r"\s*<p><strong>(.*?)</strong></p>", re.DOTALL)
SIGN = "§"


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter (depth 1) or an article (depth 2) of a text, in plain words."""

    depth: int
    anchor: str
    name: str
    title: str


def contents_of(html: str) -> tuple[Place, ...]:
    """Return the chapters and articles of a text, none where there is only one."""
    places = tuple(_places(html))
    return places if len(places) > 1 else ()


def _places(html: str) -> Iterator[Place]:
    for match in HEADING.finditer(html):
        title = TITLE.match(html, match.end()) if match["article"] else None
        yield Place(
            2 if match["article"] else 1,
            match["article"] or match["chapter"],
            _words(match["text"]),
            _words(title[1]) if title else "",
        )


def with_permalinks(html: str, name: str) -> str:
    """Return the text with a link on each article to its own address; `name` says what it is."""

    def linked(match: re.Match[str]) -> str:
        if not match["article"]:
            return match[0]
        label = escape(f"{name}: {_words(match['text'])}")
        link = f'<a class="permalink" href="#{match["article"]}" aria-label="{label}">{SIGN}</a>'
        return f"{match['head']}{match['text']} {link}{match['end']}"

    return HEADING.sub(linked, html)


def _words(html: str) -> str:
    """Return the plain words of a piece of safe HTML."""
    return unescape(re.sub(r"<[^>]+>", " ", html)).strip()
