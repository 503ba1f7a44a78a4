"""Which other publications show something of one, or stand otherwise because of it."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.pages.touched.sides import Sides
from tellal.site.acts import AMENDED, REPEALED
from tellal.site.listings import Listing
from tellal.site.site import Site


def neighbours(sides: Sides, folder: str) -> Iterator[str]:
    """Yield who names a publication, and whom it names.

    Citations of acts go by numbers; minutes show whom their session names.
    """
    for site in sides.sites:
        for _, other in site.mentioned.get(folder, ()):
            yield other.folder
            if other.kind.name == "session":
                yield from _named_back(site, other.folder, "minutes")
    for listing in sides.listings(folder):
        yield from (other for _, other in listing.mentions)
        yield from _citing(sides, listing)


def swayed(sides: Sides, folder: str) -> Iterator[str]:
    """Yield whose state a publication makes: acts that it amends or repeals, minutes approved."""
    for listing in sides.listings(folder):
        yield from (other for key, other in listing.mentions if key in (AMENDED, REPEALED))
    for site in sides.sites:
        yield from _named_back(site, folder, "approved")


def _citing(sides: Sides, listing: Listing) -> Iterator[str]:
    """Yield who cites an act, who has its number too, and what a publication itself cites."""
    for site in sides.sites:
        for cited in (listing.number, *listing.cites):
            yield from (other.folder for other in site.numbered.get(cited, ()))
        yield from (other.folder for other in site.citing.get(listing.number, ()))


def _named_back(site: Site, folder: str, relation: str) -> Iterator[str]:
    named = site.mentioned.get(folder, ())
    yield from (other.folder for key, other in named if key == relation)
