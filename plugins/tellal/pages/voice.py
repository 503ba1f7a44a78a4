"""The site in one language: its words, links and the shell around every page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from tellal.domain.addresses import Addresses
from tellal.domain.editions import Publication
from tellal.domain.facts import KINDS, Kind
from tellal.domain.languages import Language, language_of
from tellal.domain.office import Duty
from tellal.domain.values import Words
from tellal.pages.views import (
    Alternate,
    ContactDetails,
    FeedLink,
    LanguageLink,
    Link,
    Place,
    Said,
    Shell,
)
from tellal.reading.transliteration import in_script, is_cyrillic
from tellal.site.site import Listings, Site
from tellal.site.states import has_expired

MEDIA_TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


@dataclass(frozen=True)
class Voice:
    """Says in one language what a site has. `url` is the site's address, without "/" at its end.

    `say` is the catalogue's plain messages of the language, for names that stand in views.
    """

    site: Site
    url: str
    tag: str
    messages: dict[str, str]

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

    # --- around every page ---

    @cached_property
    def place(self) -> Place:
        """Return what all pages of this language share."""
        card, addresses = self.site.office.card, self.addresses
        return Place(
            tag=self.tag,
            root=addresses.root,
            home=addresses.home(self.tag),
            office=self.plain(card.name),
            municipality=self.plain(card.municipality),
            state=self.plain(card.state),
            sections=tuple(
                Link(self.section_name(kind), addresses.section(self.tag, kind))
                for kind in self.kinds
            ),
            registers=tuple(self._registers()),
            pages=tuple(
                self.link_to(self.site.whole(page))
                for page in self.site.pages
                if page.menu is not None
            ),
            contact=ContactDetails(
                name=self.plain(card.contact.name),
                address=self.plain(card.contact.address) if card.contact.address else None,
                phone=card.contact.phone,
                email=card.contact.email,
            ),
            elsewhere=tuple(Link(other.name, other.url) for other in card.elsewhere),
        )

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds whose section has something to show, in the order of `KINDS`."""
        return tuple(kind for kind in KINDS if kind in self.site.sections)

    def _registers(self) -> list[Link]:
        registers = []
        if self.site.directorates:
            address = self.addresses.directorates(self.tag)
            registers.append(Link(self.messages["directorates"], address))
        if self.site.tags:
            registers.append(Link(self.messages["tags"], self.addresses.tags(self.tag)))
        return registers

    def shell(
        self,
        title: str,
        address: str,
        languages: dict[str, str],
        trail: tuple[Link, ...] = (),
        feeds: tuple[FeedLink, ...] = (),
        description: str | None = None,
        missing: frozenset[str] = frozenset(),
        indexed: bool = True,
    ) -> Shell:
        """Return the shell of a page; `languages` maps tags to the page's other addresses.

        Where the page itself is among the `missing` it is kept out of search engines.
        """
        there = {tag: other for tag, other in languages.items() if tag not in missing}
        return Shell(
            place=self.place,
            title=title,
            address=address,
            canonical=f"{self.host}{address}",
            description=description,
            indexed=indexed and self.tag not in missing,
            languages=tuple(
                LanguageLink(tag, language_of(tag).native, other, tag == self.tag, tag in missing)
                for tag, other in languages.items()
            ),
            alternates=self.alternates(there) if indexed and self.tag in there else (),
            trail=(Link(self.messages["home"], self.place.home), *trail),
            feeds=feeds or self.main_feeds,
        )

    def alternates(self, addresses: dict[str, str]) -> tuple[Alternate, ...]:
        """Return the absolute links between languages, none where there is only one."""
        if len(addresses) < 2:
            return ()
        return tuple(Alternate(tag, f"{self.host}{to}") for tag, to in addresses.items())

    @cached_property
    def main_feeds(self) -> tuple[FeedLink, ...]:
        """Return the feeds of everything in this language."""
        return self.feeds("all", None, self.site.listed)

    def feeds(self, subject: str, name: str | None, listings: Listings) -> tuple[FeedLink, ...]:
        """Return the three feeds of a subject, none where nothing is in this language."""
        if not any(self.site.is_fed(listing, self.tag) for listing in listings):
            return ()
        return tuple(
            FeedLink(self.addresses.feed(self.tag, subject, form), media_type, name)
            for form, media_type in MEDIA_TYPES.items()
        )


def _tag_of(language: str, text: str) -> str:
    if language == "sr":
        return "sr-Cyrl" if is_cyrillic(text) else "sr-Latn"
    return language
