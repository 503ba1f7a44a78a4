"""How complete a language is, in public: all years at a glance, and each year with its lists."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.facts import KINDS
from tellal.domain.office import Duty
from tellal.pages.figures import counted
from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    Amount,
    Bar,
    Chart,
    Counted,
    Link,
    ParityKind,
    ParityLine,
    ParityView,
    ParityYearView,
    TableView,
)
from tellal.pages.voice import Voice
from tellal.site.figures import Measure
from tellal.site.parity import ParityRow, parity_rows

HEADER = (
    "year",
    "kind",
    "duty",
    "published",
    "present",
    "missing",
    "outdated",
    "derived",
    "days_unknown",
    "days_median",
)
SLOWEST = 10
"""How many of the slowest translations of a kind are named; the data has all."""


def parity_pages(voice: Voice) -> Iterator[Page]:
    """Yield how complete the language is over all years, as a page and as open data."""
    rows = parity_rows(voice.site, voice.tag)
    if not rows:
        return
    addresses, address = voice.addresses, voice.addresses.parity(voice.tag)
    data = addresses.data(f"parity-{voice.language.address}.csv")
    view = ParityView(
        shell=voice.shell(
            voice.messages["parity"],
            address,
            everywhere(voice, "parity"),
            description=voice.messages["parity_summary"],
        ),
        lines=tuple(_line(row, voice) for row in rows),
        totals=tuple(_totals(rows, voice)),
        chart=_chart(rows),
        data=data,
    )
    yield Page(path_of(address, addresses.root), "pages/parity.html", view)
    table = TableView(HEADER, tuple(_cells(row) for row in rows))
    yield Page(path_of(data, addresses.root), "table", table)


def parity_year(voice: Voice, year: int) -> Page | None:
    """Return what is missing and outdated of a year, None where nothing was published."""
    rows = [row for row in parity_rows(voice.site, voice.tag) if row.year == year]
    if not rows:
        return None
    addresses = voice.addresses
    address = addresses.parity(voice.tag, year)
    trail = (Link(voice.messages["parity"], addresses.parity(voice.tag)),)
    view = ParityYearView(
        shell=voice.shell(
            f"{voice.messages['parity']} {year}", address, everywhere(voice, "parity", year), trail
        ),
        year=year,
        kinds=tuple(_kind(row, voice) for row in rows),
    )
    return Page(path_of(address, addresses.root), "pages/parity_year.html", view)


def _kind(row: ParityRow, voice: Voice) -> ParityKind:
    """Return a kind of a year. What is not owed and missing stands, marked, in the archive."""
    missing = () if row.duty is Duty.OPTIONAL else row.parity.missing
    days = row.parity.days
    slowest = sorted((folder for folder in days if days[folder]), key=lambda f: (-days[f], f))
    return ParityKind(
        collection=row.kind.collection,
        line=_line(row, voice),
        missing=tuple(counted(voice, folder) for folder in missing),
        outdated=tuple(counted(voice, folder) for folder in row.parity.outdated),
        slowest=tuple(_slow(voice, folder, days[folder]) for folder in slowest[:SLOWEST]),
    )


def _slow(voice: Voice, folder: str, days: int) -> Counted:
    return counted(voice, folder, Amount(days, Measure.DAYS.value))


def _line(row: ParityRow, voice: Voice) -> ParityLine:
    """Return a row of the table, each number with the page that shows what it counts."""
    parity, addresses = row.parity, voice.addresses
    archive = addresses.section(voice.tag, row.kind, row.year)
    shown = row.year in voice.site.calendar(f"section/{row.kind.collection}")
    whole = archive if shown else None
    page = f"{addresses.parity(voice.tag, row.year)}#{row.kind.collection}"
    data = addresses.data(f"statistics-{row.year}-lists.csv")
    absent = whole if row.duty is Duty.OPTIONAL else f"{page}-missing"
    return ParityLine(
        year=row.year,
        kind=row.kind.name,
        duty=row.duty.value,
        published=Amount(len(parity.published), to=whole),
        present=_counted(parity.present, whole),
        missing=_counted(len(parity.missing), absent),
        outdated=_counted(len(parity.outdated), f"{page}-outdated"),
        derived=_counted(len(parity.derived), whole),
        silent=_counted(len(parity.silent), data),
        days=Amount(parity.median, Measure.DAYS.value, data if parity.days else None),
    )


def _counted(number: int, to: str | None) -> Amount:
    return Amount(number, to=to if number else None)


def _totals(rows: tuple[ParityRow, ...], voice: Voice) -> Iterator[ParityLine]:
    """Yield a line for each year: its kinds together."""
    for year in dict.fromkeys(row.year for row in rows):
        some = [row.parity for row in rows if row.year == year]
        page = voice.addresses.parity(voice.tag, year)
        numbers = {
            "published": sum(len(one.published) for one in some),
            "present": sum(one.present for one in some),
            "missing": sum(len(one.missing) for one in some),
            "outdated": sum(len(one.outdated) for one in some),
            "derived": sum(len(one.derived) for one in some),
            "silent": sum(len(one.silent) for one in some),
        }
        amounts = {key: _counted(number, page) for key, number in numbers.items()}
        yield ParityLine(year=year, kind="", duty="", days=Amount(None), **amounts)


def _chart(rows: tuple[ParityRow, ...]) -> Chart:
    """Return what part of each kind is there, over all years, in percent."""
    bars = []
    for kind in dict.fromkeys(row.kind for row in sorted(rows, key=_menu_order)):
        some = [row.parity for row in rows if row.kind is kind]
        published = sum(len(one.published) for one in some)
        share = round(100 * sum(one.present for one in some) / published, 1)
        bars.append(Bar(f"section_{kind.collection}", Amount(share, Measure.PERCENT.value)))
    return Chart("parity", tuple(bars))


def _menu_order(row: ParityRow) -> int:
    return KINDS.index(row.kind)


def _cells(row: ParityRow) -> tuple[str, ...]:
    parity = row.parity
    numbers = (
        len(parity.published),
        parity.present,
        len(parity.missing),
        len(parity.outdated),
        len(parity.derived),
        len(parity.silent),
    )
    median = "" if parity.median is None else str(parity.median)
    return (str(row.year), row.kind.name, row.duty.value, *map(str, numbers), median)
