"""What an inner link of a text names: a publication, or a file beside one."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from tellal.domain.editions import Body
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Reference

ACT = "act:"
"""How the inner link of a citation begins: `act:regulation/1/2019#art-5`."""


def citation_of(kind: str, number: str) -> str:
    """Return how a citation names an act, however its number is padded.

    >>> citation_of("regulation", "01/2019"), citation_of("decision", "016-126211/2019")
    ('regulation/1/2019', 'decision/16-126211/2019')
    """
    return f"{kind}/{number.strip().lstrip('0')}"


@dataclass(frozen=True, slots=True)
class BodyTarget:
    """Where an inner link leads, relative to the content folder; ".." at its head is outside.

    `file` is None for a link to a publication, `fragment` begins with "#" or is empty.
    """

    written: str
    folder: str
    file: str | None
    fragment: str


def has_place(body: Body, fragment: str) -> bool:
    """Return whether a text has the heading or article that a fragment ("#art-5") names."""
    return fragment[1:] in body.places


def target_of(source: Reference, link: str) -> BodyTarget:
    """Return what a link means in a text of `source`; `link` is as in `Body.links`.

    >>> target_of(Reference("releases/2019/03-12-snow"), "attach:map.pdf").folder
    'releases/2019/03-12-snow'
    >>> target_of(Reference("pages/contact"), "filename:/pages/about/index.sq.md#top").folder
    'pages/about'
    """
    form, _, rest = link.partition(":")
    path, sign, fragment = rest.partition("#")
    path = unquote(path.strip())
    whole = path.lstrip("/") if path.startswith("/") else f"{source.folder}/{path}"
    whole = posixpath.normpath(whole)
    if form == "filename":
        folder = posixpath.dirname(whole) if whole.endswith(".md") else whole
        return BodyTarget(rest, folder, None, sign + fragment)
    return BodyTarget(rest, posixpath.dirname(whole), posixpath.basename(whole), sign + fragment)
