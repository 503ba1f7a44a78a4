"""Site -> Page: which files will exist, each a pure function of its view.

Pages are planned by subject: what they are about, in one language. So a change plans only the
subjects that it can touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tellal.domain.addresses import Addresses
from tellal.pages.accessibility import accessibility_page
from tellal.pages.act_register import acts_table
from tellal.pages.annual import annual_page, data_pages
from tellal.pages.calendar import calendar_pages
from tellal.pages.calendar_file import calendar_file
from tellal.pages.cards import card_page, shared_cards
from tellal.pages.doors import chooser_page, error_page
from tellal.pages.emergencies import emergency_files
from tellal.pages.feeds import feed_pages, sitemap_index, sitemap_page
from tellal.pages.kits import kit_page
from tellal.pages.lists import home_page
from tellal.pages.media import media_page
from tellal.pages.offline import gone_list, offline_pages
from tellal.pages.page import Page
from tellal.pages.parity import parity_pages, parity_year
from tellal.pages.photos import size_pages
from tellal.pages.publications import publication_pages
from tellal.pages.register import register_front, register_part, register_year
from tellal.pages.searching.door import open_search, search_page
from tellal.pages.searching.letters import letters_page
from tellal.pages.searching.scripts import (
    found_page,
    months_page,
    rules_page,
    shard_page,
    states_page,
)
from tellal.pages.series import front_page, index_page, month_page, year_page
from tellal.pages.short import short_page
from tellal.pages.statistics import statistics_index, statistics_pages
from tellal.pages.subjects import Subject, subjects_of
from tellal.pages.verification import verification_page
from tellal.pages.views import FileView
from tellal.pages.voice import Voice, Voices, voices_of
from tellal.site.requests import SECTION as REQUESTS
from tellal.site.site import Site


def plan_pages(site: Site, url: str, messages: Mapping[str, dict[str, str]]) -> Iterator[Page]:
    """Yield every page of the site, without files and pictures; no two have the same path."""
    voices = voices_of(site, url, messages)
    for subject in subjects_of(site):
        if subject.what not in COPIED:
            yield from pages_of(subject, voices)


def pages_of(subject: Subject, voices: Voices) -> Iterator[Page]:
    """Yield the pages about a subject, none where there is nothing about it."""
    if subject.tag:
        found = IN_ONE_LANGUAGE[subject.what](voices[subject.tag], subject)
    else:
        found = IN_ALL_LANGUAGES[subject.what](voices, subject)
    yield from (page for page in found if page is not None)


def _series(make: Callable[..., Page], voice: Voice, subject: Subject) -> Iterator[Page]:
    """Yield the page of a series as far as it still has something to show then."""
    calendar = voice.site.calendar(subject.name)
    when = [int(part) for part in subject.when.split("-") if part]
    there = bool(calendar)
    if when:
        there = when[0] in calendar and all(month in calendar[when[0]] for month in when[1:])
    if there:
        yield make(voice, subject.name, *when)


def _publication(voice: Voice, subject: Subject) -> Iterator[Page]:
    publication = voice.site.get(subject.name)
    if publication:
        yield from publication_pages(publication, voice)


def _feed(voice: Voice, subject: Subject) -> Iterator[Page]:
    if subject.name == "all" or voice.site.series(subject.name):
        yield from feed_pages(voice, subject.name)


def _files(voices: Voices, subject: Subject) -> Iterator[Page]:
    """Yield each file beside a text, which has one address for all languages."""
    site, folder = _first(voices).site, subject.name
    listing = site.by_folder.get(folder)
    if listing and not site.is_gone(listing):
        for file in site.whole(listing).files:
            path = Addresses().file(folder, file.name).lstrip("/")
            yield Page(path, "copy", FileView(file.path, file.digest))


def _sizes(voices: Voices, subject: Subject) -> Iterator[Page]:
    """Yield the pictures beside a text in the sizes in which they are shown."""
    site = _first(voices).site
    listing = site.by_folder.get(subject.name)
    if listing and listing.files and not site.is_gone(listing):
        yield from size_pages(site.whole(listing))


def _short(voices: Voices, subject: Subject) -> Iterator[Page | None]:
    """Yield the page at the short address, which stays when its publication is gone."""
    publication = _first(voices).site.get(subject.name)
    if publication:
        yield short_page(publication, voices)


def _card(voice: Voice, subject: Subject) -> Iterator[Page | None]:
    """Yield the card of a publication that is not gone."""
    listing = voice.site.by_folder.get(subject.name)
    if listing and not voice.site.is_gone(listing):
        yield card_page(voice.site.whole(listing), voice)


def _kit(voices: Voices, subject: Subject) -> Iterable[Page | None]:
    publication = _first(voices).site.get(subject.name)
    return [kit_page(publication, voices)] if publication else []


def _parity(voice: Voice, subject: Subject) -> Iterable[Page | None]:
    year = _year_of(subject)
    return [parity_year(voice, year)] if year else parity_pages(voice)


def _statistics(voice: Voice, subject: Subject) -> Iterable[Page | None]:
    year = _year_of(subject)
    return statistics_pages(voice, year) if year else [statistics_index(voice)]


def _year_of(subject: Subject) -> int | None:
    return int(subject.when) if subject.when else None


def _first(voices: Voices) -> Voice:
    """Return the voice of the office's first language, which speaks in open data."""
    return next(iter(voices.values()))


