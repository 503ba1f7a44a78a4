"""Publications -> what other sites show of their pages: a photo, or a card that is drawn.

Cards with the title are drawn from a day on that the office names, since each language has its
own; all others share one of their kind. So what a page shows never depends on what is newer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tellal.domain.editions import Edition, Publication
from tellal.domain.sizes import CARD
from tellal.pages.page import Page, path_of
from tellal.pages.photos import first_card
from tellal.pages.views import Card, CardView
from tellal.pages.voice import SITE_CARD, Voice
from tellal.site.site import Site

ARTICLE = "article"


def card_of_publication(publication: Publication, edition: Edition, voice: Voice) -> Card:
    """Return what other sites show of an edition."""
    if photo := first_card(publication):
        file, size = photo
        address = voice.addresses.size(publication.reference.folder, file.name, size)
        alt = voice.plain(publication.common.photos[0].alt)
        return Card(f"{voice.host}{address}", size.width, size.height, alt, ARTICLE)
    if has_title(publication.reference.date, voice.site):
        address = voice.addresses.card(voice.tag, publication.reference.folder)
        return Card(f"{voice.host}{address}", *CARD, edition.title, ARTICLE)
    return replace(voice.card_of_kind(publication.kind), form=ARTICLE)


def has_title(on: date | None, site: Site) -> bool:
    """Return whether what was issued on a day has a card of its own, where it has no photo."""
    since = site.office.card.titled_cards_from
    return since is not None and on is not None and on >= since


def card_page(publication: Publication, voice: Voice) -> Page | None:
    """Return the card of an edition, None where there is none or where a photo is in its place."""
    edition = publication.edition(voice.tag)
    on = publication.reference.date
    if edition is None or first_card(publication) or not has_title(on, voice.site):
        return None
    return _page(
        voice,
        publication.reference.folder,
        kind=publication.kind.name,
        title=edition.title,
        on=publication.common.date,
    )


def shared_cards(voice: Voice) -> Iterator[Page]:
    """Yield the card of the site, and that of each kind of which there is something."""
    yield _page(voice, SITE_CARD)
    for kind in voice.kinds:
        yield _page(voice, kind.name, kind=kind.name)


def _page(
    voice: Voice,
    name: str,
    kind: str | None = None,
    title: str | None = None,
    on: date | None = None,
) -> Page:
    place = voice.place
    view = CardView(
        tag=voice.tag,
        municipality=place.municipality,
        office=place.office,
        kind=kind,
        title=title,
        on=on,
    )
    return Page(path_of(voice.addresses.card(voice.tag, name), voice.addresses.root), "card", view)
