"""What stands around the content of every page."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.emergencies import EmergencyView
from tellal.pages.views.values import Link


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One language of the switch. `missing`: the page behind it says that no edition exists yet."""

    tag: str
    native: str
    address: str
    current: bool
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    """An absolute link to the same content in another language, for `hreflang`."""

    tag: str
    url: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that the page makes known. `subject` is a section's or directorate's name, if any."""

    address: str
    media_type: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What other sites show of a page that somebody shares. `image` is its whole address.

    Width and height are in pixels; `alt` says what is to be seen. `form` is a word of Open Graph,
    `locale` the page's language as other sites call it, `locales` are those of its others.
    """

    image: str
    width: int
    height: int
    alt: str
    form: str = "website"
    locale: str = ""
    locales: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """How to reach the office."""

    name: str
    address: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What all pages of one language share. Nothing here counts or tells the time.

    The emergency's script and style bring what everybody must know at once, when there is any.
    """

    tag: str
    root: str
    home: str
    search: str
    open_search: str
    office: str
    municipality: str
    state: str
    sections: tuple[Link, ...]
    registers: tuple[Link, ...]
    pages: tuple[Link, ...]
    verification: str
    contact: ContactDetails
    elsewhere: tuple[Link, ...]
    emergency_script: str
    emergency_style: str
    manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What stands around the content of one page.

    `emergency` is given where the page itself holds it, and brings no script for it.
    """

    place: Place
    title: str
    address: str
    canonical: str
    description: str | None = None
    indexed: bool = True
    languages: tuple[LanguageLink, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    trail: tuple[Link, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    card: Card | None = None
    emergency: EmergencyView | None = None
