"""What machines read: feeds and sitemaps."""

from __future__ import annotations

from datetime import date, datetime

from tellal.domain.sizes import Size
from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.publications import BodyLink
from tellal.pages.views.shell import Alternate


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A photo that goes with an item of a feed."""

    url: str
    media_type: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """A publication in a feed, whole. `identity` never changes, whatever is edited."""

    identity: str
    title: str
    url: str
    summary: str | None
    body: str
    links: tuple[BodyLink, ...]
    published: datetime
    updated: datetime
    tags: tuple[str, ...]
    enclosures: tuple[Enclosure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed in one language: of the office, a section or a directorate. `host` has no path.

    `hubs` are the addresses of those who tell subscribers of news (WebSub).
    """

    tag: str
    office: str
    municipality: str
    subject: str | None
    identity: str
    host: str
    home: str
    url: str
    updated: datetime
    items: tuple[FeedItem, ...]
    hubs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MappedPage:
    """A page in a sitemap, with the day of its last change and its other languages."""

    url: str
    changed: date | None
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """The publications of a year in a language, or its pages without a date."""

    pages: tuple[MappedPage, ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """All sitemaps. `index` is its own address on the host, for `robots.txt`."""

    index: str
    sitemaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that is copied as it is; `digest` is that of its bytes."""

    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class ScriptView:
    """A script that hands over data, whole."""

    text: str


@dataclass(frozen=True, slots=True)
class SizeView:
    """A picture beside a text in one of its sizes; `digest` is that of the whole one.

    `width` and `height` are those of the whole one.
    """

    source: str
    digest: str
    width: int
    height: int
    size: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card that is drawn: what other sites show of a page that has no photo.

    Without a title it is that of all publications of its `kind`, without both that of the site.
    """

    tag: str
    municipality: str
    office: str
    kind: str | None = None
    title: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class TableView:
    """Open data: a table of texts as machines read them, with stable names and order.

    Days are like 2019-09-12, moments like 2019-09-12T11:00+02:00, what is not known is empty.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An entry of a calendar. `uid` never changes; `sequence` grows with each change of it.

    `starts` and `ends` are both moments, or both days (`ends` then the last one, inclusive).
    `stamp` is when the entry was made or last changed. `status` is a word of RFC 5545.
    """

    uid: str
    sequence: int
    stamp: datetime
    starts: datetime | date
    title: str
    ends: datetime | date | None = None
    description: str | None = None
    location: str | None = None
    url: str | None = None
    status: str = "CONFIRMED"
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """A calendar of events in one language, in their order. `host` has no path."""

    tag: str
    name: str
    host: str
    url: str
    events: tuple[Event, ...]
