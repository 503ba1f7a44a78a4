"""The other forms of a text, on one lean page: for the notice board, for radio, for pasting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tellal.domain.editions import Edition, Publication
from tellal.pages.page import Page, path_of
from tellal.pages.views import FormsView, Link, PublicationView
from tellal.pages.voice import Voice

KINDS = frozenset("release notice invitation conference competition consultation".split())
"""What is read out, posted up and passed on; acts and registers stand where they are."""


def forms_address(publication: Publication, voice: Voice) -> str | None:
    """Return where the other forms of a text are, None for a kind that has none."""
    if publication.kind.name not in KINDS:
        return None
    return voice.addresses.forms(publication, voice.tag)


def _warnings(view: PublicationView) -> Iterator[str]:
    """Yield what must be said of a translation before somebody posts it up or reads it out."""
    if view.outdated:
        yield "outdated_warning"
    if view.machine_translated:
        yield "machine_warning"


def forms_page(
    publication: Publication, edition: Edition, view: PublicationView, voice: Voice
) -> Page | None:
    """Return the page of an edition's other forms; `view` is its own page."""
    address = view.forms
    if address is None:
        return None
    where = partial(voice.addresses.forms, publication)
    languages = voice.addresses_of(publication.editions, where)
    told = FormsView(
        shell=voice.shell(edition.title, address, languages, indexed=False),
        kind=view.kind,
        on=view.on,
        at=view.at,
        summary=view.summary,
        body=view.body,
        links=view.links,
        place=view.common.of("place"),
        facts=view.facts,
        contact=view.contact,
        note=view.common.of("note_to_editors"),
        text=Link(edition.title, view.shell.address),
        host=voice.host,
        short=view.short,
        warnings=tuple(_warnings(view)),
    )
    return Page(path_of(address, voice.addresses.root), "pages/forms.html", told)
