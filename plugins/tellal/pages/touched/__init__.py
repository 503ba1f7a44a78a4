"""What a change can touch: subjects, rather too many than one too few; keys decide what is made.

Two sites are compared, as it was and as it is, around the publications that are not the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from tellal.pages.subjects import Subject, subjects_of
from tellal.pages.touched.everywhere import everywhere, refed
from tellal.pages.touched.lists import listing_it
from tellal.pages.touched.months import calendar_with
from tellal.pages.touched.neighbours import neighbours, swayed
from tellal.pages.touched.sides import Sides
from tellal.pages.touched.texts import about
from tellal.pages.voice import Voices
from tellal.site.site import Site
from tellal.site.threads import on_threads_with


def showing(site: Site, texts: Mapping[str, Iterable[str]]) -> set[Subject]:
    """Return the subjects that show the texts of some publications, in some languages each."""
    sides = Sides(site, site)
    return {
        one
        for folder, tags in texts.items()
        for one in about(sides, folder, () if _is_act(site, folder) else tuple(tags))
    }


def _is_act(site: Site, folder: str) -> bool:
    """Return whether the text of a publication stands beside another one of it."""
    listing = site.by_folder.get(folder)
    return listing is not None and bool(listing.number)


def touched(old: Voices, new: Voices, folders: Collection[str]) -> set[Subject]:
    """Return the subjects whose pages may differ where some folders show another face now.

    Both sites say what came of them.
    """
    sides = Sides(_site(old), _site(new))
    if _shared(old) != _shared(new):
        return {*subjects_of(sides.old), *subjects_of(sides.new)}
    beside = {subject for folder in folders for subject in around(sides, folder)}
    return beside | set(refed(sides, folders)) | set(everywhere(sides))


def _site(voices: Voices) -> Site:
    return next(iter(voices.values())).site


def _shared(voices: Voices) -> list[object]:
    """Return what all pages of each language share, or may name at any place."""
    return [
        (voice.place, voice.main_feeds, voice.site.directorates.keys()) for voice in voices.values()
    ]


def around(sides: Sides, folder: str) -> Iterator[Subject]:
    """Yield what may show anything of a publication."""
    yield from about(sides, folder)
    for other in set(neighbours(sides, folder)):
        yield from about(sides, other)
    for site in sides.sites:
        for other in on_threads_with(site, folder):
            yield from (Subject("publication", tag, other) for tag in sides.tags)
    for one in {folder, *swayed(sides, folder)}:
        yield from listing_it(sides, one)
    for site in sides.sites:
        yield from calendar_with(site, folder, sides.tags)
