"""A release whole, in one file for the media: its texts in all languages, and its photos."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.editions import Edition, Publication
from tellal.domain.facts import KIND_OF_COLLECTION
from tellal.domain.languages import language_of
from tellal.pages.facts import Teller
from tellal.pages.page import Page, path_of
from tellal.pages.parts import body_links
from tellal.pages.views import FormsView, KitPhoto, KitText, KitView, Link, Shell
from tellal.pages.voice import Voice, Voices
from tellal.site.states import is_gone

RELEASE = KIND_OF_COLLECTION["releases"]


def kit_address(publication: Publication, voice: Voice) -> str | None:
    """Return where all of a release is in one file, None for anything else."""
    folder = publication.reference.folder
    return voice.addresses.kit(folder) if publication.kind == RELEASE else None


def kit_page(publication: Publication, voices: Voices) -> Page | None:
    """Return the kit of a release, None for anything else and for what is gone."""
    first = next(iter(voices.values()))
    if publication.kind != RELEASE or is_gone(publication, first.site.as_of):
        return None
    texts = (
        KitText(language_of(edition.tag).address, _text(publication, edition, voices[edition.tag]))
        for edition in publication.editions
    )
    view = KitView(tuple(texts), tuple(_photos(publication, voices)))
    address = first.addresses.kit(publication.reference.folder)
    return Page(path_of(address, first.addresses.root), "kit", view)


def _text(publication: Publication, edition: Edition, voice: Voice) -> FormsView:
    """Return an edition as plain text and simple HTML show it."""
    teller, common = Teller(voice, publication), publication.common
    address = voice.addresses.publication(publication, edition.tag)
    known = teller.record(common)
    return FormsView(
        shell=Shell(
            place=voice.place, title=edition.title, address=address, canonical=voice.host + address
        ),
        kind=publication.kind.name,
        on=common.date,
        at=common.time,
        summary=edition.summary,
        body=edition.body.digest,
        links=body_links(publication, edition, voice),
        place=known.of("place"),
        facts=teller.record(publication.facts),
        contact=teller.record(common.contact) if common.contact else None,
        note=known.of("note_to_editors"),
        text=Link(edition.title, address),
        host=voice.host,
    )


def _photos(publication: Publication, voices: Voices) -> Iterator[KitPhoto]:
    """Yield the photos, each with what must be said of it in the languages of the texts."""
    files = {file.name: file for file in publication.files}
    for photo in publication.common.photos:
        told = []
        for edition in publication.editions:
            voice = voices[edition.tag]
            words = (photo.caption, photo.alt) if photo.caption else (photo.alt,)
            said = ". ".join(voice.plain(one).rstrip(".") for one in words)
            by = f"{voice.messages['photo_by']}: {voice.plain(photo.credit)}"
            licence = f"{voice.messages['licence']}: {voice.plain(photo.licence)}"
            told.append(f"[{language_of(edition.tag).address}] {said}. {by}. {licence}.")
        file = files[photo.file]
        yield KitPhoto(photo.file, file.path, file.digest, tuple(told))
