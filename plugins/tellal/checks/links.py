"""Links in texts lead somewhere, and never out of the content folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from tellal.checks.collection import NEAR, Collection
from tellal.domain.editions import Edition
from tellal.domain.findings import Finding, finding
from tellal.domain.links import BodyTarget, has_place, target_of
from tellal.reading.proofs import NO_PLACE

OUTSIDE = 'The link "{target}" climbs out of the content folder. Link to what lies inside it.'
NO_FILE = (
    'The link "{target}" leads to no file beside the text. Put it there, '
    "or begin a web address with https://."
)
NO_TEXT = 'The link "{target}" leads to no publication. Write the folder of one that exists.'
NO_MAIL = 'The link "{target}" is an address for e-mail. Write it like mailto:{target}.'
NEAR_TEXT = 'The link "{target}" leads to no publication. Did you mean "{near}"?'
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\Z")


def check_links_lead_somewhere(collection: Collection) -> Iterator[Finding]:
    """A link in a text leads to a publication or to a file that exists in the content folder."""
    for publication in collection.publications:
        for edition in publication.editions:
            for link in edition.body.links:
                target = target_of(publication.reference, link)
                line = dict(edition.link_lines).get(link, 0)
                yield from _link(collection, edition, target, line)


def _link(
    collection: Collection, edition: Edition, target: BodyTarget, line: int
) -> Iterator[Finding]:
    path, written = edition.path, target.written
    if target.folder.startswith(".."):
        yield finding(path, line, "link-outside", OUTSIDE, target=written)
    elif target.file is None:
        if target.folder not in collection.folders:
            near = get_close_matches(target.folder, sorted(collection.folders), 1, NEAR)
            message = NEAR_TEXT if near else NO_TEXT
            arguments = {"near": near[0]} if near else {}
            yield finding(path, line, "link-dangling", message, target=written, **arguments)
        elif target.fragment and not _has_place(collection, target):
            yield finding(path, line, "link-dangling", NO_PLACE, target=written)
    else:
        owner = collection.find(target.folder)
        names = [file.name for file in owner.files] if owner else []
        unread = owner is None and target.folder in collection.folders
        if target.file not in names and not unread:
            message = NO_MAIL if MAIL.match(written) else NO_FILE
            yield finding(path, line, "link-dangling", message, target=written)


def _has_place(collection: Collection, target: BodyTarget) -> bool:
    """Return whether any edition has the place; headings are named in their own language."""
    other = collection.find(target.folder)
    return other is None or any(
        has_place(edition.body, target.fragment) for edition in other.editions
    )
