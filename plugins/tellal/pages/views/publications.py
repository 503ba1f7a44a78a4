"""What the page of a publication shows, and the pages that stand in for one."""

from __future__ import annotations

from datetime import date, time
from typing import ClassVar

from tellal.domain.sizes import COLUMN
from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.acts import ActView
from tellal.pages.views.comparisons import Change
from tellal.pages.views.emergencies import EmergencyView
from tellal.pages.views.proceedings import NO_PROCEEDINGS, Proceedings
from tellal.pages.views.requests import CourseView
from tellal.pages.views.shell import Alternate, Shell
from tellal.pages.views.threads import NO_THREAD, Thread
from tellal.pages.views.values import File, Link, Record, Row, Said


@dataclass(frozen=True, slots=True)
class Sized:
    """A picture as a browser may choose it. Width and height in pixels are those of its shape.

    `sources` are media types, each with a `srcset`, the smallest first; `address` is for a browser
    that knows none of them.
    """

    sizes: ClassVar[str] = COLUMN
    address: str
    width: int
    height: int
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo, and its original for whoever prints it: its width and height in pixels."""

    sized: Sized
    original: str
    extension: str
    width: int
    height: int
    size_bytes: int
    alt: Said
    credit: Said
    licence: Said
    caption: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """The translation renders an older text than the original's, which changed on `since`."""

    since: date
    original: Link


@dataclass(frozen=True, slots=True)
class BodyLink:
    """Where a link in the text leads from this page. `lang`: the target's, when it is another.

    `sized` is what a picture in the text is shown as.
    """

    target: str
    address: str
    lang: str | None = None
    sized: Sized | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """What each page shows of an edition.

    `body` is the digest of the text's HTML, which the renderer fetches; `links` say where the
    text's inner links lead.
    """

    shell: Shell
    kind: str
    on: date | None
    at: time | None
    summary: str | None
    body: str
    links: tuple[BodyLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationView(EditionView):
    """A publication in one language.

    `related` are other publications by the key of their relation
    (about, mentioned_in, minutes_of_session, amended_by, ...), but for those on the `thread` of
    the matter. `act` is what acts show besides, `course` the clock of a request, `forms` the
    address of its other forms, `kit` that of a release whole in one file.
    """

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
    act: ActView | None = None
    proceedings: Proceedings = NO_PROCEEDINGS
    thread: Thread = NO_THREAD
    course: CourseView | None = None
    short: str | None = None
    forms: str | None = None
    kit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """The honest page of a language in which a publication has no edition yet."""

    shell: Shell
    kind: str
    title: Said
    on: date | None
    required: bool
    state: str | None
    editions: tuple[Link, ...]
    common: Record
    facts: Record
    attachments: tuple[File, ...]
    course: CourseView | None = None


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
    """The front door: a list of languages, each named and linked in itself.

    `emergencies` is what everybody must know at once, in each language by its tag.
    """

    root: str
    canonical: str
    names: tuple[tuple[str, str, str, str], ...]
    alternates: tuple[Alternate, ...]
    emergencies: tuple[tuple[str, EmergencyView], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortView:
    """What stands at a short address: the languages of a publication, each with its title there.

    `names` are tag, name of the language, address, title.
    """

    root: str
    canonical: str
    municipality: str
    names: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ErrorView:
    """The page for an address that does not exist, in one language."""

    shell: Shell
