"""The statistics of a year and the parity of a language: each number leads to its list."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.words import messages_of
from tellal.pages.page import Page
from tellal.pages.plan import pages_of, plan_pages
from tellal.pages.statistics import LONGEST
from tellal.pages.subjects import Subject
from tellal.pages.views import (
    Amount,
    FigureListsView,
    ParityView,
    ParityYearView,
    StatisticsView,
    TableView,
)
from tellal.pages.voice import voices_of
from tellal.site.reports import year_of
from tellal.site.site import Site
from tests.accounts import SMALL, release
from tests.conftest import CompileTexts
from tests.outputs.keys import ROOT

MESSAGES = messages_of(compile_words(ROOT / "theme", LANGUAGES))
URL = "https://arnishta.example"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(site, URL, MESSAGES)}


def amounts(view: StatisticsView) -> Iterator[tuple[str, Amount]]:
    for chapter in view.chapters:
        yield from ((line.key, line.amount) for line in chapter.lines)


def year_view(
    found: dict[str, Page], path: str = "sq/statistika/2026/index.html"
) -> StatisticsView:
    view = found[path].view
    assert isinstance(view, StatisticsView)
    return view


def test_each_year_has_a_page_and_data_and_the_last_is_told_to_its_last_publication(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(SMALL)

    found = pages(site)

    assert {f"en/statistics/{year}/index.html" for year in (2025, 2026)} <= found.keys()
    assert {"data/statistics-2026.csv", "data/statistics-2026-lists.csv"} <= found.keys()
    assert str(year_of(site, 2026).last) == "2026-03-20"
    assert str(year_of(site, 2025).last) == "2025-12-31"


def test_page_of_a_year_does_not_change_from_day_to_day(compile_texts: CompileTexts) -> None:
    views = [
        year_view(pages(compile_texts(SMALL, as_of)))
        for as_of in ("2026-03-31T12:00", "2026-04-05T12:00")
    ]

    assert views[0] == views[1]


def test_every_number_leads_to_a_page_or_a_place_in_one(compile_texts: CompileTexts) -> None:
    found = pages(compile_texts(SMALL))

    for key, amount in amounts(year_view(found)):
        if not amount.value:
            continue
        if key == "working_days":
            continue
        assert amount.to, key
        address, _, anchor = amount.to.partition("#")
        path = f"{address.strip('/')}/index.html" if address else "sq/statistika/2026/index.html"
        assert path in found, key
        view = found[path].view
        if isinstance(view, FigureListsView):
            assert anchor in {one.anchor for one in view.lists}, key


def test_a_long_list_shows_the_longest_and_the_data_has_all(compile_texts: CompileTexts) -> None:
    many = {
        f"releases/2026/03-{day:02}-lajmi-{day}-{n}/index.sq.md": release(
            f"Lajmi {day} {n}", "time: 12:00", f"event_at: 2026-03-{day:02} {8 + n:02}:00"
        )
        for day in range(1, 21)
        for n in range(3)
    }

    found = pages(compile_texts(many))

    view = found["tr/istatistikler/2026/hiz/index.html"].view
    assert isinstance(view, FigureListsView)
    speed = next(one for one in view.lists if one.anchor.startswith("publication-minutes"))
    assert len(speed.entries) == LONGEST
    assert speed.left == 60 - LONGEST
    table = found["data/statistics-2026-lists.csv"].view
    assert isinstance(table, TableView)
    assert sum(row[0] == "publication_minutes_median.release" for row in table.rows) == 60


def test_parity_page_and_data_say_the_same(compile_texts: CompileTexts) -> None:
    found = pages(compile_texts(SMALL))

    view, table = found["sr/jezici/index.html"].view, found["data/parity-sr.csv"].view
    assert isinstance(view, ParityView)
    assert isinstance(table, TableView)
    rows = [
        (str(line.year), line.kind, line.duty, str(line.published.value), str(line.present.value))
        for line in view.lines
    ]
    assert rows == [row[:5] for row in table.rows]
    assert ("2026", "release", "expected", "3", "2") in rows


def test_list_behind_what_is_missing_has_as_many_entries(compile_texts: CompileTexts) -> None:
    found = pages(compile_texts(SMALL))

    view = found["tr/diller/2026/index.html"].view
    assert isinstance(view, ParityYearView)
    for one in view.kinds:
        assert len(one.missing) == one.line.missing.value
        assert len(one.outdated) == one.line.outdated.value
    english = found["en/languages/2026/index.html"].view
    assert isinstance(english, ParityYearView)
    assert all(one.missing == () for one in english.kinds)


def test_title_of_what_has_expired_is_told_nowhere(compile_texts: CompileTexts) -> None:
    """A list of candidates leaves pages when its time is over."""
    expired = {
        "notices/2026/03-11-kandidatet/index.sq.md": release(
            "Emrat e kandidatëve",
            "time: 10:00",
            "event_at: 2026-03-11 09:00",
            "expires: 2026-03-20",
        ),
        "notices/2026/03-11-kandidatet/index.sr.md": release("Imena kandidata"),
    }

    found = pages(compile_texts({**SMALL, **expired}))

    counting = ("statist", "istatistik", "gjuhet", "jezici", "diller", "languages")
    shown = "".join(
        repr(page.view) for path, page in found.items() if any(word in path for word in counting)
    )
    assert "Emrat e kandidatëve" not in shown
    assert "Imena kandidata" not in shown


def test_a_year_without_publications_has_no_pages(compile_texts: CompileTexts) -> None:
    site = compile_texts(SMALL)
    voices = voices_of(site, URL, MESSAGES)

    for what in ("statistics", "parity"):
        assert list(pages_of(Subject(what, "sq", "", "2020"), voices)) == []