COPIED = ("files", "sizes", "card", "cards")
"""Subjects that have files and pictures, and no page."""
FRONTS = {REQUESTS: register_front}
YEARS = {REQUESTS: register_year}
"""Registers, which have fronts and years of their own."""

IN_ALL_LANGUAGES: Mapping[str, Callable[[Voices, Subject], Iterable[Page | None]]] = {
    "chooser": lambda voices, _: [chooser_page(voices)],
    "files": _files,
    "sizes": _sizes,
    "short": _short,
    "kit": _kit,
    "acts": lambda voices, subject: [acts_table(_first(voices), int(subject.when))],
    "data": lambda voices, subject: data_pages(_first(voices), int(subject.when)),
    "shard": lambda voices, subject: [shard_page(_first(voices), subject)],
    "months": lambda voices, subject: [months_page(_first(voices), subject)],
    "states": lambda voices, subject: [states_page(_first(voices), subject)],
    "sitemaps": lambda voices, _: sitemap_index(tuple(voices.values())),
}
"""Who plans a subject that belongs to no language."""

IN_ONE_LANGUAGE: Mapping[str, Callable[[Voice, Subject], Iterable[Page | None]]] = {
    "home": lambda voice, _: [home_page(voice)],
    "error": lambda voice, _: [error_page(voice)],
    "search": lambda voice, _: [search_page(voice), open_search(voice)],
    "rules": lambda voice, _: [rules_page(voice)],
    "found": lambda voice, subject: [found_page(voice, subject)],
    "letters": lambda voice, subject: [letters_page(voice, subject)],
    "letter": lambda voice, subject: [letters_page(voice, subject)],
    "accessibility": lambda voice, _: [accessibility_page(voice)],
    "emergency": lambda voice, _: emergency_files(voice),
    "media": lambda voice, _: [media_page(voice)],
    "offline": lambda voice, _: offline_pages(voice),
    "gone": lambda voice, _: [gone_list(voice)],
    "front": lambda voice, subject: _series(FRONTS.get(subject.name, front_page), voice, subject),
    "year": lambda voice, subject: _series(YEARS.get(subject.name, year_page), voice, subject),
    "part": lambda voice, subject: [register_part(voice, subject.name, int(subject.when))],
    "annual": lambda voice, subject: [annual_page(voice, int(subject.when))],
    "month": lambda voice, subject: _series(month_page, voice, subject),
    "index": lambda voice, subject: [index_page(voice, subject.name)],
    "calendar": lambda voice, subject: calendar_pages(voice, subject.when),
    "calendar_file": lambda voice, _: calendar_file(voice),
    "publication": _publication,
    "card": _card,
    "cards": lambda voice, _: shared_cards(voice),
    "feed": _feed,
    "parity": _parity,
    "statistics": _statistics,
    "verification": lambda voice, _: [verification_page(voice)],
    "sitemap": lambda voice, subject: [sitemap_page(voice, _year_of(subject))],
}
"""Who plans a subject in its language."""
