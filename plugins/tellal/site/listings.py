"""Publication -> Listing: what the site must know of every publication to answer its questions.

A listing is small and plain, so that all of an archive are loaded in no time while the
publications themselves stay on their shelf.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import NamedTuple

from tellal.domain.editions import Publication
from tellal.domain.facts import KIND_OF_COLLECTION, Act, Gathering, Kind, Presenter
from tellal.domain.languages import language_of
from tellal.domain.links import ACT, citation_of, target_of
from tellal.domain.office import Office
from tellal.domain.records import values_of
from tellal.domain.values import Reference
from tellal.reading.slugs import slug_of
from tellal.site.occasions import occasions_of
from tellal.site.phases import Phase, phases_of, seconds
from tellal.site.states import moment_of

RELATIONS = {
    "amends": "amended_by",
    "repeals": "repealed_by",
    "session": "minutes",
    "decided_in": "decisions",
    "approved_in": "approved",
    "adopted_as": "outcome",
    "supersedes": "superseded_by",
    "withdrawn.replaced_by": "replaces",
}


UNDATED = "0000-00"
"""The month of standing pages, which have none."""


class Listing(NamedTuple):
    """What lists, menus, relations and maps know of a publication, in plain values.

    `issued` and `public_from` (seconds) put lists in order. `tags` are (slug, text) pairs, `slugs`
    (tag of the language, slug) of each edition, `mentions` (key by which it is named back, folder)
    of each publication that it names. `starts` and `closes` are seconds and the ordinal of a day,
    `changed` the ordinal of the day of its last change. `files` says how many lie beside it,
    `linked` that it names anything at all. `event_at` (seconds, 0 where nobody said it) is what the
    office's delay is counted from. `standings` are (tag, standing, since) of each edition; `since`
    are the seconds at which it was there, 0 where nobody said it of a translation. `titles` are
    (tag, title) of each edition. Of the `photos` some are `undescribed` in the language of an
    edition. `number` is how citations name an act ("" for what is none), `cites` the acts that the
    texts cite. `occasions` are (what, ordinal of a day) of all that stands in calendars,
    `presenters` the directorates of those who present, once each, "" for one of none. `matters`
    are the folders that its facts name: what belongs to the same matter.
    """

    folder: str
    issued: str
    public_from: int
    phases: tuple[Phase, ...]
    directorate: str | None
    tags: tuple[tuple[str, str], ...]
    slugs: tuple[tuple[str, str], ...]
    mentions: tuple[tuple[str, str], ...]
    starts: int
    closes: int
    menu: int | None
    changed: int | None
    files: int
    linked: bool
    event_at: int
    standings: tuple[tuple[str, str, int], ...]
    original: str
    titles: tuple[tuple[str, str], ...]
    photos: int
    undescribed: int
    number: str
    cites: tuple[str, ...]
    occasions: tuple[tuple[str, int], ...]
    presenters: tuple[str, ...]
    matters: tuple[str, ...]

    @property
    def directorates(self) -> tuple[str, ...]:
        """Return whose work it is: of the directorate that it names, and of those who present."""
        named = (self.directorate, *self.presenters)
        return tuple(dict.fromkeys(key for key in named if key))

    @property
    def reference(self) -> Reference:
        """Return the publication's name for ever."""
        return Reference(self.folder)

    @property
    def kind(self) -> Kind:
        """Return the kind, which the collection says."""
        return KIND_OF_COLLECTION[self.folder.partition("/")[0]]

    @property
    def is_dated(self) -> bool:
        """Return whether lists may show it; standing pages have no date."""
        return not self.folder.startswith("pages/")

    @property
    def year_and_month(self) -> str:
        """Return the month of issue (`2019-09`), or that of what has none."""
        return month_of(self.folder)

    @property
    def on(self) -> date:
        """Return the day of issue, of what is dated."""
        return _day_of(self.folder)

    @property
    def year(self) -> int:
        """Return the year of issue, of what is dated."""
        return _day_of(self.folder).year

    @property
    def month(self) -> int:
        """Return the month of issue, of what is dated."""
        return _day_of(self.folder).month


@lru_cache(maxsize=65_536)
def _day_of(folder: str) -> date:
    """Return the day that a folder names; all of an archive are asked for again and again."""
    _, year, rest = folder.split("/", 2)
    return date(int(year), int(rest[:2]), int(rest[3:5]))


Listings = tuple[Listing, ...]


