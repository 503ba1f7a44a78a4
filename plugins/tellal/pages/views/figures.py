"""Figures as pages and reports show them: numbers in sentences, tables, charts and lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Day, Link, Said, Term


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in what it is counted in (a value of `Measure`). `to` is the list behind it."""

    form: ClassVar[str] = "amount"
    value: int | float | None
    measure: str = "count"
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message with what is filled in. `count` names the argument whose number picks the form."""

    key: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    count: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Several phrases, joined as the language joins them: one, another and a third.

    Those that have commas of their own stand `apart`.
    """

    phrases: tuple[Sentence, ...]
    apart: bool = False


Argument = Amount | Day | Said | Term | Sentence | Series


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure in a table.

    `part` is the key of the word for the part of its name after the dot, or what it is called.
    """

    key: str
    name: str
    part: str | Said | None
    amount: Amount
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart. Its label is a key of a message, or a month by its first day."""

    label: str | date
    amount: Amount


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; `name` is unique on its page, its title is the message `chart_<name>`.

    Columns stand beside each other, as months do; bars lie below each other.
    """

    name: str
    bars: tuple[Bar, ...]
    columns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A publication, or a day off, in the list behind a figure."""

    title: Said
    on: date | None
    address: str | None = None
    lang: str | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedList:
    """The list behind figures, which may be several: the median and the slowest share one.

    `left` says how many more there are.
    """

    anchor: str
    lines: tuple[FigureLine, ...]
    entries: tuple[Counted, ...]
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterView:
    """A chapter of figures. Its title is the message `chapter_<name>`."""

    name: str
    lines: tuple[FigureLine, ...]
    charts: tuple[Chart, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    lists: tuple[CountedList, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """The figures of a year. `until` is the day up to which it is told."""

    shell: Shell
    year: int
    until: date
    chapters: tuple[ChapterView, ...]
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureListsView:
    """The lists behind the figures of a chapter of a year."""

    shell: Shell
    name: str
    year: int
    lists: tuple[CountedList, ...]
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityLine:
    """A kind in a year in one language; each number with the list behind it."""

    year: int
    kind: str
    duty: str
    published: Amount
    present: Amount
    missing: Amount
    outdated: Amount
    derived: Amount
    silent: Amount
    days: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityView:
    """How complete a language is, over all years."""

    shell: Shell
    lines: tuple[ParityLine, ...]
    totals: tuple[ParityLine, ...]
    chart: Chart
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityKind:
    """What is missing or outdated of a kind in a year, and how long translations took."""

    collection: str
    line: ParityLine
    missing: tuple[Counted, ...]
    outdated: tuple[Counted, ...]
    slowest: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityYearView:
    """The lists behind the figures of a year in one language."""

    shell: Shell
    year: int
    kinds: tuple[ParityKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkReportView:
    """The office's report of a period in one language. `home` is the site's front page.

    `digest` is that of the content from which it was computed, `others` are the same report in
    other languages, `files` in other forms.
    """

    tag: str
    office: str
    municipality: str
    state: str
    first: date
    last: date
    as_of: datetime
    digest: str
    home: str
    opening: tuple[Sentence, ...]
    chapters: tuple[ChapterView, ...]
    others: tuple[Link, ...]
    files: tuple[Link, ...]
