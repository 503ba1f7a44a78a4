"""What the media take along: the kit of a release, and the page that leads there."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.forms import FormsView
from tellal.pages.views.lists import Entry
from tellal.pages.views.publications import Picture
from tellal.pages.views.shell import FeedLink, Shell
from tellal.pages.views.values import Link, Said


@dataclass(frozen=True, slots=True)
class KitText:
    """A text of a kit. `name` is the word of its language in addresses."""

    name: str
    view: FormsView


@dataclass(frozen=True, slots=True)
class KitPhoto:
    """A photo of a kit: its file, where that lies in the content, and what must be said of it."""

    name: str
    source: str
    digest: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KitView:
    """All of a release in one file."""

    texts: tuple[KitText, ...]
    photos: tuple[KitPhoto, ...]


@dataclass(frozen=True, slots=True)
class MediaContact:
    """Whom the media ask: a role, never a private person."""

    role: Said
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class KitLink:
    """A release and its kit."""

    release: Link
    on: date
    kit: str


@dataclass(frozen=True, slots=True)
class PhotoOf:
    """A photo, and the publication that it belongs to."""

    picture: Picture
    publication: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaView:
    """The page for the media. `feeds` are those that it names besides the feeds of everything."""

    shell: Shell
    contacts: tuple[MediaContact, ...]
    coming: tuple[Entry, ...]
    kits: tuple[KitLink, ...]
    photos: tuple[PhotoOf, ...]
    feeds: tuple[FeedLink, ...]
