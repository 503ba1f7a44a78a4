"""Feeds and sitemaps: what machines read, with the same words and links as the pages."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from tellal.domain.addresses import FEEDS
from tellal.domain.editions import Edition, Publication
from tellal.pages.page import Page, path_of
from tellal.pages.parts import body_links, rendered_by
from tellal.pages.series import tag_name
from tellal.pages.views import (
    Enclosure,
    FeedItem,
    FeedView,
    MappedPage,
    SitemapIndexView,
    SitemapView,
)
from tellal.pages.voice import Voice
from tellal.site.site import tags_of

NEWEST = 20


def feed_pages(voice: Voice) -> Iterator[Page]:
    """Yield the feeds of the office, of each section and of each directorate, in three forms."""
    site, addresses, tag = voice.site, voice.addresses, voice.tag
    yield from _feed(voice, "all", None, site.listed)
    for kind in voice.kinds:
        subject = addresses.feed_of_section(tag, kind)
        yield from _feed(voice, subject, voice.section_name(kind), site.sections[kind])
    for key, publications in sorted(site.directorates.items()):
        name = voice.plain(site.office.directorates[key])  # type: ignore[index]
        yield from _feed(voice, addresses.feed_of_directorate(tag, key), name, publications)


def _feed(
    voice: Voice, subject: str, name: str | None, publications: Iterable[Publication]
) -> Iterator[Page]:
    """Yield a feed in each form; none while nothing of it is in this language."""
    items = tuple(_newest(voice, publications))
    if not items:
        return
    for form in FEEDS:
        address = voice.addresses.feed(voice.tag, subject, form)
        view = FeedView(
            tag=voice.tag,
            office=voice.place.office,
            municipality=voice.place.municipality,
            subject=name,
            identity=_identity(voice, f"feed {voice.tag} {subject}"),
            host=voice.host,
            home=f"{voice.host}{voice.place.home}",
            url=f"{voice.host}{address}",
            updated=max(item.updated for item in items),
            items=items,
        )
        yield Page(path_of(address, voice.addresses.root), f"feed.{form}", view)


def _newest(voice: Voice, publications: Iterable[Publication]) -> Iterator[FeedItem]:
    fed = (publication for publication in publications if voice.is_fed(publication))
    for publication in islice(fed, NEWEST):
        edition = publication.edition(voice.tag)
        if edition:
            yield _item(voice, publication, edition)


def _item(voice: Voice, publication: Publication, edition: Edition) -> FeedItem:
    published = publication.public_from(voice.site.as_of.tzinfo)
    return FeedItem(
        identity=_identity(voice, f"{voice.tag} {publication.reference.folder}"),
        title=edition.title,
        url=f"{voice.host}{voice.addresses.publication(publication, voice.tag)}",
        summary=edition.summary,
        body=edition.body.digest,
        links=body_links(publication, edition, voice),
        published=published,
        updated=_updated(publication, edition, published),
        tags=tuple(tag_name(voice, slug) for slug, _ in tags_of(publication)),
        enclosures=tuple(_enclosures(voice, publication)),
    )


def _updated(publication: Publication, edition: Edition, published: datetime) -> datetime:
    """Return the moment of the last correction that this edition renders, minor ones aside."""
    rendered = rendered_by(edition, publication.common)
    days = [revision.on for revision in rendered if not revision.minor]
    moments = [datetime.combine(on, time(), tzinfo=published.tzinfo) for on in days]
    return max([published, *moments])


def _identity(voice: Voice, name: str) -> str:
    """Return a name that stays when titles, slugs or the host change, and that no other has."""
    municipality = voice.site.office.card.municipality.pairs[0][1]
    return uuid5(NAMESPACE_URL, f"{municipality} {name}").urn


def _enclosures(voice: Voice, publication: Publication) -> Iterator[Enclosure]:
    files = {file.name: file for file in publication.files}
    for photo in publication.common.photos:
        address = voice.addresses.file(publication.reference.folder, photo.file)
        media_type = mimetypes.guess_type(photo.file)[0] or "application/octet-stream"
        yield Enclosure(f"{voice.host}{address}", media_type, files[photo.file].size_bytes)


def sitemap_pages(voices: tuple[Voice, ...]) -> Iterator[Page]:
    """Yield a sitemap per language and year, so that an addition changes one, and an index."""
    sitemaps = []
    for voice in voices:
        by_year: dict[int | None, list[MappedPage]] = {None: [_mapped_home(voice)]}
        for publication in voice.site.publications:
            if voice.is_fed(publication):
                on = publication.reference.date
                page = _mapped(voice, publication)
                by_year.setdefault(on.year if on else None, []).append(page)
        for year, pages in by_year.items():
            address = voice.addresses.sitemap(voice.tag, year)
            sitemaps.append(f"{voice.host}{address}")
            view = SitemapView(tuple(pages))
            yield Page(path_of(address, voice.addresses.root), "sitemap", view)
    index = f"{voices[0].url}/sitemap.xml"
    listing = SitemapIndexView(index, tuple(sitemaps))
    yield Page("sitemap.xml", "sitemap_index", listing)
    yield Page("robots.txt", "robots", listing)


def _mapped_home(voice: Voice) -> MappedPage:
    languages = voice.site.office.languages
    homes = {language.tag: voice.addresses.home(language.tag) for language in languages}
    return MappedPage(f"{voice.host}{voice.place.home}", None, voice.alternates(homes))


def _mapped(voice: Voice, publication: Publication) -> MappedPage:
    there = {
        edition.tag: voice.addresses.publication(publication, edition.tag)
        for edition in publication.editions
    }
    days = [publication.common.date, *(r.on for r in publication.common.revisions)]
    known = [on for on in days if on]
    url = f"{voice.host}{there[voice.tag]}"
    return MappedPage(url, max(known) if known else None, voice.alternates(there))
