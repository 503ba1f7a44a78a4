"""What things are called in one language, and where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from urllib.parse import urlsplit

from tellal.domain.addresses import Addresses
from tellal.domain.editions import Edition, Publication
from tellal.domain.facts import Kind
from tellal.domain.languages import Language, language_of
from tellal.domain.office import Duty
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Words
from tellal.pages.views import Link, Said
from tellal.reading.transliteration import in_script, is_cyrillic
from tellal.site.site import Site
from tellal.site.states import has_expired


@dataclass(frozen=True)
class Wording:
    """Says in one language what things are called, and where they are.

    `url` is the site's address, without "/" at its end; `messages` are the catalogue's plain
    messages of the language, for names that stand in views; `hubs` whom feeds name as those who
    tell of news.
    """

    site: Site
    url: str
    tag: str
    messages: dict[str, str]
    hubs: tuple[str, ...] = ()

    @cached_property
    def language(self) -> Language:
        """Return the language of this voice."""
        return language_of(self.tag)

    @cached_property
    def host(self) -> str:
        """Return scheme and host, without the path under which the site lives."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @cached_property
    def addresses(self) -> Addresses:
        """Return the addresses under the site's path."""
        return Addresses(urlsplit(self.url).path.rstrip("/"))

    @cached_property
    def at_hand(self) -> dict[object, object]:
        """Return what was put together once and is asked for by many pages, by its name."""
        return {}

    # --- words ---

    def said(self, words: Words) -> Said:
        """Return the words in this language, or in the one they were given, marked."""
        written = self.language.written
        given = dict(words.pairs)
        if written not in given and len(words.pairs) == 1:
            known = self.site.office.names.get(words.pairs[0][1])
            given = dict(known.pairs) if known else given
        if written in given:
            return Said(in_script(given[written], self.tag))
        language, text = words.pairs[0]
        return Said(text, _tag_of(language, text))

    def plain(self, words: Words) -> str:
        """Return the words without a mark of their language."""
        return self.said(words).text

    def title_of(self, publication: Publication) -> Said:
        """Return the title in this language, else that of the original, marked.

        Of what has expired not even the title is told, since it may name a person.
        """
        if has_expired(publication, self.site.as_of):
            return Said(self.messages[f"kind_{publication.kind.name}"])
        edition = publication.edition(self.tag)
        if edition:
            return Said(edition.title)
        return Said(publication.first.title, publication.original)

    def section_name(self, kind: Kind) -> str:
        """Return the name of a section."""
        return self.messages[f"section_{kind.collection}"]

    # --- links ---

    def addresses_of(
        self, editions: Iterable[Edition], address: Callable[[str], str]
    ) -> dict[str, str]:
        """Return by tag the addresses of a page that editions have, in the site's order."""
        tags = {edition.tag for edition in editions}
        known = (language.tag for language in self.site.office.languages)
        return {tag: address(tag) for tag in known if tag in tags}

    def has_page(self, publication: Publication, tag: str | None = None) -> bool:
        """Return whether a publication has a page in a language: its edition, or the honest one."""
        language = language_of(tag or self.tag)
        if publication.edition(language.tag):
            return True
        duty = self.site.office.duty_of(publication.kind.name, language.written)
        return duty is not Duty.OPTIONAL

    def address_of(self, publication: Publication) -> tuple[str, str | None]:
        """Return the page to link to, and the tag of its language where it is another one."""
        if self.has_page(publication):
            return self.addresses.publication(publication, self.tag), None
        original = publication.original
        return self.addresses.publication(publication, original), original

    def link_to(self, publication: Publication) -> Link:
        """Return a link to a publication, in this language as far as there is one."""
        address, _ = self.address_of(publication)
        title = self.title_of(publication)
        return Link(title.text, address, title.lang)


def _tag_of(language: str, text: str) -> str:
    if language == "sr":
        return "sr-Cyrl" if is_cyrillic(text) else "sr-Latn"
    return language
