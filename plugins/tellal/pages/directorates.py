"""What the page of a directorate has beyond a list: its work by kind, and who presented it when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellal.domain.facts import KINDS
from tellal.pages.lists import entries_of
from tellal.pages.views import KindOfEntries, PresentationRow
from tellal.pages.voice import Voice
from tellal.site.conferences import presentations_in
from tellal.site.listings import Listing, Listings

NEWEST_OF_KIND = 5


def kinds_of_entries(listings: Listings, voice: Voice) -> tuple[KindOfEntries, ...]:
    """Return the newest of each kind, in the order of the menu."""
    groups = ((kind, [one for one in listings if one.kind is kind]) for kind in KINDS)
    return tuple(
        KindOfEntries(kind.collection, entries_of(group[:NEWEST_OF_KIND], voice))
        for kind, group in groups
        if group
    )


def presented_by(
    key: str, listings: Listings, voice: Voice, events: int | None = None
) -> tuple[PresentationRow, ...]:
    """Return who of a directorate presented, newest first; of any other list nobody.

    `events` is how many of its newest events are looked at.
    """
    what, _, which = key.partition("/")
    if what != "directorate":
        return ()
    of_it = [one for one in listings if which in one.presenters]
    rows = _rows(which, of_it[:events], voice)
    return tuple(sorted(rows, key=lambda row: row.starts.timestamp(), reverse=True))


def _rows(directorate: str, events: Iterable[Listing], voice: Voice) -> Iterator[PresentationRow]:
    for shown in presentations_in(voice.site, events):
        presenter = shown.presenter
        if presenter.directorate == directorate:
            yield PresentationRow(
                shown.starts,
                voice.said(presenter.role),
                voice.said(presenter.name) if presenter.name else None,
                voice.link_to(voice.site.shelf.publication(shown.folder)),
            )
