"""The store as an archive of publications: what was read once, and is not read again."""

from __future__ import annotations

import marshal
from datetime import datetime
from functools import lru_cache

from tellal.build.store import Broken, Store
from tellal.compiler.packing import unpacked
from tellal.domain.editions import Publication
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.searching.findables import Findable
from tellal.site.listings import Listing
from tellal.site.site import Site

AT_HAND = 1000
"""How many publications stay in memory once they were fetched."""
TEXTS_AT_HAND = 100
"""How many texts do: enough for all pages of a publication, which are made one after another."""


class Archive:
    """Fetches publications, texts and listings from a store: a shelf for a site."""

    def __init__(self, store: Store) -> None:
        """Fetch from a store."""
        self.store = store
        self.publication = lru_cache(AT_HAND)(self._publication)
        self.text = lru_cache(TEXTS_AT_HAND)(self._text)
        self.block = lru_cache(AT_HAND)(self._block)

    def turn_to(self, store: Store) -> None:
        """Fetch from another connection to the same store."""
        self.store = store

    def _publication(self, folder: str) -> Publication:
        """Return a publication. Raises KeyError for a folder that is not there."""
        data = self.store.record(folder)
        if data is None:
            raise KeyError(folder)
        publication: Publication = unpacked(data)
        return publication

    def find(self, folder: str) -> Publication | None:
        """Return a publication, None for a folder that is not there."""
        try:
            return self.publication(folder)
        except KeyError:
            return None

    def forget(self) -> None:
        """Fetch everything anew from now on."""
        self.publication.cache_clear()
        self.forget_blocks()

    def forget_blocks(self) -> None:
        """Fetch anew from now on what is filed for the search."""
        self.block.cache_clear()

    def _text(self, digest: str) -> str:
        """Return the HTML of a body. Raises KeyError for one that is not there."""
        html = self.store.body(digest)
        if html is None:
            raise KeyError(digest)
        return html

    def findables(self, folder: str) -> tuple[Findable, ...]:
        """Return what the editions of a publication are found by."""
        return tuple(map(Findable._make, self.store.findables(folder)))

    def _block(self, language: str, month: str) -> dict[int, bytes]:
        """Return what was filed of a month for the search."""
        data = self.store.block(language, month)
        block: dict[int, bytes] = marshal.loads(data) if data else {}
        return block

    def tally(self) -> dict[str, dict[str, int]]:
        """Return how many there are to be found in each month and language."""
        data = self.store.meta("tally")
        tally: dict[str, dict[str, int]] = marshal.loads(data) if data else {}
        return tally

    def listings(self) -> tuple[Listing, ...]:
        """Return the listings of all publications."""
        return tuple(unpacked_listing(data) for data in self.store.listings())

    def office(self) -> Office:
        """Return the office as it was read last."""
        data = self.store.meta("office")
        if data is None:
            raise Broken("there is no office")
        office: Office = unpacked(data)
        return office

    def site(self, as_of: datetime) -> Site:
        """Return the site of all that is in the store."""
        return Site(self.office(), as_of, self.listings(), self)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A shelf with some publications in front of another shelf."""

    publications: dict[str, Publication]
    behind: Archive

    def publication(self, folder: str) -> Publication:
        """Return a publication. Raises KeyError for a folder that is not there."""
        return self.publications.get(folder) or self.behind.publication(folder)

    def text(self, digest: str) -> str:
        """Return the HTML of a body. Raises KeyError for one that is not there."""
        return self.behind.text(digest)

    def findables(self, folder: str) -> tuple[Findable, ...]:
        """Return what the editions of a publication are found by now."""
        return self.behind.findables(folder)

    def block(self, language: str, month: str) -> dict[int, bytes]:
        """Return what is filed of a month for the search now."""
        return self.behind.block(language, month)

    def tally(self) -> dict[str, dict[str, int]]:
        """Return how many there are to be found in each month and language now."""
        return self.behind.tally()


def packed_listing(listing: Listing) -> bytes:
    """Return a listing as bytes; its values are plain, and read much faster so."""
    return marshal.dumps(tuple(listing))


def unpacked_listing(data: bytes) -> Listing:
    """Return the listing of some bytes."""
    return Listing._make(marshal.loads(data))
