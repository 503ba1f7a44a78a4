"""Pictures beside a text -> what pages show of them, and the files of their sizes."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.addresses import Addresses
from tellal.domain.editions import Attached, Publication
from tellal.domain.links import target_of
from tellal.domain.sizes import (
    MEDIA_TYPES,
    OLD_FORM,
    SMALL_FORMS,
    Size,
    card_of,
    is_sized,
    sizes_in,
    sizes_of,
)
from tellal.pages.page import Page
from tellal.pages.views import Picture, Sized, SizeView
from tellal.pages.voice import Voice


def pictures_of(publication: Publication, voice: Voice) -> tuple[Picture, ...]:
    """Return the photos, each with the words that it may not appear without."""
    if not publication.common.photos:
        return ()
    files = {file.name: file for file in publication.files}
    folder = publication.reference.folder
    return tuple(
        Picture(
            sized=sized(files[photo.file], folder, voice.addresses),
            original=voice.addresses.file(folder, photo.file),
            extension=photo.file.rpartition(".")[2].upper(),
            width=files[photo.file].width or 0,
            height=files[photo.file].height or 0,
            size_bytes=files[photo.file].size_bytes,
            alt=voice.said(photo.alt),
            credit=voice.said(photo.credit),
            licence=voice.said(photo.licence),
            caption=voice.said(photo.caption) if photo.caption else None,
        )
        for photo in publication.common.photos
    )


def sized(file: Attached, folder: str, addresses: Addresses) -> Sized:
    """Return a picture as a browser may choose it; a small one is shown as it is."""
    width, height = file.width or 0, file.height or 0
    if not is_sized(width):
        return Sized(addresses.file(folder, file.name), width, height)

    def address(size: Size) -> str:
        return addresses.size(folder, file.name, size)

    sources = []
    for form in SMALL_FORMS:
        sizes = sizes_in(form, width, height)
        srcset = ", ".join(f"{address(size)} {size.width}w" for size in sizes)
        sources.append((MEDIA_TYPES[form], srcset))
    (shown,) = sizes_in(OLD_FORM, width, height)
    return Sized(address(shown), shown.width, shown.height, tuple(sources))


def sized_in_text(publication: Publication, name: str, addresses: Addresses) -> Sized | None:
    """Return what a picture is shown as that a text names, None for another file."""
    for file in publication.files:
        if file.name == name and file.width:
            return sized(file, publication.reference.folder, addresses)
    return None


def first_card(publication: Publication) -> tuple[Attached, Size] | None:
    """Return the photo that stands for a publication on other sites, and how it is cut there."""
    for photo in publication.common.photos[:1]:
        for file in publication.files:
            if file.name == photo.file and file.width and file.height:
                size = card_of(file.width, file.height)
                return (file, size) if size else None
    return None


def size_pages(publication: Publication) -> Iterator[Page]:
    """Yield each picture that a page shows in each of its sizes, and the card of the first."""
    card = first_card(publication)
    shown = _shown(publication)
    for file in publication.files:
        if file.name in shown and file.width and file.height:
            sizes = sizes_of(file.width, file.height)
            for size in (*sizes, card[1]) if card and card[0] is file else sizes:
                view = SizeView(file.path, file.digest, file.width, file.height, size)
                path = Addresses().size(publication.reference.folder, file.name, size).lstrip("/")
                yield Page(path, "size", view)


def _shown(publication: Publication) -> set[str]:
    """Return the files that are shown as photos, or named by a text beside which they lie."""
    shown: set[str] = {photo.file for photo in publication.common.photos}
    for edition in publication.editions:
        for link in edition.body.links:
            target = target_of(publication.reference, link)
            if target.file and target.folder == publication.reference.folder:
                shown.add(target.file)
    return shown
