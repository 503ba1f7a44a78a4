"""Series: sections, directorates and tags, each with a front, its years, and perhaps months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tellal.domain.editions import Publication
from tellal.pages.lists import entries_of, everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    FeedLink,
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

NEWEST = 20


@dataclass(frozen=True, slots=True)
class Series:
    """A list with an archive: a section, the work of a directorate, what carries a tag.

    `question` and `arguments` ask the addresses for its place; `index` is the list above it.
    """

    name: str
    publications: tuple[Publication, ...]
    question: str
    arguments: tuple[object, ...]
    feeds: tuple[FeedLink, ...] = ()
    index: tuple[Link, ...] = ()
    has_months: bool = False


def section_series(voice: Voice) -> Iterator[Series]:
    """Yield each section."""
    for kind in voice.kinds:
        name = voice.section_name(kind)
        found = voice.site.sections[kind]
        feeds = voice.feeds(voice.addresses.feed_of_section(voice.tag, kind), name, found)
        yield Series(name, found, "section", (kind,), feeds, (), has_months=True)


def directorate_series(voice: Voice) -> Iterator[Series]:
    """Yield each directorate that published something."""
    index = (Link(voice.messages["directorates"], voice.addresses.directorates(voice.tag)),)
    for key, publications in sorted(voice.site.directorates.items()):
        name = voice.plain(voice.site.office.directorates[key])  # type: ignore[index]
        subject = voice.addresses.feed_of_directorate(voice.tag, key)
        feeds = voice.feeds(subject, name, publications)
        yield Series(name, publications, "directorate", (key,), feeds, index)


def tag_series(voice: Voice) -> Iterator[Series]:
    """Yield each tag."""
    index = (Link(voice.messages["tags"], voice.addresses.tags(voice.tag)),)
    for slug, publications in sorted(voice.site.tags.items()):
        yield Series(tag_name(voice, slug), publications, "tag", (slug,), (), index)


def tag_name(voice: Voice, slug: str) -> str:
    """Return a tag in the voice's language as far as the office's names know it."""
    tag = voice.site.tag_names[slug]
    known = voice.site.office.names.get(tag)
    return voice.plain(known) if known else tag


def series_pages(series: Series, voice: Voice) -> Iterator[Page]:
    """Yield the front of a series, its years, and its months where it has such pages."""
    here = _address(series, voice)
    years = _by(series.publications, lambda day: day.year)
    view = ListView(
        shell=_shell(series, voice, series.name, (), series.index),
        entries=entries_of(series.publications[:NEWEST], voice),
        years=tuple(Link(str(year), _address(series, voice, year)) for year in years),
    )
    yield Page(path_of(here, voice.addresses.root), "pages/list.html", view)
    trail = (*series.index, Link(series.name, here))
    for year, publications in years.items():
        yield _year_page(series, voice, year, publications, trail)
        if series.has_months:
            yield from _month_pages(series, voice, year, publications, trail)


def _year_page(
    series: Series,
    voice: Voice,
    year: int,
    publications: list[Publication],
    trail: tuple[Link, ...],
) -> Page:
    months = [
        MonthOfEntries(
            date(year, month, 1),
            () if series.has_months else entries_of(group, voice),
            len(group),
            _address(series, voice, year, month) if series.has_months else None,
        )
        for month, group in _by(publications, lambda day: day.month).items()
    ]
    title = f"{series.name} {year}"
    view = YearView(
        shell=_shell(series, voice, title, (year,), trail), year=year, months=tuple(months)
    )
    address = _address(series, voice, year)
    return Page(path_of(address, voice.addresses.root), "pages/year.html", view)


def _month_pages(
    series: Series,
    voice: Voice,
    year: int,
    publications: list[Publication],
    trail: tuple[Link, ...],
) -> Iterator[Page]:
    above = (*trail, Link(str(year), _address(series, voice, year)))
    for month, group in _by(publications, lambda day: day.month).items():
        view = MonthView(
            shell=_shell(series, voice, series.name, (year, month), above),
            month=date(year, month, 1),
            entries=entries_of(group, voice),
        )
        address = _address(series, voice, year, month)
        yield Page(path_of(address, voice.addresses.root), "pages/month.html", view)


def _by(
    publications: Iterable[Publication], part: Callable[[date], int]
) -> dict[int, list[Publication]]:
    """Return the publications by a part of the date in their folder, in the order they come."""
    dated = ((p.reference.date, p) for p in publications)
    pairs = [(part(on), publication) for on, publication in dated if on]
    return {key: [p for _, p in group] for key, group in groupby(pairs, lambda pair: pair[0])}


def _address(series: Series, voice: Voice, *when: int) -> str:
    question = getattr(voice.addresses, series.question)
    address: str = question(voice.tag, *series.arguments, *when)
    return address


def _shell(
    series: Series, voice: Voice, title: str, when: tuple[int, ...], trail: tuple[Link, ...]
) -> Shell:
    others = everywhere(voice, series.question, *series.arguments, *when)
    address = _address(series, voice, *when)
    return voice.shell(title, address, others, trail, series.feeds)


def index_pages(voice: Voice) -> Iterator[Page]:
    """Yield the indexes of directorates and of tags, in the order of the language's alphabet."""
    for question, series in (
        ("directorates", list(directorate_series(voice))),
        ("tags", list(tag_series(voice))),
    ):
        if not series:
            continue
        links = [Link(one.name, _address(one, voice)) for one in series]
        links.sort(key=lambda link: sort_key(link.text, voice.tag))
        address = getattr(voice.addresses, question)(voice.tag)
        shell = voice.shell(voice.messages[question], address, everywhere(voice, question))
        view = IndexView(shell=shell, links=tuple(links))
        yield Page(path_of(address, voice.addresses.root), "pages/index.html", view)
