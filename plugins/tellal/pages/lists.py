"""Lists: a publication in a list, and the front page of a language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tellal.domain.editions import Publication
from tellal.pages.emergencies import holding_emergency
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    Entry,
    HomeView,
    Said,
)
from tellal.pages.voice import Voice
from tellal.site.listings import Listing
from tellal.site.standing import state_in
from tellal.site.states import is_gone, last_day_of, moment_of

LATEST = 12


def entry_of(publication: Publication, voice: Voice) -> Entry:
    """Return a publication as a list shows it."""
    edition = publication.edition(voice.tag)
    address, _ = voice.address_of(publication)
    gone = is_gone(publication, voice.site.as_of)
    return Entry(
        kind=publication.kind.name,
        title=voice.title_of(publication),
        address=address,
        on=day_of(publication),
        summary=Said(edition.summary) if edition and edition.summary and not gone else None,
        only_in=None if edition else publication.original,
        state=state_in(voice.site, publication),
        moment=moment_of(publication.facts),
        last_day=last_day_of(publication.facts),
    )


def day_of(publication: Publication) -> date:
    """Return the day of issue."""
    on = publication.common.date or publication.reference.date
    if on is None:
        raise ValueError(f"{publication.reference} has no day")
    return on


def entries_of(listings: Iterable[Listing], voice: Voice) -> tuple[Entry, ...]:
    """Return publications as a list shows them, in their order."""
    return tuple(entry_of(voice.site.whole(listing), voice) for listing in listings)


def home_page(voice: Voice) -> Page:
    """Return the front page of a language."""
    site, address = voice.site, voice.place.home
    shell = voice.shell(voice.place.office, address, everywhere(voice, "home"))
    view = HomeView(
        shell=holding_emergency(shell, voice),
        upcoming=entries_of(site.upcoming, voice),
        open_now=entries_of(site.open_now, voice),
        latest=entries_of(site.latest(LATEST), voice),
    )
    return Page(path_of(address, voice.addresses.root), "pages/home.html", view)


def everywhere(voice: Voice, question: str, *arguments: object) -> dict[str, str]:
    """Return the same list's address in every language of the office."""
    return {
        language.tag: getattr(voice.addresses, question)(language.tag, *arguments)
        for language in voice.site.office.languages
    }
