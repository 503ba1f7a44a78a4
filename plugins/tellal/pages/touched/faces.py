"""What other pages may show of a publication."""

from __future__ import annotations

from dataclasses import replace

from tellal.domain.editions import Publication


def face_of(publication: Publication | None) -> object:
    """Return all that other pages may show of a publication: everything but its texts."""
    if publication is None:
        return None
    editions = tuple(
        replace(edition, body=replace(edition.body, digest=""), path="", link_lines=(), earlier=())
        for edition in publication.editions
    )
    return replace(publication, editions=editions, lines=())
