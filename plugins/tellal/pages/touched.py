"""What a change can touch: subjects, rather too many than one too few; keys decide what is made.

Two sites are compared, as it was and as it is, around the publications that are not the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from tellal.domain.editions import Body, Publication
from tellal.pages.feeds import NEWEST
from tellal.pages.lists import LATEST
from tellal.pages.series import INDEXES
from tellal.pages.subjects import (
    Subject,
    counting_subjects,
    data_subject,
    register_subjects,
    series_subjects,
    subjects_of,
)
from tellal.pages.touched_months import beside_months, calendar_with
from tellal.pages.voice import Voices
from tellal.site.acts import AMENDED, REPEALED
from tellal.site.listings import Listing
from tellal.site.requests import KIND as REQUEST
from tellal.site.site import Listings, Site

FRONTS = ("home", "calendar")
"""Pages that show what is coming and what is open."""


def face_of(publication: Publication | None) -> object:
    """Return all that other pages may show of a publication: everything but its texts."""
    if publication is None:
        return None
    editions = tuple(
        replace(edition, body=_without_text(edition.body), path="", link_lines=())
        for edition in publication.editions
    )
    return replace(publication, editions=editions, lines=())


def _without_text(body: Body) -> Body:
    return replace(body, digest="")


def showing(site: Site, texts: Mapping[str, Iterable[str]]) -> set[Subject]:
    """Return the subjects that show the texts of some publications, in some languages each."""
    touch = Touch(site, site)
    return {
        one
        for folder, tags in texts.items()
        for one in touch.about(folder, () if _is_act(site, folder) else tuple(tags))
    }


def _is_act(site: Site, folder: str) -> bool:
    """Return whether the text of a publication stands beside another one of it."""
    listing = site.by_folder.get(folder)
    return listing is not None and bool(listing.number)


def touched(old: Voices, new: Voices, faces: Collection[str]) -> set[Subject]:
    """Return the subjects whose pages may differ where `faces` are the folders that changed.

    Both sites say what came of them.
    """
    touch = Touch(_site(old), _site(new))
    if _shared(old) != _shared(new):
        return {*subjects_of(touch.old), *subjects_of(touch.new)}
    around = {subject for folder in faces for subject in touch.around(folder)}
    return around | set(touch.refed(faces)) | set(touch.everywhere())


def _site(voices: Voices) -> Site:
    return next(iter(voices.values())).site


def _shared(voices: Voices) -> list[object]:
    """Return what all pages of each language share, or may name at any place."""
    return [
        (voice.place, voice.main_feeds, voice.site.directorates.keys()) for voice in voices.values()
    ]


@dataclass(frozen=True)
class Touch:
    """Compares two sites of one office, which may be the same one."""

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

    def feeds(self, folder: str, tags: tuple[str, ...]) -> Iterator[Subject]:
        """Yield the feeds of some languages that carry a publication, in one site or the other."""
        for site in self.sites:
            listing = site.by_folder.get(folder)
            names = ("all", *series_with(listing)) if listing else ()
            for name in (name for name in names if not name.startswith("tag/")):
                listings = site.listed if name == "all" else site.series(name)
                for tag in tags:
                    if listing in site.newest_fed(listings, tag, NEWEST):
                        yield Subject("feed", tag, name)

    def about(self, folder: str, tags: tuple[str, ...] = ()) -> Iterator[Subject]:
        """Yield what shows the text of a publication, in all languages or in some."""
        tags = tags or self.tags
        yield from (Subject("publication", tag, folder) for tag in tags)
        yield Subject("files", "", folder)
        yield from self.feeds(folder, tags)

    def around(self, folder: str) -> Iterator[Subject]:
        """Yield what may show anything of a publication."""
        yield from self.about(folder)
        for other in self._neighbours(folder):
            yield from self.about(other)
        for one in (folder, *self._reached(folder), *self._swayed(folder)):
            yield from self._listing(one)
        for site in self.sites:
            yield from calendar_with(site, folder, self.tags)

    def _listing(self, folder: str) -> Iterator[Subject]:
        """Yield what lists a publication, with its state."""
        for site in self.sites:
            if listing := site.by_folder.get(folder):
                yield from self._lists(listing)
                yield from self._counts(listing)
        if any(folder in self._front(site) for site in self.sites):
            yield from (Subject(front, tag) for tag in self.tags for front in FRONTS)

    def _swayed(self, folder: str) -> Iterator[str]:
        """Yield whose state in lists another publication makes: minutes that it approved."""
        for site in self.sites:
            yield from (o.folder for key, o in site.mentioned.get(folder, ()) if key == "approved")

    def _reached(self, folder: str) -> set[str]:
        """Return the acts whose state a publication makes: those that it amends or repeals."""
        named = (site.by_folder.get(folder) for site in self.sites)
        return {
            other
            for listing in named
            if listing
            for key, other in listing.mentions
            if key in (AMENDED, REPEALED)
        }

    def _neighbours(self, folder: str) -> Iterator[str]:
        """Yield who names a publication, and whom it names.

        Citations of acts go by numbers; minutes show whom their session names.
        """
        for site in self.sites:
            for _, other in site.mentioned.get(folder, ()):
                yield other.folder
                if other.kind.name == "session":
                    yield from self._minutes(site, other.folder)
            if listing := site.by_folder.get(folder):
                yield from (other for _, other in listing.mentions)
                yield from self._citing(listing)

    def _citing(self, listing: Listing) -> Iterator[str]:
        """Yield who cites an act, who has its number too, and what a publication itself cites."""
        for site in self.sites:
            for cited in (listing.number, *listing.cites):
                yield from (other.folder for other in site.numbered.get(cited, ()))
            yield from (other.folder for other in site.citing.get(listing.number, ()))

    def _minutes(self, site: Site, session: str) -> Iterator[str]:
        named = site.mentioned.get(session, ())
        yield from (other.folder for key, other in named if key == "minutes")

    def _lists(self, listing: Listing) -> Iterator[Subject]:
        """Yield the lists and maps in which a publication stands."""
        year = str(listing.year) if listing.is_dated else ""
        if listing.number:
            yield Subject("acts", "", "", year)
        is_request = listing.kind is REQUEST
        if is_request:
            yield data_subject(listing.year)
        for tag in self.tags:
            yield Subject("sitemap", tag, "", year)
            if is_request:
                yield from register_subjects(tag, listing.year)
            for name in series_with(listing):
                yield Subject("front", tag, name)
                yield Subject("year", tag, name, year)
                if name.startswith("section/"):
                    yield Subject("month", tag, name, f"{year}-{listing.month:02}")

    def _counts(self, listing: Listing) -> Iterator[Subject]:
        """Yield what counts a publication: in its year, and around it where its facts have days."""
        if not listing.is_dated:
            return
        around = 0 if listing.kind.name in ("release", "notice") else 1
        years = range(listing.year - around, listing.year + around + 1)
        for tag in self.tags:
            yield Subject("parity", tag)
            yield Subject("parity", tag, "", str(listing.year))
            yield from (Subject("statistics", tag, "", str(year)) for year in years)

    def _front(self, site: Site) -> set[str]:
        """Return the folders of what the front page shows."""
        shown: tuple[Listings, ...] = (site.upcoming, site.open_now, site.latest(LATEST))
        return {listing.folder for listings in shown for listing in listings}

    def refed(self, folders: Iterable[str]) -> Iterator[Subject]:
        """Yield all pages of the lists that got a feed in a language, or have none any more."""
        known = (site.by_folder.get(folder) for folder in folders for site in self.sites)
        names = {name for listing in known if listing for name in series_with(listing)}
        for name in sorted(names):
            for tag in self.tags:
                if len({_is_fed(site, name, tag) for site in self.sites}) > 1:
                    for site in self.sites:
                        yield from series_subjects(site, tag, name)

    def everywhere(self) -> Iterator[Subject]:
        """Yield what lists of lists show, and what names a tag that is called differently now."""
        if self.old.series_names != self.new.series_names:
            for tag in self.tags:
                yield from (Subject("index", tag, question) for question in INDEXES)
        if any(list(self.old.mapped(tag)) != list(self.new.mapped(tag)) for tag in self.tags):
            yield Subject("sitemaps")
        if self.old.years != self.new.years:
            for tag in self.tags:
                yield from (one for s in self.sites for one in counting_subjects(s, tag))
        for slug in self._renamed():
            yield from self._tagged(slug)
        yield from beside_months(self.old, self.new, self.tags)

    def _renamed(self) -> set[str]:
        old, new = self.old.tag_names, self.new.tag_names
        return {slug for slug in {*old, *new} if old.get(slug) != new.get(slug)}

    def _tagged(self, slug: str) -> Iterator[Subject]:
        """Yield what names a tag."""
        for site in self.sites:
            for listing in site.known:
                if any(slug == one for one, _ in listing.tags):
                    yield from self.about(listing.folder)
            for tag in self.tags:
                yield Subject("front", tag, f"tag/{slug}")
                yield Subject("index", tag, "tags")
                years = site.calendar(f"tag/{slug}")
                yield from (Subject("year", tag, f"tag/{slug}", str(year)) for year in years)


def _is_fed(site: Site, name: str, tag: str) -> bool:
    """Return whether a list has anything for its feeds in a language."""
    return any(site.is_fed(listing, tag) for listing in site.series(name))


def series_with(listing: Listing) -> Iterator[str]:
    """Yield the names of the lists in which a publication stands, or would if it were listed."""
    if listing.is_dated:
        yield f"section/{listing.kind.collection}"
        yield from (f"directorate/{key}" for key in listing.directorates)
        yield from (f"tag/{slug}" for slug in dict.fromkeys(slug for slug, _ in listing.tags))
