"""What a site has pages about: subjects, so that a change plans only those that it can touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tellal.domain.addresses import PARTS
from tellal.pages.cards import has_title
from tellal.pages.kits import RELEASE
from tellal.pages.series import INDEXES
from tellal.site.alphabets import letters_in
from tellal.site.listings import Listing
from tellal.site.occasions import Month
from tellal.site.requests import SECTION as REQUESTS
from tellal.site.segments import SEGMENTS, layout_of
from tellal.site.site import Site


class Subject(NamedTuple):
    """What some pages are about. `tag` is their language, "" for what has none.

    `name` is a folder, a series or an index; `when` a year, or a year and a month (`2019-09`).
    """

    what: str
    tag: str = ""
    name: str = ""
    when: str = ""

    def __str__(self) -> str:
        """Return the subject as the store keeps it."""
        return " ".join(self).rstrip()


def shard_subject(language: str, segment: str, bucket: int) -> Subject:
    """Return a bucket of the index of a written language."""
    return Subject("shard", "", f"{language}/{segment}", str(bucket))


STATIC = Subject("static")
"""The theme's own files, which are no pages."""


def subject_from(text: str) -> Subject:
    """Return the subject that a text from the store names."""
    return Subject(*text.split(" "))


def subjects_of(site: Site) -> Iterator[Subject]:
    """Yield everything that the site has pages about."""
    yield Subject("chooser")
    yield Subject("sitemaps")
    act_years = dict.fromkeys(listing.year for listing in site.public if listing.number)
    yield from (Subject("acts", "", "", str(year)) for year in act_years)
    yield from (Subject("short", "", one.folder) for one in site.public if one.is_dated)
    for folder in (listing.folder for listing in site.public if listing.files):
        yield Subject("files", "", folder)
        yield Subject("sizes", "", folder)
    yield from (data_subject(year) for year in site.calendar(REQUESTS))
    yield from index_subjects(site)
    yield from (kit_subject(one.folder) for one in site.public if one.kind is RELEASE)
    for tag in (language.tag for language in site.office.languages):
        yield Subject("home", tag)
        yield Subject("error", tag)
        yield Subject("search", tag)
        yield Subject("rules", tag)
        yield Subject("accessibility", tag)
        yield Subject("emergency", tag)
        yield Subject("offline", tag)
        yield Subject("media", tag)
        yield Subject("gone", tag)
        yield Subject("verification", tag)
        yield Subject("feed", tag, "all")
        for name in site.series_names:
            yield from series_subjects(site, tag, name)
        yield from (Subject("index", tag, question) for question in INDEXES)
        yield from calendar_subjects(site.months, tag)
        yield from counting_subjects(site, tag)
        yield from (Subject("publication", tag, listing.folder) for listing in site.public)
        yield Subject("cards", tag)
        yield from (card_subject(tag, one.folder) for one in site.public if _is_titled(one, site))
        years = dict.fromkeys((None, *site.mapped(tag)))
        yield from (Subject("sitemap", tag, "", str(year or "")) for year in years)


def alarmed(tags: Iterable[str]) -> Iterator[Subject]:
    """Yield what holds an emergency, or brings it to every page."""
    yield Subject("chooser")
    for tag in tags:
        yield from (Subject(what, tag) for what in ("home", "error", "emergency"))


def series_subjects(site: Site, tag: str, name: str) -> Iterator[Subject]:
    """Yield what a series has pages about: its front, its years and months, its feeds."""
    yield Subject("front", tag, name)
    if not name.startswith("tag/"):
        yield Subject("feed", tag, name)
    for year, months in site.calendar(name).items():
        yield Subject("year", tag, name, str(year))
        if name.startswith("section/"):
            yield from (Subject("month", tag, name, f"{year}-{month:02}") for month in months)
        if name == REQUESTS:
            yield from register_subjects(tag, year)


def register_subjects(tag: str, year: int) -> Iterator[Subject]:
    """Yield what a year of the register of requests has pages about, besides its lists."""
    yield Subject("annual", tag, REQUESTS, str(year))
    yield from (Subject("part", tag, key, str(year)) for key in PARTS)


def kit_subject(folder: str) -> Subject:
    """Return the kit of a release."""
    return Subject("kit", "", folder)


def data_subject(year: int) -> Subject:
    """Return a year of the register of requests as open data."""
    return Subject("data", "", REQUESTS, str(year))


def _is_titled(listing: Listing, site: Site) -> bool:
    return has_title(listing.reference.date, site)


def card_subject(tag: str, folder: str) -> Subject:
    """Return the card of a publication in a language."""
    return Subject("card", tag, folder)


def calendar_subjects(months: Iterable[Month], tag: str) -> Iterator[Subject]:
    """Yield what the calendar has pages about: its front, its file, and some months."""
    yield Subject("calendar", tag)
    yield Subject("calendar_file", tag)
    yield from (Subject("calendar", tag, "", f"{year}-{month:02}") for year, month in months)


def counting_subjects(site: Site, tag: str) -> Iterator[Subject]:
    """Yield what counts the site: parity and statistics, in all and by year."""
    for what in ("parity", "statistics"):
        yield from (Subject(what, tag, "", when) for when in ("", *map(str, site.years)))


def index_subjects(site: Site) -> Iterator[Subject]:
    """Yield what the index that browsers search in has files about."""
    layout = layout_of(site)
    for (language, segment), count in layout.buckets.items():
        yield from (shard_subject(language, segment, bucket) for bucket in range(count))
    yield from (Subject("months", "", segment) for segment in SEGMENTS)
    years = dict.fromkeys(listing.year for listing in site.public if listing.number)
    yield from (Subject("states", "", "", str(year)) for year in years)
    for tag in (language.tag for language in site.office.languages):
        yield from (Subject("found", tag, "", month) for month in site.findable)
        for year in site.years:
            yield Subject("letters", tag, "", str(year))
            yield from (Subject("letter", tag, s, str(year)) for s in letters_in(site, tag, year))
