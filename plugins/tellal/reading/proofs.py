"""Split, Body -> Finding: what a proofreader would mark in the text of one file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellal.domain.editions import Prose
from tellal.domain.findings import Finding, finding
from tellal.domain.links import has_place
from tellal.reading.files import NO_PICTURE, is_picture
from tellal.reading.front_matter import Split
from tellal.reading.markup import headings_of, targets_of, words_of

NO_BODY = "There is no text below the facts. Write it, or remove the file."
TITLE_TWICE = (
    'A heading of the first level ("{heading}") stands in the text. The title is the only one; '
    'write "## {heading}".'
)
LEVEL_SKIPPED = (
    'The heading "{heading}" is of level {level}, right below one of level {above}. '
    "Write it with {right} signs #."
)
FOREIGN_PICTURE = (
    "A picture is loaded from another host. Put the file beside the text, so that reading "
    "tells nobody."
)
NO_ALT = 'The picture "{target}" has no description. Write it like ![what is to be seen]({target}).'
FROM_ROOT = (
    'The link "{target}" begins with "/". Link to a publication with {{filename}} and to a file '
    "beside the text by its name."
)
NO_PLACE = (
    'The link "{target}" names a heading or article that is not there. Remove what follows "#".'
)
DEAD_LINK = (
    'The link on "{words}" has an address that a page cannot open. '
    "Begin it with https://, mailto: or tel:."
)
FIRST_LEVEL = re.compile(r"^#(?!#)[ \t]*+(.+)$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)
HINT = re.compile(r"\n(?:#(?!#)|=)")
"""What a heading of the first level needs, and most texts do not have."""
CODE = re.compile(r"^(?: {4}|\t).*$", re.MULTILINE)
BLANK = re.compile(r"(?:\s|<(?!img)[^>]*>)*+")
LOST = re.compile(r'<a(?: lang="[^"]*")?>(.*?)</a>', re.DOTALL)


def proofread(path: str, split: Split, prose: Prose) -> Iterator[Finding]:
    """Yield what must be corrected in a text."""
    if BLANK.fullmatch(prose.html):
        yield finding(path, split.body_line, "body-empty", NO_BODY)
        return
    yield from _first_level(path, split)
    yield from _headings(path, split, prose)
    yield from _pictures(path, split, prose)
    yield from _links(path, split, prose)


def _first_level(path: str, split: Split) -> Iterator[Finding]:
    if not HINT.search(f"\n{split.body}"):
        return
    text = CODE.sub("", split.body)
    if match := FIRST_LEVEL.search(text):
        heading = (match[1] or match[2]).rstrip(" \t#")
        line = line_of(split, heading)
        yield finding(path, line, "heading-level", TITLE_TWICE, heading=heading)


def _headings(path: str, split: Split, prose: Prose) -> Iterator[Finding]:
    above = 1
    for level, heading in headings_of(prose.html):
        if level > above + 1:
            yield finding(
                path,
                line_of(split, heading),
                "heading-skips",
                LEVEL_SKIPPED,
                heading=heading,
                level=level,
                above=above,
                right=above + 1,
            )
        above = level


def _pictures(path: str, split: Split, prose: Prose) -> Iterator[Finding]:
    for picture in re.findall(r"<img[^>]*>", prose.html):
        source = next(targets_of(picture, "src"), None)
        if source is None:
            line = line_of(split, "![", "<img")
            yield finding(path, line, "picture-foreign", FOREIGN_PICTURE)
            continue
        target = source.rpartition(":")[2]
        line = line_of(split, target)
        if not is_picture(target):
            yield finding(path, line, "picture-broken", NO_PICTURE, file=target)
        elif not re.search(r' alt="[^"]*[^"\s][^"]*"', picture):
            yield finding(path, line, "photo-incomplete", NO_ALT, target=target)


def _links(path: str, split: Split, prose: Prose) -> Iterator[Finding]:
    for target in targets_of(prose.html, "href"):
        if target.startswith("/"):
            line = line_of(split, target)
            yield finding(path, line, "link-from-root", FROM_ROOT, target=target)
        elif target.startswith("#") and not has_place(prose.body, target):
            line = line_of(split, target)
            yield finding(path, line, "link-dangling", NO_PLACE, target=target)
    for match in LOST.finditer(prose.html):
        # An empty one is an anchor that a word processor left; nobody could have followed it.
        if match[1].strip():
            words = words_of(match[1]) or "…"
            line = line_of(split, f"[{words}]", words)
            yield finding(path, line, "link-dangling", DEAD_LINK, words=words)


def line_of(split: Split, *texts: str) -> int:
    """Return the line of the file on which one of the texts first stands, else the body's first."""
    places = [split.body.find(text) for text in texts if "\n" not in text]
    first = min((place for place in places if place >= 0), default=0)
    return split.body_line + split.body.count("\n", 0, first)
