"""The site in one language: its words and links, and the shell around every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from tellal.domain.facts import KINDS, Kind
from tellal.domain.languages import language_of
from tellal.domain.sizes import CARD
from tellal.pages.views import (
    Alternate,
    Card,
    ContactDetails,
    FeedLink,
    LanguageLink,
    Link,
    Place,
    Shell,
)
from tellal.pages.wording import Wording
from tellal.site.listings import Listings
from tellal.site.site import Site

MEDIA_TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
CALENDAR_TYPE = "text/calendar"
SITE_CARD = "site"
"""The name of the card that all pages share which have none of their own."""


class Voice(Wording):
    """Says in one language what a site has, and puts the shell around every page."""

    @cached_property
    def place(self) -> Place:
        """Return what all pages of this language share."""
        card, addresses = self.site.office.card, self.addresses
        return Place(
            tag=self.tag,
            root=addresses.root,
            home=addresses.home(self.tag),
            search=addresses.search(self.tag),
            open_search=addresses.open_search(self.tag),
            office=self.plain(card.name),
            municipality=self.plain(card.municipality),
            state=self.plain(card.state),
            sections=tuple(
                Link(self.section_name(kind), addresses.section(self.tag, kind))
                for kind in self.kinds
            ),
            registers=tuple(self._registers()),
            pages=tuple(self._standing()),
            verification=addresses.verification(self.tag),
            contact=ContactDetails(
                name=self.plain(card.contact.name),
                address=self.plain(card.contact.address) if card.contact.address else None,
                phone=card.contact.phone,
                email=card.contact.email,
            ),
            elsewhere=tuple(Link(other.name, other.url) for other in card.elsewhere),
            emergency_script=addresses.emergency(self.tag, "js"),
            emergency_style=addresses.emergency(self.tag, "css"),
            manifest=addresses.manifest(self.tag),
        )

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds whose section has something to show, in the order of `KINDS`."""
        return tuple(kind for kind in KINDS if kind in self.site.sections)

    def _standing(self) -> Iterator[Link]:
        """Yield the office's standing pages, and what the site tells of itself."""
        for page in self.site.pages:
            if page.menu is not None:
                yield self.link_to(self.site.whole(page))
        yield Link(self.messages["accessibility"], self.addresses.accessibility(self.tag))

    def _registers(self) -> list[Link]:
        registers = [Link(self.messages["search"], self.addresses.search(self.tag))]
        if self.site.directorates:
            address = self.addresses.directorates(self.tag)
            registers.append(Link(self.messages["directorates"], address))
        if self.site.tags:
            registers.append(Link(self.messages["tags"], self.addresses.tags(self.tag)))
        if self.site.has_calendar:
            registers.append(Link(self.messages["calendar"], self.addresses.calendar(self.tag)))
        if any(listing.is_dated for listing in self.site.public):
            registers.append(Link(self.messages["media"], self.addresses.media(self.tag)))
            for name in ("statistics", "parity"):
                address = getattr(self.addresses, name)(self.tag)
                registers.append(Link(self.messages[name], address))
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
        card: Card | None = None,
    ) -> Shell:
        """Return the shell of a page; `languages` maps tags to the page's other addresses.

        Where the page itself is among the `missing` it is kept out of search engines. Other sites
        show its `card`, or that of the whole site.
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
            card=self._shown(card or self.site_card, there) if indexed and self.host else None,
        )

    def _shown(self, card: Card, languages: Iterable[str]) -> Card:
        """Return a card of a page that there is in some languages."""
        known = dict.fromkeys(language_of(tag).shared for tag in languages if tag != self.tag)
        own = self.language.shared
        return replace(card, locale=own, locales=tuple(name for name in known if name != own))

    @cached_property
    def site_card(self) -> Card:
        """Return what other sites show of a page of lists."""
        return self._card(SITE_CARD, "")

    def card_of_kind(self, kind: Kind) -> Card:
        """Return what other sites show of a kind; what stands in no list has none of its own."""
        if kind not in self.kinds:
            return self.site_card
        return self._card(kind.name, f"{self.messages[f'kind_{kind.name}']}. ")

    def _card(self, name: str, kind: str) -> Card:
        address = f"{self.host}{self.addresses.card(self.tag, name)}"
        return Card(address, *CARD, f"{kind}{self.place.office}, {self.place.municipality}")

    def alternates(self, addresses: dict[str, str]) -> tuple[Alternate, ...]:
        """Return the absolute links between languages, none where there is only one."""
        if len(addresses) < 2:
            return ()
        return tuple(Alternate(tag, f"{self.host}{to}") for tag, to in addresses.items())

    @cached_property
    def main_feeds(self) -> tuple[FeedLink, ...]:
        """Return the feeds of everything in this language."""
        feeds = self.feeds("all", None, self.site.listed)
        if not self.site.subscribed:
            return feeds
        return (*feeds, FeedLink(self.addresses.calendar_file(self.tag), CALENDAR_TYPE))

    def feeds(self, subject: str, name: str | None, listings: Listings) -> tuple[FeedLink, ...]:
        """Return the three feeds of a subject, none where nothing is in this language."""
        if not any(self.site.is_fed(listing, self.tag) for listing in listings):
            return ()
        return tuple(
            FeedLink(self.addresses.feed(self.tag, subject, form), media_type, name)
            for form, media_type in MEDIA_TYPES.items()
        )


Voices = Mapping[str, Voice]


def voices_of(
    site: Site, url: str, messages: Mapping[str, dict[str, str]], hubs: tuple[str, ...] = ()
) -> Voices:
    """Return the voice of each language, in the office's order.

    `url` is the address at which the site will be, `messages` are the plain messages by tag,
    `hubs` whom feeds name.
    """
    tags = [language.tag for language in site.office.languages]
    return {tag: Voice(site, url.rstrip("/"), tag, messages[tag], hubs) for tag in tags}
