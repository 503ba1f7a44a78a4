"""What the pages of the search may show."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Link


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a filter offers."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class YearsOf:
    """A section, and the years of its archive."""

    section: Link
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The page of the search. `scripts` are what it loads besides its own.

    `days` are the first ones of all months of a year that no publication has, as patterns.
    """

    shell: Shell
    kinds: tuple[Choice, ...]
    years: tuple[Choice, ...]
    directorates: tuple[Choice, ...]
    states: tuple[Choice, ...]
    scripts: tuple[str, ...]
    days: tuple[date, ...]
    letters: tuple[Link, ...]
    registers: tuple[YearsOf, ...]
    sections: tuple[YearsOf, ...]
    indexes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter of the alphabet."""

    letter: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A title in an alphabetical list."""

    title: str
    address: str
    on: date
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersView:
    """The letters of a year, and the titles of one of them."""

    shell: Shell
    letters: tuple[LetterLink, ...]
    titles: tuple[TitleRow, ...]


@dataclass(frozen=True, slots=True)
class OpenSearchView:
    """What a browser must know to search the site in a language."""

    tag: str
    name: str
    description: str
    url: str
    icon: str
