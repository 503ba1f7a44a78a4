"""What lists show: home, sections, years, months, indexes."""

from __future__ import annotations

from datetime import date, datetime

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Link, Said


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


@dataclass(frozen=True, slots=True)
class KindOfEntries:
    """The newest of a kind in a list. `kind` is its name."""

    kind: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PresentationRow:
    """Who presented when, and where: an office, with the name where it was stated."""

    starts: datetime
    role: Said
    name: Said | None
    event: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The front of a section, directorate or tag: its newest, and the years of its archive.

    A directorate's stand by their kind, in `groups`, with those of it who `presented`.
    """

    shell: Shell
    entries: tuple[Entry, ...]
    years: tuple[Link, ...]
    groups: tuple[KindOfEntries, ...] = ()
    presented: tuple[PresentationRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """An act in the register of its year. `in_force` is None where a date is still awaited."""

    number: str
    act: Link
    body: Said
    adopted: date
    in_force: date | None
    state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year of a section, directorate or tag, by month, newest month first.

    A section of acts has them as a register besides, by number; `table` is that as open data.
    """

    shell: Shell
    year: int
    months: tuple[MonthOfEntries, ...]
    acts: tuple[ActRow, ...] = ()
    table: str | None = None
    presented: tuple[PresentationRow, ...] = ()


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
