"""What shows the text of a publication: its pages, its files, the feeds that carry it."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.pages.feeds import NEWEST
from tellal.pages.subjects import Subject, alarmed, card_subject, kit_subject
from tellal.pages.touched.sides import Sides, series_with
from tellal.site.site import Site


def about(sides: Sides, folder: str, tags: tuple[str, ...] = ()) -> Iterator[Subject]:
    """Yield what shows the text of a publication, in all languages or in some."""
    tags = tags or sides.tags
    yield from (Subject("publication", tag, folder) for tag in tags)
    yield Subject("short", "", folder)
    yield Subject("files", "", folder)
    if folder.startswith("releases/"):
        yield kit_subject(folder)
    yield Subject("sizes", "", folder)
    if sides.new.office.card.titled_cards_from:  # another day is another office: it touches all
        yield from (card_subject(tag, folder) for tag in tags)
    yield from _feeds(sides, folder, tags)
    if any(_tells_emergency(site, folder) for site in sides.sites):
        yield from alarmed(tags)


def _tells_emergency(site: Site, folder: str) -> bool:
    """Return whether a publication tells more of an emergency."""
    emergency = site.office.emergency
    return bool(emergency and emergency.about and emergency.about.folder == folder)


def _feeds(sides: Sides, folder: str, tags: tuple[str, ...]) -> Iterator[Subject]:
    """Yield the feeds of some languages that carry a publication, on one side or the other."""
    for site in sides.sites:
        listing = site.by_folder.get(folder)
        names = ("all", *series_with(listing)) if listing else ()
        for name in (name for name in names if not name.startswith("tag/")):
            yield from (
                Subject("feed", tag, name) for tag in tags if folder in _carried(site, name, tag)
            )


def _carried(site: Site, name: str, tag: str) -> frozenset[str]:
    """Return the folders of what a feed carries; many publications ask for the same feeds."""
    known: frozenset[str] | None = site.counted.get(("feed", name, tag))
    if known is None:
        listings = site.listed if name == "all" else site.series(name)
        newest = site.newest_fed(listings, tag, NEWEST)
        known = site.counted["feed", name, tag] = frozenset(one.folder for one in newest)
    return known
