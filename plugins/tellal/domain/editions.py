"""A publication whole: its facts, its editions and the files beside them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from tellal.domain.facts import Facts, Kind
from tellal.domain.publication import Common, Standing, TranslatedBy
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.traces import Trace
from tellal.domain.values import Reference


@dataclass(frozen=True, slots=True)
class Body:
    """What is known of the text of an edition; the text itself is found by its `digest`.

    `links` are the targets of its inner links (`tellal:` addresses), in order of appearance,
    `places` the headings, articles and paragraphs that a link may lead to, `citations` the acts
    that it cites by their number, as in `act:regulation/1/2019#art-5`.
    """

    digest: str
    links: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of an edition as safe HTML, with inner links still to be resolved."""

    html: str
    body: Body


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an edition said as of an earlier revision (1 is the first text); `body` is a digest."""

    revision: int
    title: str
    summary: str | None
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A publication in one language and script, as a reader meets it.

    `path` is its file, `link_lines` says on which line of it each inner link stands.
    `translated_at` is the moment at which a translation followed, None where nobody said it.
    `earlier` is what it said before, the oldest first, as far as that was public and is at hand.
    """

    tag: str
    title: str
    summary: str | None
    slug: str
    former_slugs: tuple[str, ...]
    body: Body
    standing: Standing
    revision: int
    translated_by: TranslatedBy
    path: str
    link_lines: tuple[tuple[str, int], ...] = ()
    translated_at: datetime | None = None
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file beside the text. Width and height in pixels, of pictures alone.

    `size_bytes` and `digest` (SHA-256, hexadecimal) are those of what is published, which of a
    picture is not what the camera left. `pages` and `has_text` are those of a PDF: how many there
    are, and whether it holds words or only pictures; None where nobody knows. `traces` are what in
    it looks like personal data. `terms` are the language of its words, and what the search finds it
    by, between blanks.
    """

    name: str
    path: str
    size_bytes: int
    digest: str
    width: int | None = None
    height: int | None = None
    pages: int | None = None
    has_text: bool | None = None
    traces: tuple[Trace, ...] = ()
    terms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What was made public, once, whatever the language. Editions in the order of `LANGUAGES`.

    `original` is the tag of the edition that states the facts; `lines` says on which line of its
    file each fact stands, and within lists and groups each value: ("agenda", "plan.pdf", 12).
    `traces` are what in the texts looks like personal data.
    """

    reference: Reference
    kind: Kind
    common: Common
    facts: Facts
    original: str
    editions: tuple[Edition, ...]
    files: tuple[Attached, ...]
    lines: tuple[tuple[str, str, int], ...] = ()
    traces: tuple[Trace, ...] = ()

    @property
    def all_traces(self) -> tuple[Trace, ...]:
        """Return what in the texts and in the files beside them looks like personal data."""
        return (*self.traces, *(trace for file in self.files for trace in file.traces))

    def edition(self, tag: str) -> Edition | None:
        """Return the edition in a language, None where there is none."""
        return next((edition for edition in self.editions if edition.tag == tag), None)

    def public_from(self, zone: tzinfo | None) -> datetime:
        """Return the moment from which the publication may be seen; pages always may.

        The embargo, else `publish_at`, else the day of issue at its time.
        """
        stated = getattr(self.facts, "embargo", None) or self.common.publish_at
        if stated is not None:
            return stated
        on = self.common.date or date(1, 1, 2)
        return datetime.combine(on, self.common.time or time(), tzinfo=zone)

    def owed_from(self, zone: tzinfo | None, grace: timedelta) -> datetime | None:
        """Return the moment from which no edition may be missing, None for one beyond all dates."""
        try:
            return self.public_from(zone) + grace
        except OverflowError:
            return None

    @property
    def first(self) -> Edition:
        """Return the original edition."""
        return next(edition for edition in self.editions if edition.tag == self.original)

    @property
    def path(self) -> str:
        """Return the file in which the facts are stated."""
        return self.first.path

    def line_of(self, key: str, value: object = "") -> int:
        """Return the line on which a fact is stated, or a value in it; 0 for one that is not.

        `key` may go on with dots, as in `agenda.materials`; its first part counts.
        """
        fact = key.partition(".")[0]
        found = {text: line for name, text, line in reversed(self.lines) if name == fact}
        return found.get(str(value), found.get("", 0))
