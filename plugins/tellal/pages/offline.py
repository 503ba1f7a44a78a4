"""What a browser keeps: the page for times without a network, the manifest, what it must forget."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import GoneListView, ManifestView, OfflineView
from tellal.pages.voice import Voice


def offline_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page that is shown without a network, and the manifest of a language."""
    addresses, place = voice.addresses, voice.place
    address = addresses.offline(voice.tag)
    languages = everywhere(voice, "offline")
    shell = voice.shell(voice.messages["offline_title"], address, languages, indexed=False)
    yield Page(path_of(address, addresses.root), "pages/offline.html", OfflineView(shell))
    manifest = ManifestView(
        tag=voice.tag,
        name=f"{place.municipality} – {place.office}",
        short_name=place.municipality,
        home=place.home,
        root=place.root,
    )
    yield Page(path_of(addresses.manifest(voice.tag), addresses.root), "manifest", manifest)


def gone_list(voice: Voice) -> Page:
    """Return below which addresses nothing may be kept any more: texts and files that are gone."""
    site, addresses = voice.site, voice.addresses
    places = []
    for listing in site.public:
        if site.is_gone(listing):
            slug = dict(listing.slugs).get(voice.tag, listing.reference.short_name)
            on = listing.reference.date
            places.append(addresses.item(voice.tag, listing.kind, on, slug))
            short = addresses.short(listing.reference)
            places += [short] if short else []
            places += [addresses.file(listing.folder, "")] if listing.files else []
    path = path_of(addresses.gone(voice.tag), addresses.root)
    return Page(path, "gone_list", GoneListView(tuple(places)))
