"""What a page may show: small frozen values, whole, and nothing besides them reaches a template.

Every text is already in its language and every address complete; a template places them and
speaks its own words and dates through `say`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar

# --- values: what a fact looks like on a page; `form` names the macro that shows it -------------


@dataclass(frozen=True, slots=True)
class Said:
    """A text. `lang` is given when it is not in the language of the page."""

    form: ClassVar[str] = "said"
    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `lang` is the language of text and target when it is not the page's."""

    form: ClassVar[str] = "link"
    text: str
    address: str
    lang: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""

    form: ClassVar[str] = "day"
    on: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and a time, with its offset."""

    form: ClassVar[str] = "moment"
    at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    form: ClassVar[str] = "clock"
    at: time


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number."""

    form: ClassVar[str] = "count"
    number: int


@dataclass(frozen=True, slots=True)
class RecordingTime:
    """A place in a recording, in seconds."""

    form: ClassVar[str] = "recording_time"
    seconds: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the office's own vocabulary: the key of a message."""

    form: ClassVar[str] = "term"
    key: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to download. `language` is the tag of the file's own language where staff said it."""

    form: ClassVar[str] = "file"
    title: Said
    address: str
    extension: str
    size_bytes: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: the key of its label and its values in order."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Facts that belong together, in the order of their dataclass."""

    form: ClassVar[str] = "record"
    rows: tuple[Row, ...]

    def of(self, key: str) -> tuple[Value, ...]:
        """Return the values of a fact, none where it was not stated."""
        return next((row.values for row in self.rows if row.key == key), ())


Value = Said | Link | Day | Moment | Clock | Count | RecordingTime | Term | File | Record

# --- the shell: what stands around the content of every page -------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """How to reach the office."""

    name: str
    address: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What all pages of one language share. Nothing here counts or tells the time."""

    tag: str
    root: str
    home: str
    office: str
    municipality: str
    state: str
    sections: tuple[Link, ...]
    registers: tuple[Link, ...]
    pages: tuple[Link, ...]
    contact: ContactDetails
    elsewhere: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What stands around the content of one page."""

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


# --- lists ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A publication in a list. `only_in` is the tag of its language when the page's has none.

    `state` is the key of a message (open, closed, withdrawn ...), `moment` what the list is
    about: when an event starts or a competition closes.
    """

    kind: str
    title: Said
    address: str
    on: date
    summary: Said | None = None
    only_in: str | None = None
    state: str | None = None
    moment: datetime | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class MonthOfEntries:
    """A month of a list. `month` is its first day.

    Where the month has a page of its own, `link` leads there, `count` says how many it lists, and
    `entries` is empty.
    """

    month: date
    entries: tuple[Entry, ...]
    count: int
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The front page of a language. An item stands in one of the three lists only."""

    shell: Shell
    upcoming: tuple[Entry, ...]
    open_now: tuple[Entry, ...]
    latest: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The front of a section, directorate or tag: its newest, and the years of its archive."""

    shell: Shell
    entries: tuple[Entry, ...]
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year of a section, directorate or tag, by month, newest month first."""

    shell: Shell
    year: int
    months: tuple[MonthOfEntries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """A month of a section, newest first."""

    shell: Shell
    month: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """An index of names: all directorates, or all tags, in alphabetical order."""

    shell: Shell
    links: tuple[Link, ...]


# --- publications --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo. Width and height in pixels."""

    address: str
    width: int
    height: int
    alt: Said
    credit: Said
    licence: Said
    caption: Said | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A revision, as readers see it."""

    on: date
    note: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """The translation renders an older text than the original's, which changed on `since`."""

    since: date
    original: Link


@dataclass(frozen=True, slots=True)
class BodyLink:
    """Where a link in the text leads from this page. `lang`: the target's, when it is another."""

    target: str
    address: str
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationView:
    """A publication in one language.

    `body` is the digest of the text's HTML, which the renderer fetches; `links` say where the
    text's inner links lead. `related` are other publications by the key of their relation
    (about, mentioned_in, minutes_of_session, amended_by, ...).
    """

    shell: Shell
    kind: str
    on: date | None
    at: time | None
    summary: str | None
    body: str
    links: tuple[BodyLink, ...]
    standing: str
    state: str | None
    outdated: Outdated | None
    machine_translated: bool
    original: Link | None
    common: Record
    facts: Record
    related: tuple[Row, ...]
    pictures: tuple[Picture, ...]
    attachments: tuple[File, ...]
    tags: tuple[Link, ...]
    contact: Record | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """The honest page of a language in which a publication has no edition yet."""

    shell: Shell
    kind: str
    title: Said
    on: date | None
    required: bool
    editions: tuple[Link, ...]
    common: Record
    facts: Record
    attachments: tuple[File, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    """What stays of a publication that was withdrawn, or whose time on the site is over."""

    shell: Shell
    kind: str
    on: date | None
    withdrawn_on: date | None
    reason: str
    note: Said | None
    replaced_by: Link | None


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page that leads from a former address to the present one."""

    shell: Shell
    to: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """The front door: a list of languages, each named and linked in itself."""

    root: str
    canonical: str
    names: tuple[tuple[str, str, str, str], ...]
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class ErrorView:
    """The page for an address that does not exist, in one language."""

    shell: Shell


# --- what machines read --------------------------------------------------------------------------


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


View = (
    HomeView
    | ListView
    | YearView
    | MonthView
    | IndexView
    | PublicationView
    | MissingView
    | GoneView
    | MovedView
    | ChooserView
    | ErrorView
    | FeedView
    | SitemapView
    | SitemapIndexView
)