def month_of(folder: str) -> str:
    """Return the month of a folder (`2019-09`), or that of what has none."""
    collection, year, *rest = folder.split("/", 2)
    return f"{year}-{rest[0][:2]}" if collection != "pages" else UNDATED


def listing_of(publication: Publication, office: Office, zone: tzinfo) -> Listing:
    """Return what the site must know of a publication; the office's periods turn its states."""
    common, facts = publication.common, publication.facts
    starts = moment_of(facts)
    menu: int | None = getattr(facts, "menu", None)
    days = [common.date, *(revision.on for revision in common.revisions)]
    known = [on for on in days if on]
    mentions = tuple(_mentions(publication))
    return Listing(
        folder=publication.reference.folder,
        issued=_issued(publication),
        public_from=seconds(publication.public_from(zone)),
        phases=phases_of(publication, office, zone),
        directorate=common.directorate,
        tags=tuple(_tags_of(publication)),
        slugs=tuple((edition.tag, edition.slug) for edition in publication.editions),
        mentions=mentions,
        starts=seconds(starts) if starts else 0,
        closes=closing_day(publication).toordinal(),
        menu=menu,
        changed=max(known).toordinal() if known else None,
        files=len(publication.files),
        linked=bool(mentions) or any(edition.body.links for edition in publication.editions),
        event_at=seconds(common.event_at) if common.event_at else 0,
        standings=tuple(_standings_of(publication, zone)),
        original=publication.original,
        titles=tuple((edition.tag, edition.title) for edition in publication.editions),
        photos=len(common.photos),
        undescribed=undescribed_in(publication),
        number=_number_of(publication),
        cites=tuple(dict.fromkeys(_citations(publication))),
        occasions=occasions_of(facts, zone),
        presenters=tuple(dict.fromkeys(one.directorate or "" for one in _presenters(publication))),
        matters=tuple(dict.fromkeys(_matters(publication))),
    )


def _matters(publication: Publication) -> Iterator[str]:
    """Yield each folder that the facts name, but for the publication's own."""
    for record in (publication.facts, publication.common):
        for _, reference in values_of(record, Reference):
            if reference != publication.reference:
                yield reference.folder


def _presenters(publication: Publication) -> tuple[Presenter, ...]:
    facts = publication.facts
    return facts.presenters if isinstance(facts, Gathering) else ()


def undescribed_in(publication: Publication) -> int:
    """Return how many photos are not described in the language of one of the editions."""
    written = {language_of(edition.tag).written for edition in publication.editions}
    photos = publication.common.photos
    return sum(not written <= {language for language, _ in photo.alt.pairs} for photo in photos)


def closing_day(publication: Publication) -> date:
    """Return the day on which something open closes."""
    facts = publication.facts
    last = getattr(facts, "closes", None) or getattr(facts, "until", None)
    return last.date() if isinstance(last, datetime) else last or date.max


def _number_of(publication: Publication) -> str:
    """Return how citations name an act, "" for what is none."""
    number = publication.common.number
    is_act = isinstance(publication.facts, Act) and number
    return citation_of(publication.kind.name, number or "") if is_act else ""


def _citations(publication: Publication) -> Iterator[str]:
    for edition in publication.editions:
        for citation in edition.body.citations:
            yield citation.removeprefix(ACT).partition("#")[0]


def _standings_of(publication: Publication, zone: tzinfo) -> Iterator[tuple[str, str, int]]:
    """Yield of each edition what it is, and since when."""
    first = seconds(publication.public_from(zone))
    own = language_of(publication.original).written
    for edition in publication.editions:
        since = seconds(edition.translated_at) if edition.translated_at else 0
        if language_of(edition.tag).written == own:
            since = first
        yield edition.tag, edition.standing.value, since


def _tags_of(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the slug and the text of each tag; the slug is the same in every language."""
    for tag in publication.common.tags:
        yield slug_of(tag, publication.original), tag


def _issued(publication: Publication) -> str:
    clock = publication.common.time
    on = publication.reference.date or date.min
    return f"{on} {clock.isoformat() if clock else ''}"


def _mentions(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield each folder that a publication names, with the key under which it is named back."""
    stated = set()
    for record in (publication.facts, publication.common):
        for key, reference in values_of(record, Reference):
            stated.add(reference.folder)
            yield RELATIONS.get(key, "mentioned_in"), reference.folder
    own = publication.reference.folder
    for edition in publication.editions:
        for link in edition.body.links:
            target = target_of(publication.reference, link)
            if target.folder not in stated and target.folder != own:
                key = "mentioned_in" if target.file is None else "uses"
                yield key, target.folder
