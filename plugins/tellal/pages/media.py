"""The page for the media: whom to ask, what is coming, what to take along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tellal.domain.facts import KIND_OF_COLLECTION
from tellal.pages.lists import day_of, entries_of, everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.photos import pictures_of
from tellal.pages.views import FeedLink, KitLink, MediaContact, MediaView, PhotoOf
from tellal.pages.voice import Voice
from tellal.site.listings import Listing

KITS, PHOTOS = 10, 6
SECTIONS = tuple(KIND_OF_COLLECTION[name] for name in ("releases", "invitations", "conferences"))
"""What the media follow: each has feeds of its own."""
EVENTS = SECTIONS[1:]


def is_for_media(listing: Listing) -> bool:
    """Return whether the page for the media may show a publication."""
    return listing.kind in SECTIONS or bool(listing.photos)


def media_page(voice: Voice) -> Page:
    """Return the page for the media in a language."""
    site, address = voice.site, voice.addresses.media(voice.tag)
    coming = [listing for listing in site.upcoming if listing.kind in EVENTS]
    view = MediaView(
        shell=voice.shell(voice.messages["media"], address, everywhere(voice, "media")),
        contacts=tuple(
            MediaContact(voice.said(one.name), one.phone, one.email)
            for one in site.office.card.media_contacts
        ),
        coming=entries_of(coming, voice),
        kits=tuple(_kits(voice)),
        photos=tuple(islice(_photos(voice), PHOTOS)),
        feeds=tuple(_feeds(voice)),
    )
    return Page(path_of(address, voice.addresses.root), "pages/media.html", view)


def _kits(voice: Voice) -> Iterator[KitLink]:
    site = voice.site
    there = (one for one in site.sections.get(SECTIONS[0], ()) if not site.is_gone(one))
    for listing in islice(there, KITS):
        release = site.whole(listing)
        address = voice.addresses.kit(listing.folder)
        yield KitLink(voice.link_to(release), day_of(release), address)


def _photos(voice: Voice) -> Iterator[PhotoOf]:
    for listing in voice.site.listed:
        if listing.photos and not voice.site.is_gone(listing):
            publication = voice.site.whole(listing)
            for picture in pictures_of(publication, voice):
                yield PhotoOf(picture, voice.link_to(publication))


def _feeds(voice: Voice) -> Iterator[FeedLink]:
    for kind in SECTIONS:
        subject = voice.addresses.feed_of_section(voice.tag, kind)
        listings = voice.site.sections.get(kind, ())
        yield from voice.feeds(subject, voice.section_name(kind), listings)
