"""What machines read: feeds and sitemaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

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
    """A feed in one language: of the office, a section or a directorate. `host` has no path."""

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
