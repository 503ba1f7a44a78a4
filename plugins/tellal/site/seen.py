"""What may be seen as of a moment, and each publication of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from datetime import datetime
from functools import cached_property
from operator import attrgetter

from tellal.domain.editions import Publication
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Reference
from tellal.site.listings import Listing, Listings, month_of
from tellal.site.phases import EXPIRED, GONE, PUBLIC, seconds
from tellal.site.shelf import Shelf


@dataclass(frozen=True)
class Seen:
    """What may be seen as of a moment. `known` are the listings of all publications."""

    office: Office
    as_of: datetime
    known: Listings
    shelf: Shelf

    def find(self, reference: Reference) -> Publication | None:
        """Return a publication, None where it may not be seen yet."""
        return self.get(reference.folder)

    def get(self, folder: str) -> Publication | None:
        """Return the publication of a folder, None where it may not be seen yet."""
        return self.shelf.publication(folder) if folder in self.by_folder else None

    def whole(self, listing: Listing) -> Publication:
        """Return the publication of a listing."""
        return self.shelf.publication(listing.folder)

    def is_gone(self, listing: Listing) -> bool:
        """Return whether only a page that says why is left of a publication."""
        return GONE in self.letters[listing.folder]

    def is_fed(self, listing: Listing, tag: str) -> bool:
        """Return whether feeds and sitemaps of a language carry a publication."""
        for one, _ in listing.slugs:  # asked of all of an archive, for each language
            if one == tag:
                return GONE not in self.letters[listing.folder]
        return False

    @cached_property
    def letters(self) -> dict[str, str]:
        """Return by folder what is true of each publication now."""
        now = (seconds(self.as_of), "~")
        return {
            listing.folder: listing.phases[max(0, bisect_right(listing.phases, now) - 1)][1]
            for listing in self.known
        }

    @cached_property
    def public(self) -> Listings:
        """Return what may be seen, newest first; pages without a date stand last."""
        letters = self.letters
        public = [listing for listing in self.known if PUBLIC in letters[listing.folder]]
        public.sort(key=_place, reverse=True)
        return tuple(public)

    @cached_property
    def findable(self) -> dict[str, Listings]:
        """Return by month (`2019-09`) what the search finds; pages have none of this world."""
        letters, found = self.letters, defaultdict[str, list[Listing]](list)
        for listing in self.public:
            if EXPIRED not in letters[listing.folder]:
                found[month_of(listing.folder)].append(listing)
        return {month: tuple(sorted(some, key=_folder)) for month, some in found.items()}

    @property
    def waiting(self) -> int:
        """Return how many publications may not be seen yet."""
        return len(self.known) - len(self.public)

    @cached_property
    def by_folder(self) -> dict[str, Listing]:
        """Return what may be seen by its folder."""
        return {listing.folder: listing for listing in self.public}

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """Return everything that may be seen whole, newest first."""
        return tuple(self.whole(listing) for listing in self.public)


def _place(listing: Listing) -> tuple[str, int, str]:
    return listing.issued, listing.public_from, listing.folder


_folder = attrgetter("folder")
