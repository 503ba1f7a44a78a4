"""Markdown -> safe HTML: a fixed set of extensions, then one pass of a sanitising library.

The result is a pure function of the text, its language and whether it is an act. Inner links
become `tellal:` addresses, which the page that shows the text resolves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from html import unescape

import nh3
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from tellal.domain.editions import Body, Prose
from tellal.domain.links import ACT
from tellal.reading.articles import keep_numbering, number_headings
from tellal.reading.citations import INNER, with_citations
from tellal.reading.paragraphs import number_paragraphs
from tellal.reading.source_text import printable
from tellal.reading.swift_markdown import SwiftMarkdown

TAGS = frozenset(
    "p h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td strong em b i code pre hr br "
    "a img sup sub div dl dt dd abbr span q cite caption".split()
)
ATTRIBUTES = {
    "a": {"href", "id"},
    "img": {"src", "alt"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
    "abbr": {"title"},
    "*": {"lang"},
}
CLASSES = {"div": {"footnote"}, "a": {"footnote-ref", "footnote-backref"}}
SCHEMES = {"http", "https", "mailto", "tel"}

# Only inside a tag, since a text may hold the same letters.
LINK = re.compile(
    r'(?P<tag><(?:a|img)(?: [a-z]+="[^"]*")*?) (?P<name>href|src)="(?P<target>[^"]*)"'
)
IDENTIFIED = re.compile(r'(?P<tag><(?:a|li|sup)(?: [a-z]+="[^"]*")*?) id="(?P<name>[^"]*)"')
OUTER = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#")
SPECIAL = re.compile(r"[{|](?P<form>filename|static|attach)[}|](?P<path>.*)")
PLACE = re.compile(r'<[a-z0-9]+(?: [a-z]+="[^"]*")*? id="([^"]*)"')
ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')


@cache
def converter() -> SwiftMarkdown:
    """Return this process's one Markdown converter."""
    return SwiftMarkdown(extensions())


def extensions() -> list[Extension]:
    """Return what a text may use. Instances, since names make Python-Markdown search disks."""
    return [
        TableExtension(use_align_attribute=True),
        FootnoteExtension(BACKLINK_TITLE="", SEPARATOR="-"),
        DefListExtension(),
        AbbrExtension(),
        SaneListExtension(),
    ]


def prose_of(text: str, language: str, is_act: bool) -> Prose:
    """Return the text as safe HTML with its inner links. Any text gives well-formed HTML.

    Raises RecursionError for lists, quotations or definitions hundreds of levels deep.
    """
    source = keep_numbering(text) if is_act else text
    html = printable(clean(_converted(source)))
    html = _tables(_inner_links(_named_once(html)))
    html = number_headings(html, language, is_act)
    html = number_paragraphs(html) if is_act else html
    return prose_from(with_citations(html, language))


def _converted(source: str) -> str:
    try:
        html: str = converter().reset().convert(source)
    except RecursionError:
        converter.cache_clear()  # it remembers where it was; the next text begins anew
        raise
    return html


def prose_from(html: str) -> Prose:
    """Return a safe HTML with its digest, what its inner links name, and its places."""
    digest = blake2b(html.encode(), digest_size=16).hexdigest()
    targets = targets_of(html, "href", "src")
    inner = [target.removeprefix(INNER) for target in targets if target.startswith(INNER)]
    links = dict.fromkeys(target for target in inner if not target.startswith(ACT))
    cited = dict.fromkeys(target for target in inner if target.startswith(ACT))
    return Prose(html, Body(digest, tuple(links), tuple(PLACE.findall(html)), tuple(cited)))


def targets_of(html: str, *names: str) -> Iterator[str]:
    """Yield where the links (`href`) or pictures (`src`) of a safe HTML lead, in their order."""
    for match in LINK.finditer(html):
        if match["name"] in names:
            yield unescape(match["target"])


def clean(html: str) -> str:
    """Return the HTML without anything that could act, load or break out of its place."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep identifiers of footnotes alone, so that a text names nothing else on its page."""
    if name == "id":
        return value if value.startswith("fn") else None
    if name == "class":
        return value or None
    if tag == "img" and name == "src" and OUTER.match(value):
        return None
    return value


def _named_once(html: str) -> str:
    """Return the HTML with each identifier where it stands first, and nowhere else."""
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        if match["name"] in seen:
            return match["tag"]
        seen.add(match["name"])
        return match[0]

    return IDENTIFIED.sub(once, html)


def _inner_links(html: str) -> str:
    return LINK.sub(_inner_link, html)


def _inner_link(match: re.Match[str]) -> str:
    target = match["target"]
    if special := SPECIAL.match(target):
        form = "filename" if special["form"] == "filename" else "attach"
        return f'{match["tag"]} {match["name"]}="{INNER}{form}:{special["path"]}"'
    if OUTER.match(target):
        return match[0]
    return f'{match["tag"]} {match["name"]}="{INNER}attach:{target}"'


def _tables(html: str) -> str:
    """Return the HTML with classes for alignment and with headers that say what they head."""
    if "<table>" not in html:
        return html
    html = ALIGNED.sub(r'<\1 class="align-\2">', html)
    html = re.sub(r"<th([^>]*)></th>", r"<td\1></td>", html)
    return html.replace("<th>", '<th scope="col">').replace("<th class", '<th scope="col" class')


def headings_of(html: str) -> Iterator[tuple[int, str]]:
    """Yield the level and the plain text of each heading."""
    for match in re.finditer(r"<h([1-6])[^>]*>(.*?)</h\1>", html, re.DOTALL):
        yield int(match[1]), words_of(match[2])


def words_of(html: str) -> str:
    """Return the plain text of a safe HTML."""
    return unescape(re.sub(r"<[^>]+>", "", html))
