"""What lists a publication or counts it: series, registers, maps, statistics, the front page."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.pages.lists import LATEST
from tellal.pages.media import is_for_media
from tellal.pages.subjects import Subject, data_subject, register_subjects
from tellal.pages.touched.sides import Sides, series_with
from tellal.site.alphabets import letters_in, slug_of_title
from tellal.site.exemptions import excepted
from tellal.site.listings import Listing, Listings
from tellal.site.phases import GONE
from tellal.site.requests import KIND as REQUEST
from tellal.site.site import Site

FRONTS = ("home", "calendar")
"""Pages that show what is coming and what is open."""


def listing_it(sides: Sides, folder: str) -> Iterator[Subject]:
    """Yield what lists or counts a publication, with its state."""
    for listing in sides.listings(folder):
        yield from _lists(listing, sides.tags)
        yield from _counts(listing, sides.tags)
        yield from _alphabets(sides, listing)
        if len({_has_year(site, listing) for site in sides.sites}) > 1:
            yield from (Subject("search", tag) for tag in sides.tags)
        if is_for_media(listing):
            yield from (Subject("media", tag) for tag in sides.tags)
    if any(folder in excepted(site.office) for site in sides.sites):
        yield from (Subject("verification", tag) for tag in sides.tags)
    if any(folder in site.by_folder and GONE in site.letters[folder] for site in sides.sites):
        yield from (Subject("gone", tag) for tag in sides.tags)
    if any(folder in _on_front(site) for site in sides.sites):
        yield from (Subject(front, tag) for tag in sides.tags for front in FRONTS)


def _lists(listing: Listing, tags: tuple[str, ...]) -> Iterator[Subject]:
    """Yield the lists and maps in which a publication stands."""
    year = str(listing.year) if listing.is_dated else ""
    if listing.number:
        yield Subject("acts", "", "", year)
        yield Subject("states", "", "", year)
    if listing.kind is REQUEST:
        yield data_subject(listing.year)
    for tag, title in listing.titles if listing.is_dated else ():
        yield Subject("letter", tag, slug_of_title(title, tag), year)
    for tag in tags:
        if listing.is_dated:
            yield Subject("letters", tag, "", year)
        yield Subject("sitemap", tag, "", year)
        if listing.kind is REQUEST:
            yield from register_subjects(tag, listing.year)
        for name in series_with(listing):
            yield Subject("front", tag, name)
            yield Subject("year", tag, name, year)
            if name.startswith("section/"):
                yield Subject("month", tag, name, f"{year}-{listing.month:02}")


def _has_year(site: Site, listing: Listing) -> bool:
    """Return whether the section of a publication has anything of its year."""
    others = site.sections.get(listing.kind, ())
    return listing.is_dated and any(one.year == listing.year for one in others)


def _alphabets(sides: Sides, listing: Listing) -> Iterator[Subject]:
    """Yield all letters of a year that has another letter now, since each leads to the others."""
    for tag in sides.tags if listing.is_dated else ():
        known = [letters_in(site, tag, listing.year) for site in sides.sites]
        if any(set(letters) != set(known[0]) for letters in known):
            slugs = {slug for letters in known for slug in letters}
            yield from (Subject("letter", tag, slug, str(listing.year)) for slug in slugs)


def _counts(listing: Listing, tags: tuple[str, ...]) -> Iterator[Subject]:
    """Yield what counts a publication: in its year, and around it where its facts have days."""
    if not listing.is_dated:
        return
    around = 0 if listing.kind.name in ("release", "notice") else 1
    years = range(listing.year - around, listing.year + around + 1)
    for tag in tags:
        yield Subject("parity", tag)
        yield Subject("parity", tag, "", str(listing.year))
        yield from (Subject("statistics", tag, "", str(year)) for year in years)


def _on_front(site: Site) -> set[str]:
    """Return the folders of what the front page shows."""
    shown: tuple[Listings, ...] = (site.upcoming, site.open_now, site.latest(LATEST))
    return {listing.folder for listings in shown for listing in listings}
