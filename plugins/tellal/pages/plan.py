"""Site -> Page: which files will exist, each a pure function of its view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tellal.domain.addresses import Addresses
from tellal.pages.feeds import feed_pages, sitemap_pages
from tellal.pages.lists import home_page
from tellal.pages.page import Page, path_of
from tellal.pages.publications import publication_pages
from tellal.pages.series import (
    directorate_series,
    index_pages,
    section_series,
    series_pages,
    tag_series,
)
from tellal.pages.views import ChooserView, ErrorView
from tellal.pages.voice import Voice
from tellal.site.site import Site
from tellal.site.states import is_gone


def plan_pages(site: Site, url: str, messages: Mapping[str, dict[str, str]]) -> Iterator[Page]:
    """Yield every page of the site; no two have the same path.

    `url` is the address at which the site will be, `messages` are the plain messages by tag.
    """
    voices = tuple(
        Voice(site, url.rstrip("/"), language.tag, messages[language.tag])
        for language in site.office.languages
    )
    yield _chooser(voices)
    for voice in voices:
        yield home_page(voice)
        for series in (*section_series(voice), *directorate_series(voice), *tag_series(voice)):
            yield from series_pages(series, voice)
        yield from index_pages(voice)
        for publication in site.publications:
            yield from publication_pages(publication, voice)
        yield from feed_pages(voice)
        yield _error_page(voice)
    yield from sitemap_pages(voices)


def _chooser(voices: tuple[Voice, ...]) -> Page:
    """Return the front door, where every language is named in itself."""
    first = voices[0]
    names = tuple(
        (voice.tag, voice.language.native, voice.place.home, voice.place.municipality)
        for voice in voices
    )
    homes = {voice.tag: voice.place.home for voice in voices}
    view = ChooserView(
        root=first.addresses.root,
        canonical=f"{first.host}{first.addresses.chooser()}",
        names=names,
        alternates=first.alternates(homes),
    )
    return Page("index.html", "pages/chooser.html", view)


def _error_page(voice: Voice) -> Page:
    languages = {
        language.tag: voice.addresses.error(language.tag)
        for language in voice.site.office.languages
    }
    address = voice.addresses.error(voice.tag)
    shell = voice.shell(voice.messages["error_title"], address, languages, indexed=False)
    return Page(path_of(address, voice.addresses.root), "pages/error.html", ErrorView(shell))


def files_of(site: Site) -> Iterator[tuple[str, str]]:
    """Yield each file beside a text: its path in the output, and in the content folder."""
    addresses = Addresses()
    for publication in site.publications:
        if not is_gone(publication, site.as_of):
            for file in publication.files:
                path = addresses.file(publication.reference.folder, file.name)
                yield path.lstrip("/"), file.path
