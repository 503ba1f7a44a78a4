"""Site -> Page: which files will exist, each a pure function of its view.

Pages are planned by subject: what they are about, in one language. So a change plans only the
subjects that it can touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tellal.domain.addresses import PARTS, Addresses
from tellal.pages.act_register import acts_table
from tellal.pages.annual import annual_page, data_pages
from tellal.pages.feeds import feed_pages, sitemap_index, sitemap_page
from tellal.pages.lists import home_page
from tellal.pages.page import Page, path_of
from tellal.pages.publications import publication_pages
from tellal.pages.register import register_front, register_part, register_year
from tellal.pages.series import INDEXES, front_page, index_page, month_page, year_page
from tellal.pages.views import ChooserView, ErrorView, FileView
from tellal.pages.voice import Voice
from tellal.site.requests import SECTION as REQUESTS
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


STATIC = Subject("static")
"""The theme's own files, which are no pages."""


def subject_from(text: str) -> Subject:
    """Return the subject that a text from the store names."""
    return Subject(*text.split(" "))


Voices = Mapping[str, Voice]


def voices_of(site: Site, url: str, messages: Mapping[str, dict[str, str]]) -> Voices:
    """Return the voice of each language, in the office's order.

    `url` is the address at which the site will be, `messages` are the plain messages by tag.
    """
    return {
        language.tag: Voice(site, url.rstrip("/"), language.tag, messages[language.tag])
        for language in site.office.languages
    }


def subjects_of(site: Site) -> Iterator[Subject]:
    """Yield everything that the site has pages about."""
    yield Subject("chooser")
    yield Subject("sitemaps")
    act_years = dict.fromkeys(listing.year for listing in site.public if listing.number)
    yield from (Subject("acts", "", "", str(year)) for year in act_years)
    yield from (Subject("files", "", listing.folder) for listing in site.public if listing.files)
    yield from (data_subject(year) for year in site.calendar(REQUESTS))
    for tag in (language.tag for language in site.office.languages):
        yield Subject("home", tag)
        yield Subject("error", tag)
        yield Subject("feed", tag, "all")
        for name in site.series_names:
            yield from series_subjects(site, tag, name)
        yield from (Subject("index", tag, question) for question in INDEXES)
        yield from (Subject("publication", tag, listing.folder) for listing in site.public)
        years = dict.fromkeys((None, *site.mapped(tag)))
        yield from (Subject("sitemap", tag, "", str(year or "")) for year in years)


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


def data_subject(year: int) -> Subject:
    """Return a year of the register of requests as open data."""
    return Subject("data", "", REQUESTS, str(year))


def plan_pages(site: Site, url: str, messages: Mapping[str, dict[str, str]]) -> Iterator[Page]:
    """Yield every page of the site, without what is only copied; no two have the same path."""
    voices = voices_of(site, url, messages)
    for subject in subjects_of(site):
        if subject.what != "files":
            yield from pages_of(subject, voices)


def pages_of(subject: Subject, voices: Voices) -> Iterator[Page]:
    """Yield the pages about a subject, none where there is nothing about it."""
    found: Iterable[Page | None]
    if subject.tag:
        found = PLANNERS[subject.what](voices[subject.tag], subject)
    elif subject.what == "chooser":
        found = [_chooser(voices)]
    elif subject.what == "files":
        found = _files(next(iter(voices.values())).site, subject.name)
    elif subject.what == "acts":
        found = [acts_table(next(iter(voices.values())), int(subject.when))]
    elif subject.what == "data":
        found = data_pages(next(iter(voices.values())), int(subject.when))
    else:
        found = sitemap_index(tuple(voices.values()))
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


def _files(site: Site, folder: str) -> Iterator[Page]:
    """Yield each file beside a text, which has one address for all languages."""
    listing = site.by_folder.get(folder)
    if listing and not site.is_gone(listing):
        for file in site.whole(listing).files:
            path = Addresses().file(folder, file.name).lstrip("/")
            yield Page(path, "copy", FileView(file.path, file.digest))


def _year_of(subject: Subject) -> int | None:
    return int(subject.when) if subject.when else None


FRONTS = {REQUESTS: register_front}
YEARS = {REQUESTS: register_year}
"""Registers, which have fronts and years of their own."""
PLANNERS: Mapping[str, Callable[[Voice, Subject], Iterable[Page | None]]] = {
    "home": lambda voice, _: [home_page(voice)],
    "error": lambda voice, _: [_error_page(voice)],
    "front": lambda voice, subject: _series(FRONTS.get(subject.name, front_page), voice, subject),
    "year": lambda voice, subject: _series(YEARS.get(subject.name, year_page), voice, subject),
    "part": lambda voice, subject: [register_part(voice, subject.name, int(subject.when))],
    "annual": lambda voice, subject: [annual_page(voice, int(subject.when))],
    "month": lambda voice, subject: _series(month_page, voice, subject),
    "index": lambda voice, subject: [index_page(voice, subject.name)],
    "publication": _publication,
    "feed": _feed,
    "sitemap": lambda voice, subject: [sitemap_page(voice, _year_of(subject))],
}


def _chooser(voices: Voices) -> Page:
    """Return the front door, where every language is named in itself."""
    first = next(iter(voices.values()))
    names = tuple(
        (voice.tag, voice.language.native, voice.place.home, voice.place.municipality)
        for voice in voices.values()
    )
    homes = {voice.tag: voice.place.home for voice in voices.values()}
    view = ChooserView(
        root=first.addresses.root,
        canonical=f"{first.host}{first.addresses.chooser()}",
        names=names,
        alternates=first.alternates(homes),
    )
    return Page("index.html", "pages/chooser.html", view)


def _error_page(voice: Voice) -> Page:
    languages = {
        language.tag: voice.addresses.error(language.tag)
        for language in voice.site.office.languages
    }
    address = voice.addresses.error(voice.tag)
    shell = voice.shell(voice.messages["error_title"], address, languages, indexed=False)
    return Page(path_of(address, voice.addresses.root), "pages/error.html", ErrorView(shell))
