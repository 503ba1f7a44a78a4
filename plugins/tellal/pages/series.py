"""Series: sections, directorates and tags, each with a front, its years, and perhaps months."""

from __future__ import annotations

from datetime import date

from tellal.domain.facts import KIND_OF_COLLECTION
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Key
from tellal.pages.act_register import act_rows, table_address
from tellal.pages.directorates import kinds_of_entries, presented_by
from tellal.pages.lists import entries_of, everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    IndexView,
    Link,
    ListView,
    MonthOfEntries,
    MonthView,
    Shell,
    YearView,
)
from tellal.pages.voice import Voice
from tellal.site.collation import sort_key
from tellal.site.listings import Listings

NEWEST = 20
INDEXES = {"directorates": "directorate", "tags": "tag"}
"""The question for the address of an index, and the first part of the names of its series."""


@dataclass(frozen=True, slots=True)
class Series:
    """A list with an archive: a section, the work of a directorate, what carries a tag.

    `key` is its name for the site, `question` and `arguments` ask the addresses for its place;
    `feed` is the subject of its feeds, `index` the list above it.
    """

    key: str
    name: str
    listings: Listings
    question: str
    arguments: tuple[object, ...]
    feed: str | None = None
    index: tuple[Link, ...] = ()
    has_months: bool = False


def series_of(voice: Voice, key: str) -> Series:
    """Return a series by its name for the site, as in `section/releases`."""
    what, _, which = key.partition("/")
    listings, addresses, tag = voice.site.series(key), voice.addresses, voice.tag
    if what == "section":
        kind = KIND_OF_COLLECTION[which]
        name, feed = voice.section_name(kind), addresses.feed_of_section(tag, kind)
        return Series(key, name, listings, "section", (kind,), feed, (), has_months=True)
    if what == "directorate":
        name = voice.plain(voice.site.office.directorates[Key(which)])
        index = (Link(voice.messages["directorates"], addresses.directorates(tag)),)
        feed = addresses.feed_of_directorate(tag, which)
        return Series(key, name, listings, "directorate", (which,), feed, index)
    index = (Link(voice.messages["tags"], addresses.tags(tag)),)
    return Series(key, tag_name(voice, which), listings, "tag", (which,), None, index)


def tag_name(voice: Voice, slug: str) -> str:
    """Return a tag in the voice's language as far as the office's names know it."""
    tag = voice.site.tag_names[slug]
    known = voice.site.office.names.get(tag)
    return voice.plain(known) if known else tag


def front_page(voice: Voice, key: str) -> Page:
    """Return the front of a series: its newest, and the years of its archive."""
    series = series_of(voice, key)
    years = voice.site.calendar(key)
    is_directorate = key.startswith("directorate/")
    view = ListView(
        shell=_shell(series, voice, series.name, (), series.index),
        entries=() if is_directorate else entries_of(series.listings[:NEWEST], voice),
        years=tuple(Link(str(year), _address(series, voice, year)) for year in years),
        groups=kinds_of_entries(series.listings, voice) if is_directorate else (),
        presented=presented_by(key, series.listings, voice, NEWEST),
    )
    return Page(path_of(_address(series, voice), voice.addresses.root), "pages/list.html", view)


def year_page(voice: Voice, key: str, year: int) -> Page:
    """Return a year of a series: its months, or all that they hold."""
    series = series_of(voice, key)
    months = [
        MonthOfEntries(
            date(year, month, 1),
            () if series.has_months else entries_of(group, voice),
            len(group),
            _address(series, voice, year, month) if series.has_months else None,
        )
        for month, group in voice.site.calendar(key)[year].items()
    ]
    shell = _shell(series, voice, f"{series.name} {year}", (year,), _trail(series, voice))
    listed = tuple(one for group in voice.site.calendar(key)[year].values() for one in group)
    acts = act_rows(voice, key, year)
    view = YearView(
        shell=shell,
        year=year,
        months=tuple(months),
        acts=acts,
        table=table_address(voice, year) if acts else None,
        presented=presented_by(key, listed, voice),
    )
    address = _address(series, voice, year)
    return Page(path_of(address, voice.addresses.root), "pages/year.html", view)


def month_page(voice: Voice, key: str, year: int, month: int) -> Page:
    """Return a month of a series."""
    series = series_of(voice, key)
    trail = (*_trail(series, voice), Link(str(year), _address(series, voice, year)))
    view = MonthView(
        shell=_shell(series, voice, series.name, (year, month), trail),
        month=date(year, month, 1),
        entries=entries_of(voice.site.calendar(key)[year][month], voice),
    )
    address = _address(series, voice, year, month)
    return Page(path_of(address, voice.addresses.root), "pages/month.html", view)


def index_page(voice: Voice, question: str) -> Page | None:
    """Return the index of directorates or of tags in alphabetical order, None for an empty one."""
    what = f"{INDEXES[question]}/"
    keys = (key for key in voice.site.series_names if key.startswith(what))
    links = [_link(series_of(voice, key), voice) for key in keys]
    if not links:
        return None
    links.sort(key=lambda link: sort_key(link.text, voice.tag))
    address = getattr(voice.addresses, question)(voice.tag)
    shell = voice.shell(voice.messages[question], address, everywhere(voice, question))
    view = IndexView(shell=shell, links=tuple(links))
    return Page(path_of(address, voice.addresses.root), "pages/index.html", view)


def _link(series: Series, voice: Voice) -> Link:
    return Link(series.name, _address(series, voice))


def _trail(series: Series, voice: Voice) -> tuple[Link, ...]:
    return (*series.index, _link(series, voice))


def _address(series: Series, voice: Voice, *when: int) -> str:
    question = getattr(voice.addresses, series.question)
    address: str = question(voice.tag, *series.arguments, *when)
    return address


def _shell(
    series: Series, voice: Voice, title: str, when: tuple[int, ...], trail: tuple[Link, ...]
) -> Shell:
    others = everywhere(voice, series.question, *series.arguments, *when)
    address = _address(series, voice, *when)
    feeds = voice.feeds(series.feed, series.name, series.listings) if series.feed else ()
    return voice.shell(title, address, others, trail, feeds)
