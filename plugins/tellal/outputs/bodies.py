"""Text of an edition -> HTML of a page: inner links lead somewhere, tables scroll by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape, unescape

from tellal.pages.views import BodyLink

# Only inside a tag, since a text may hold the same letters.
TAG = r'(?P<tag><(?:a|img)(?: [a-z]+="[^"]*")*?) (?P<name>href|src)='
INNER = re.compile(rf'{TAG}"tellal:(?P<target>[^"]*)"')
CITED = re.compile(r'<a href="tellal:(?P<target>act:[^"]*)">(?P<text>[^<]*)</a>')
"""A citation, which is no link where its number names no act, or several."""
ROOTED = re.compile(rf'{TAG}"(?P<path>/(?!/)[^"]*|#[^"]*)"')

PICTURE = re.compile(
    r'<img(?P<before>(?: [a-z]+="[^"]*")*?) src="tellal:(?P<target>[^"]*)"(?P<after>[^>]*)>'
)

NOTE = re.compile(r'(?P<tag><a class="footnote-ref" href="[^"]*")>(?P<number>[^<]*)</a>')
BACK = '<a class="footnote-backref"'


def resolve(html: str, links: Iterable[BodyLink]) -> str:
    """Return the HTML with each inner link at its address; one that leads nowhere is text."""
    places = {link.target: link for link in links}

    def place(match: re.Match[str]) -> str:
        link = places.get(unescape(match["target"]))
        if link is None:
            return match["tag"]
        foreign = f' hreflang="{link.lang}"' if link.lang and match["name"] == "href" else ""
        return f'{match["tag"]} {match["name"]}="{escape(link.address)}"{foreign}'

    def cite(match: re.Match[str]) -> str:
        return match[0] if unescape(match["target"]) in places else match["text"]

    return INNER.sub(place, CITED.sub(cite, html))


def for_page(html: str, links: Iterable[BodyLink], say: Callable[[str], str]) -> str:
    """Return the text for a page, with names for what only those who see it know.

    A scrolling table is a group and no region: a text has many tables, and no page many landmarks
    of one name.
    """
    resolved = resolve(_with_sizes(html, links) if "<img" in html else html, links)
    if "footnote-ref" in resolved:
        resolved = _notes_named(resolved, escape(say("footnote")), escape(say("footnote_back")))
    box = (
        f'<div class="table" role="group" tabindex="0" aria-label="{escape(say("table"))}"><table>'
    )
    return resolved.replace("<table>", box).replace("</table>", "</table></div>")


def _notes_named(html: str, note: str, back: str) -> str:
    """Return the text with names for the links to its footnotes, and for those that lead back."""
    html = NOTE.sub(rf'\g<tag> aria-label="{note} \g<number>">\g<number></a>', html)
    return html.replace(BACK, f'{BACK} aria-label="{back}"')


def _with_sizes(html: str, links: Iterable[BodyLink]) -> str:
    """Return the HTML with its pictures in sizes of which a browser chooses, and their measures."""
    shown = {link.target: link.sized for link in links if link.sized}

    def picture(match: re.Match[str]) -> str:
        sized = shown.get(unescape(match["target"]))
        if sized is None:
            return match[0]
        sources = "".join(
            f'<source type="{kind}" srcset="{escape(srcset)}" sizes="{sized.sizes}">'
            for kind, srcset in sized.sources
        )
        img = (
            f'<img{match["before"]} src="{escape(sized.address)}"{match["after"]}'
            f' width="{sized.width}" height="{sized.height}" loading="lazy" decoding="async">'
        )
        return f"<picture>{sources}{img}</picture>" if sources else img

    return PICTURE.sub(picture, html)


def for_feed(html: str, links: Iterable[BodyLink], host: str, url: str) -> str:
    """Return the text for a feed: every link whole, since a reader has no page around it."""

    def whole(match: re.Match[str]) -> str:
        base = url if match["path"].startswith("#") else host
        return f'{match["tag"]} {match["name"]}="{base}{match["path"]}"'

    return ROOTED.sub(whole, resolve(html, links))
