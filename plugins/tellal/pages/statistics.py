"""The statistics of a year: the figures of the report, with the lists behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tellal.domain.facts import KINDS
from tellal.pages.figure_tables import HEADER, LISTS_HEADER, figure_rows, list_rows
from tellal.pages.figures import charts_of, lines_of, list_anchors, lists_of
from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    ChapterView,
    CountedList,
    FigureListsView,
    IndexView,
    Link,
    StatisticsView,
    TableView,
)
from tellal.pages.voice import Voice
from tellal.site.figures import Figure, Period
from tellal.site.reports import Chapter, chapters_of, year_of

SECTIONS = {kind.name: kind for kind in KINDS}
SUMS = dict.fromkeys(("communications", "communications_per_day"), "communications")
"""What the lines below it add up to, each with its own list, and the chapter where they stand."""
Lists = tuple[CountedList, ...]
LONGEST = 50
"""How many entries of a list a page shows; the data has all."""


def statistics_index(voice: Voice) -> Page | None:
    """Return the list of the years that are counted, None where nothing is."""
    addresses, years = voice.addresses, voice.site.years
    if not years:
        return None
    address = addresses.statistics(voice.tag)
    links = (Link(str(year), addresses.statistics(voice.tag, year)) for year in reversed(years))
    shell = voice.shell(
        voice.messages["statistics"],
        address,
        everywhere(voice, "statistics"),
        description=voice.messages["statistics_summary"],
    )
    view = IndexView(shell=shell, links=tuple(links))
    return Page(path_of(address, addresses.root), "pages/index.html", view)


def statistics_pages(voice: Voice, year: int) -> Iterator[Page]:
    """Yield the figures of a year, a page of lists for each chapter, and both as open data."""
    if year not in voice.site.years:
        return
    period = year_of(voice.site, year)
    chapters = chapters_of(voice.site, period)
    lists = {chapter.name: _lists(chapter, voice, period) for chapter in chapters}
    yield _year_page(voice, period, chapters, lists)
    for name, some in lists.items():
        if some:
            yield _lists_page(voice, year, name, some)
    if voice.tag == voice.site.office.languages[0].tag:
        yield from _tables(voice, year, chapters)


def _lists(chapter: Chapter, voice: Voice, period: Period) -> Lists:
    """Return the lists of a chapter but for those that are pages already."""
    if chapter.name == "languages":
        return ()
    left = tuple(one for one in chapter.figures if _elsewhere(one, voice, period) is None)
    return lists_of(Chapter(chapter.name, left), voice, period, LONGEST)


def _elsewhere(figure: Figure, voice: Voice, period: Period) -> str | None:
    """Return the page that shows just what a figure counts, None where there is no other."""
    year, addresses = period.first.year, voice.addresses
    key, _, part = figure.key.partition(".")
    if key.startswith("languages_"):
        return f"{addresses.parity(part, year)}"
    if key == "published":
        return addresses.parity(voice.tag)
    if figure.key in SUMS:
        return f"#chapter-{SUMS[figure.key]}"
    if part in SECTIONS and figure.folders and not figure.values:
        kind = SECTIONS[part]
        months = voice.site.calendar(f"section/{kind.collection}").get(year, {})
        if sorted(one.folder for some in months.values() for one in some) == sorted(figure.folders):
            return addresses.section(voice.tag, kind, year)
    return None


def _year_page(
    voice: Voice, period: Period, chapters: tuple[Chapter, ...], lists: Mapping[str, Lists]
) -> Page:
    year, addresses = period.first.year, voice.addresses
    address = addresses.statistics(voice.tag, year)
    title = f"{voice.messages['statistics']} {year}"
    others = everywhere(voice, "statistics", year)
    view = StatisticsView(
        shell=voice.shell(title, address, others, _trail(voice)),
        year=year,
        until=period.last,
        chapters=tuple(_chapter(one, voice, period, lists[one.name]) for one in chapters),
        data=addresses.data(f"statistics-{year}.csv"),
    )
    return Page(path_of(address, addresses.root), "pages/statistics.html", view)


def _chapter(chapter: Chapter, voice: Voice, period: Period, lists: Lists) -> ChapterView:
    anchors = list_anchors(lists)
    page = voice.addresses.statistics(voice.tag, period.first.year, chapter.name)

    def target(figure: Figure) -> str | None:
        if figure.key in anchors:
            return f"{page}#{anchors[figure.key]}"
        return _elsewhere(figure, voice, period) if figure.folders else None

    lines = lines_of(chapter.figures, voice, target)
    return ChapterView(name=chapter.name, lines=lines, charts=charts_of(chapter, voice))


def _lists_page(voice: Voice, year: int, name: str, lists: Lists) -> Page:
    addresses = voice.addresses
    address = addresses.statistics(voice.tag, year, name)
    data = addresses.data(f"statistics-{year}-lists.csv")
    title = voice.messages["statistics"]
    trail = (*_trail(voice), Link(str(year), addresses.statistics(voice.tag, year)))
    shell = voice.shell(
        f"{voice.messages[f'chapter_{name}']}: {title.lower()} {year}",
        address,
        everywhere(voice, "statistics", year, name),
        trail,
        indexed=False,
    )
    view = FigureListsView(shell=shell, name=name, year=year, lists=lists, data=data)
    return Page(path_of(address, addresses.root), "pages/figure_lists.html", view)


def _trail(voice: Voice) -> tuple[Link, ...]:
    return (Link(voice.messages["statistics"], voice.addresses.statistics(voice.tag)),)


def _tables(voice: Voice, year: int, chapters: tuple[Chapter, ...]) -> Iterator[Page]:
    figures = tuple(figure for chapter in chapters for figure in chapter.figures)
    addresses = voice.addresses
    for name, header, rows in (
        (f"statistics-{year}.csv", HEADER, figure_rows(figures)),
        (f"statistics-{year}-lists.csv", LISTS_HEADER, list_rows(figures)),
    ):
        path = path_of(addresses.data(name), addresses.root)
        yield Page(path, "table", TableView(header, rows))
