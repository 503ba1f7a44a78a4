"""The page at a short address: where somebody arrives who typed it, or scanned it, from paper."""

from __future__ import annotations

from tellal.domain.editions import Publication
from tellal.pages.page import Page, path_of
from tellal.pages.views import ShortView
from tellal.pages.voice import Voice, Voices


def short_url(publication: Publication, voice: Voice) -> str | None:
    """Return the whole short address of a publication, without "/" at its end, if it has one."""
    address = voice.addresses.short(publication.reference)
    return f"{voice.host}{address.rstrip('/')}" if address and voice.host else None


def short_page(publication: Publication, voices: Voices) -> Page | None:
    """Return the page that leads on to the languages of a publication, each by its title."""
    first = next(iter(voices.values()))
    address = first.addresses.short(publication.reference)
    if address is None:
        return None
    names = tuple(
        (
            voice.tag,
            voice.language.native,
            voice.addresses.publication(publication, voice.tag),
            voice.title_of(publication).text,
        )
        for voice in voices.values()
        if publication.edition(voice.tag)
    )
    original = first.addresses.publication(publication, publication.original)
    view = ShortView(
        root=first.addresses.root,
        canonical=f"{first.host}{original}",
        municipality=first.place.municipality,
        names=names,
    )
    return Page(path_of(address, first.addresses.root), "pages/short.html", view)
