"""Everything public as of a moment. It is asked, not walked: pages know these questions only.

All answers come from the listings of all publications; whole publications are fetched one by one,
where a page shows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import Any

from tellal.domain.editions import Publication
from tellal.domain.facts import KIND_OF_COLLECTION, KINDS, Kind
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass
from tellal.site.listings import Listing, Listings, listing_of
from tellal.site.mentions import Mentions, grouped
from tellal.site.occasions import Dated, Month, months_of
from tellal.site.phases import CALENDAR, EXPIRED, OPEN, UPCOMING
from tellal.site.shelf import Memory

Calendar = Mapping[int, Mapping[int, Sequence[Listing]]]


@dataclass(frozen=True)
class Site(Mentions):
    """What may be seen as of a moment, in all the lists that show it."""

    @cached_property
    def listed(self) -> Listings:
        """Return what lists show, newest first: dated, and not past its time on the site."""
        letters = self.letters
        return tuple(
            listing
            for listing in self.public
            if listing.is_dated and EXPIRED not in letters[listing.folder]
        )

    @cached_property
    def sections(self) -> dict[Kind, Listings]:
        """Return the lists of the sections that have something to show."""
        return grouped((listing.kind, listing) for listing in self.listed)

    @cached_property
    def directorates(self) -> dict[str, Listings]:
        """Return the lists of the directorates that have something to show."""
        return grouped((key, one) for one in self.listed for key in one.directorates)

    @cached_property
    def tags(self) -> dict[str, Listings]:
        """Return the lists of the tags, by the slug of the tag."""
        return grouped(
            (slug, listing)
            for listing in self.listed
            for slug in dict.fromkeys(slug for slug, _ in listing.tags)
        )

    def series(self, name: str) -> Listings:
        """Return a list by its name: `section/<collection>`, `directorate/<key>`, `tag/<slug>`."""
        what, _, which = name.partition("/")
        if what == "section":
            return self.sections.get(KIND_OF_COLLECTION[which], ())
        return (self.directorates if what == "directorate" else self.tags).get(which, ())

    @cached_property
    def series_names(self) -> tuple[str, ...]:
        """Return the names of all lists that have something to show."""
        return (
            *(f"section/{kind.collection}" for kind in KINDS if kind in self.sections),
            *(f"directorate/{key}" for key in sorted(self.directorates)),
            *(f"tag/{slug}" for slug in sorted(self.tags)),
        )

    def calendar(self, name: str) -> Calendar:
        """Return a list by year and month, in its order."""
        known = self._calendars
        if name not in known:
            calendar: dict[int, dict[int, list[Listing]]] = {}
            for listing in self.series(name):
                year = calendar.setdefault(listing.year, {})
                year.setdefault(listing.month, []).append(listing)
            known[name] = calendar
        return known[name]

    @cached_property
    def _calendars(self) -> dict[str, Calendar]:
        return {}

    @cached_property
    def tag_names(self) -> dict[str, str]:
        """Return each tag as first written, by its slug."""
        names: dict[str, str] = {}
        for listing in reversed(self.listed):
            for slug, text in listing.tags:
                names.setdefault(slug, text)
        return names

    @cached_property
    def pages(self) -> Listings:
        """Return the standing pages, those with a place in the menu first, in its order."""
        undated = (listing for listing in self.public if not listing.is_dated)
        return tuple(sorted(undated, key=_menu_place))

    @cached_property
    def upcoming(self) -> Listings:
        """Return the events to come, the next one first."""
        events = (one for one in self.listed if UPCOMING in self.letters[one.folder])
        return tuple(sorted(events, key=lambda one: (one.starts, one.folder)))

    @cached_property
    def open_now(self) -> Listings:
        """Return the competitions, consultations and notices that are open, by their last day."""
        opened = (one for one in self.listed if OPEN in self.letters[one.folder])
        return tuple(sorted(opened, key=lambda one: (one.closes, one.folder)))

    @cached_property
    def months(self) -> Mapping[Month, Sequence[Dated]]:
        """Return by year and month the days that calendars have; what is gone has none."""
        return months_of(
            (one.folder, one.occasions) for one in self.listed if not self.is_gone(one)
        )

    @cached_property
    def has_calendar(self) -> bool:
        """Return whether `months` has any; every page asks, few need the months themselves."""
        return any(one.occasions and not self.is_gone(one) for one in self.listed)

    @cached_property
    def subscribed(self) -> Listings:
        """Return what the calendar to subscribe to has, cancelled and withdrawn ones too."""
        kept = (one for one in self.public if CALENDAR in self.letters[one.folder])
        return tuple(sorted(kept, key=lambda one: (one.occasions[0][1], one.folder)))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Return the years in which something was published, the first one first."""
        return tuple(sorted({listing.year for listing in self.public if listing.is_dated}))

    @cached_property
    def counted(self) -> dict[object, Any]:
        """Return what was counted over many publications once, for whoever asks again."""
        return {}

    def latest(self, count: int) -> Listings:
        """Return the newest that are still there and stand in no other list of the front page."""
        shown = {one.folder for one in (*self.upcoming, *self.open_now)}
        rest = (one for one in self.listed if one.folder not in shown and not self.is_gone(one))
        return tuple(islice(rest, count))

    def newest_fed(self, listings: Listings, tag: str, count: int) -> Listings:
        """Return the newest of a list that feeds of a language carry."""
        return tuple(islice((one for one in listings if self.is_fed(one, tag)), count))

    def mapped(self, tag: str) -> Mapping[int | None, Sequence[Listing]]:
        """Return by year what sitemaps of a language list; standing pages have no year."""
        return self._mapped.get(tag, {})

    @cached_property
    def _mapped(self) -> dict[str, dict[int | None, list[Listing]]]:
        found: dict[str, dict[int | None, list[Listing]]] = defaultdict(dict)
        for listing in self.public:
            year = listing.year if listing.is_dated else None
            for tag, _ in listing.slugs if not self.is_gone(listing) else ():
                found[tag].setdefault(year, []).append(listing)
        return found


def build_site(
    publications: Iterable[Publication], office: Office, as_of: datetime, texts: Mapping[str, str]
) -> Site:
    """Return the site of some publications; the order in which they come is no matter."""
    by_folder = {publication.reference.folder: publication for publication in publications}
    zone = as_of.tzinfo
    if zone is None:
        raise ValueError("the moment has no time zone")
    known = tuple(listing_of(publication, office, zone) for publication in by_folder.values())
    return Site(office, as_of, known, Memory(by_folder, texts))


def _menu_place(listing: Listing) -> tuple[int, str]:
    return (listing.menu if listing.menu is not None else 10**9), listing.folder
