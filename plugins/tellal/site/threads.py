"""The thread of a matter: what belongs together from the first consultation to the act and after.

Facts tie it together (`about`, `decided_in`, `amends`, `adopted_as`, the agenda ...), not links in
texts. A session deals with many matters, so the thread reaches it and does not lead through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellal.site.listings import Listing
from tellal.site.site import Site

JUNCTIONS = ("session", "minutes", "report", "page")
"""Kinds in which many matters meet: the end of each thread, and of none the middle."""
AT_LEAST = 3
"""Publications that make a thread; two are just related."""


def thread_of(site: Site, folder: str) -> tuple[Listing, ...]:
    """Return all that belongs to the matter of a publication, itself too; none where it is alone.

    In no order. What meets many matters has none of its own.
    """
    known: tuple[Listing, ...] | None = site.counted.get(("thread", folder))
    if known is None:
        own = site.by_folder.get(folder)
        found = _reached(site, [own]) if own and _may_lead(site, own) else {}
        known = tuple(found.values()) if len(found) >= AT_LEAST else ()
        for one in known:
            if _may_lead(site, one):
                site.counted["thread", one.folder] = known
        site.counted["thread", folder] = known
    return known


def on_threads_with(site: Site, folder: str) -> set[str]:
    """Return the folders of all that has a publication on its thread, or it on its own."""
    own = site.by_folder.get(folder)
    if own is None:
        return set()
    if not _may_lead(site, own):
        return set(_reached(site, [own, *_beside(site, own)]))
    return set(_reached(site, [own]))


def _reached(site: Site, begun: Iterable[Listing]) -> dict[str, Listing]:
    """Return what can be reached from some publications without going through a junction."""
    found = {one.folder: one for one in begun}
    left = [*found.values()]
    while left:
        one = left.pop()
        for other in _beside(site, one) if _may_lead(site, one) else ():
            if other.folder not in found:
                found[other.folder] = other
                left.append(other)
    return found


def _may_lead(site: Site, listing: Listing) -> bool:
    return listing.kind.name not in JUNCTIONS and not site.is_gone(listing)


def _beside(site: Site, listing: Listing) -> Iterator[Listing]:
    """Yield what a publication names in its facts, and what names it there, if it can be seen."""
    folders = (*listing.matters, *(one.folder for one in site.tied.get(listing.folder, ())))
    for folder in folders:
        other = site.by_folder.get(folder)
        if other and not site.is_gone(other):
            yield other
