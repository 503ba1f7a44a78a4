"""Two sites of one office, as it was and as it is, around which a change is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tellal.domain.swift_dataclasses import dataclass
from tellal.site.listings import Listing
from tellal.site.site import Site


@dataclass(frozen=True)
class Sides:
    """The site as it was and as it is, which may be the same one."""

    old: Site
    new: Site

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Return the sites, once where there is one."""
        return (self.old,) if self.old is self.new else (self.old, self.new)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Return the tags of the languages."""
        return tuple(language.tag for language in self.new.office.languages)

    def listings(self, folder: str) -> Iterator[Listing]:
        """Yield what is public of a folder, of each side where it is."""
        for site in self.sites:
            if listing := site.by_folder.get(folder):
                yield listing


def series_with(listing: Listing) -> Iterator[str]:
    """Yield the names of the lists in which a publication stands, or would if it were listed."""
    if listing.is_dated:
        yield f"section/{listing.kind.collection}"
        yield from (f"directorate/{key}" for key in listing.directorates)
        yield from (f"tag/{slug}" for slug in dict.fromkeys(slug for slug, _ in listing.tags))
