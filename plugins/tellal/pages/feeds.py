"""Feeds and sitemaps: what machines read, with the same words and links as the pages."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from tellal.domain.addresses import FEEDS
from tellal.domain.editions import Edition, Publication
from tellal.pages.page import Page, path_of
from tellal.pages.parts import body_links, rendered_by, tags_of
from tellal.pages.series import series_of, tag_name
from tellal.pages.views import (
    Enclosure,
    FeedItem,
    FeedView,
    MappedPage,
    SitemapIndexView,
    SitemapView,
)
from tellal.pages.voice import Voice
from tellal.site.listings import Listing, Listings

NEWEST = 20


def feed_pages(voice: Voice, name: str) -> Iterator[Page]:
    """Yield a feed in each form: of a series, or of everything (`all`).

    There is none while nothing of it is in this language.
    """
    site = voice.site
    if name == "all":
        subject, title, listings = "all", None, site.listed
    else:
        series = series_of(voice, name)
        subject, title, listings = series.feed or "", series.name, series.listings
    newest = site.newest_fed(listings, voice.tag, NEWEST)
    items = tuple(_items(voice, newest))
    if not items:
        return
    for form in FEEDS:
        address = voice.addresses.feed(voice.tag, subject, form)
        view = FeedView(
            tag=voice.tag,
            office=voice.place.office,
            municipality=voice.place.municipality,
            subject=title,
            identity=identity_of(voice, f"feed {voice.tag} {subject}"),
            host=voice.host,
            home=f"{voice.host}{voice.place.home}",
            url=f"{voice.host}{address}",
            updated=max(item.updated for item in items),
            items=items,
            hubs=voice.hubs,
        )
        yield Page(path_of(address, voice.addresses.root), f"feed.{form}", view)


def _items(voice: Voice, listings: Listings) -> Iterator[FeedItem]:
    for listing in listings:
        publication = voice.site.whole(listing)
        edition = publication.edition(voice.tag)
        if edition:
            yield _item(voice, publication, edition)


def _item(voice: Voice, publication: Publication, edition: Edition) -> FeedItem:
    published = publication.public_from(voice.site.as_of.tzinfo)
    return FeedItem(
        identity=identity_of(voice, f"{voice.tag} {publication.reference.folder}"),
        title=edition.title,
        url=f"{voice.host}{voice.addresses.publication(publication, voice.tag)}",
        summary=edition.summary,
        body=edition.body.digest,
        links=body_links(publication, edition, voice),
        published=published,
        updated=_updated(publication, edition, published),
        tags=tuple(tag_name(voice, slug) for slug, _ in tags_of(publication, voice)),
        enclosures=tuple(_enclosures(voice, publication)),
    )


def _updated(publication: Publication, edition: Edition, published: datetime) -> datetime:
    """Return the moment of the last correction that this edition renders, minor ones aside."""
    rendered = rendered_by(edition, publication.common)
    days = [revision.on for revision in rendered if not revision.minor]
    moments = [datetime.combine(on, time(), tzinfo=published.tzinfo) for on in days]
    return max([published, *moments])


def identity_of(voice: Voice, name: str) -> str:
    """Return a name that stays when titles, slugs or the host change, and that no other has."""
    municipality = voice.site.office.card.municipality.pairs[0][1]
    return uuid5(NAMESPACE_URL, f"{municipality} {name}").urn


def _enclosures(voice: Voice, publication: Publication) -> Iterator[Enclosure]:
    files = {file.name: file for file in publication.files}
    for photo in publication.common.photos:
        address = voice.addresses.file(publication.reference.folder, photo.file)
        media_type = mimetypes.guess_type(photo.file)[0] or "application/octet-stream"
        yield Enclosure(f"{voice.host}{address}", media_type, files[photo.file].size_bytes)


def sitemap_page(voice: Voice, year: int | None) -> Page | None:
    """Return the sitemap of a language's year, or of what has no year; None for an empty year."""
    listings = voice.site.mapped(voice.tag).get(year, [])
    pages = [_mapped(voice, listing) for listing in listings]
    if year is None:
        pages.insert(0, _mapped_home(voice))
    if not pages:
        return None
    address = voice.addresses.sitemap(voice.tag, year)
    return Page(path_of(address, voice.addresses.root), "sitemap", SitemapView(tuple(pages)))


def sitemap_index(voices: Sequence[Voice]) -> Iterator[Page]:
    """Yield the list of all sitemaps, which change one by one, and what robots read first."""
    sitemaps = tuple(
        f"{voice.host}{voice.addresses.sitemap(voice.tag, year)}"
        for voice in voices
        for year in dict.fromkeys((None, *voice.site.mapped(voice.tag)))
    )
    listing = SitemapIndexView(f"{voices[0].url}/sitemap.xml", sitemaps)
    yield Page("sitemap.xml", "sitemap_index", listing)
    yield Page("robots.txt", "robots", listing)


def _mapped_home(voice: Voice) -> MappedPage:
    languages = voice.site.office.languages
    homes = {language.tag: voice.addresses.home(language.tag) for language in languages}
    return MappedPage(f"{voice.host}{voice.place.home}", None, voice.alternates(homes))


def _mapped(voice: Voice, listing: Listing) -> MappedPage:
    kind, on = listing.kind, listing.reference.date
    there = {tag: voice.addresses.item(tag, kind, on, slug) for tag, slug in listing.slugs}
    changed = date.fromordinal(listing.changed) if listing.changed else None
    return MappedPage(f"{voice.host}{there[voice.tag]}", changed, voice.alternates(there))
