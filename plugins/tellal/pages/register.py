"""The register of requests: its front, its years, and the part of a year that a figure counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tellal.domain.addresses import PARTS
from tellal.domain.courses import Stage
from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import FigureGroup, FigureShown, Link, RegisterRow, RegisterView, Shell
from tellal.pages.voice import Voice
from tellal.site.figures import Figure, Measure
from tellal.site.requests import KIND, SECTION, Entry, entry_of, figures_of, register_of

NEWEST = 20
ALWAYS = ("requests_in_time", "requests_late", "requests_overdue", "requests_in_process")
"""Figures by time that are told even where there is nothing to count."""
SOMETIMES = (
    "requests_withdrawn",
    "requests_unmeasured",
    "requests_extended",
    "requests_complaints",
)
SAME = {"requests_outcome.withdrawn": "requests_withdrawn"}
"""What two figures count alike has one list."""
DAYS = ("requests_days_median", "requests_days_p90")


@dataclass(frozen=True, slots=True)
class Year:
    """The register of a year with all that is counted of it, by the keys of figures."""

    entries: tuple[Entry, ...]
    figures: dict[str, Figure]

    def behind(self, key: str) -> tuple[Entry, ...]:
        """Return the requests that a figure counts."""
        folders = set(self.figures[key].folders)
        return tuple(entry for entry in self.entries if entry.folder in folders)


def year_of(voice: Voice, year: int) -> Year:
    """Return the register of a year, put together once for a voice."""
    name = (SECTION, year)
    if name not in voice.at_hand:
        entries = register_of(voice.site, year)
        voice.at_hand[name] = Year(entries, {one.key: one for one in figures_of(entries)})
    found = voice.at_hand[name]
    assert isinstance(found, Year)
    return found


def register_front(voice: Voice, _: str) -> Page:
    """Return the front of the register: its newest requests, and the figures of its newest year."""
    site, addresses = voice.site, voice.addresses
    newest = (entry_of(site, listing) for listing in site.series(SECTION)[:NEWEST])
    address = addresses.section(voice.tag, KIND)
    year = next(iter(site.calendar(SECTION)))
    name = voice.section_name(KIND)
    shell = _shell(voice, name, address, everywhere(voice, "section", KIND), ())
    view = _view(voice, shell, year, (entry for entry in newest if entry), with_figures=True)
    return Page(path_of(address, addresses.root), "pages/register.html", view)


def register_year(voice: Voice, _: str, year: int) -> Page:
    """Return a year of the register, whole, with all figures and what leads to their lists."""
    address = voice.addresses.section(voice.tag, KIND, year)
    others = everywhere(voice, "section", KIND, year)
    title = f"{voice.section_name(KIND)} {year}"
    shell = _shell(voice, title, address, others, _trail(voice))
    view = _view(voice, shell, year, year_of(voice, year).entries, with_figures=True)
    return Page(path_of(address, voice.addresses.root), "pages/register_year.html", view)


def register_part(voice: Voice, key: str, year: int) -> Page | None:
    """Return the part of a year that a figure counts, None where it counts nothing."""
    if year not in voice.site.calendar(SECTION):
        return None
    entries = year_of(voice, year).behind(key)
    if not entries:
        return None
    address = voice.addresses.part(voice.tag, KIND, year, key)
    others = everywhere(voice, "part", KIND, year, key)
    title = f"{voice.section_name(KIND)} {year}: {voice.messages[label_of(key)]}"
    shell = _shell(voice, title, address, others, _trail(voice, year))
    view = _view(voice, shell, year, entries, with_figures=False)
    return Page(path_of(address, voice.addresses.root), "pages/register_part.html", view)


def label_of(key: str) -> str:
    """Return the key of the message that names a figure."""
    group, _, value = key.partition(".")
    if not value:
        return f"figure_{key}"
    return f"{'category' if group == 'requests_received' else 'outcome'}_{value}"


def _trail(voice: Voice, year: int | None = None) -> tuple[Link, ...]:
    section = Link(voice.section_name(KIND), voice.addresses.section(voice.tag, KIND))
    if year is None:
        return (section,)
    return section, Link(str(year), voice.addresses.section(voice.tag, KIND, year))


def _shell(
    voice: Voice, title: str, address: str, others: dict[str, str], trail: tuple[Link, ...]
) -> Shell:
    feed = voice.addresses.feed_of_section(voice.tag, KIND)
    feeds = voice.feeds(feed, voice.section_name(KIND), voice.site.series(SECTION))
    return voice.shell(title, address, others, trail, feeds)


def _view(
    voice: Voice, shell: Shell, year: int, entries: Iterable[Entry], with_figures: bool
) -> RegisterView:
    addresses, tag = voice.addresses, voice.tag
    calendar = voice.site.calendar(SECTION)
    return RegisterView(
        shell=shell,
        year=year,
        groups=tuple(_groups(voice, year)) if with_figures else (),
        rows=tuple(row_of(entry, voice) for entry in entries),
        years=tuple(Link(str(y), addresses.section(tag, KIND, y)) for y in calendar),
        months=tuple(
            (date(year, month, 1), addresses.section(tag, KIND, year, month))
            for month in calendar[year]
        ),
        annual=addresses.annual(tag, KIND, year),
        data=addresses.data(f"requests-{year}.csv"),
        front=addresses.section(tag, KIND, year),
    )


def row_of(entry: Entry, voice: Voice) -> RegisterRow:
    """Return a request as the table of the register shows it."""
    course, request = entry.course, entry.request
    remedy = course.remedy
    is_open = remedy is not None and remedy.stage is Stage.OPEN
    return RegisterRow(
        reference=request.reference,
        received=request.received,
        title=voice.link_to(entry.publication),
        category=request.category.value,
        status=course.status.value,
        due=course.due,
        days=course.days_taken,
        outcome=request.outcome.value if request.outcome else None,
        remedy=remedy.key if remedy else "complaint" if request.complaint else None,
        remedy_on=request.complaint.on if request.complaint else None,
        remedy_until=remedy.working.due if remedy and is_open else None,
    )


def _groups(voice: Voice, year: int) -> Iterator[FigureGroup]:
    """Yield the figures of a year, each with the address of the list behind it."""
    found = year_of(voice, year).figures

    def shown(keys: Iterable[str]) -> tuple[FigureShown, ...]:
        return tuple(_shown(found[key], voice, year) for key in keys)

    def some(start: str) -> Iterator[str]:
        return (key for key, figure in found.items() if key.startswith(start) and figure.value)

    sometimes = (key for key in SOMETIMES if found[key].value)
    yield FigureGroup("register_by_time", shown(("requests_received", *ALWAYS, *sometimes)))
    for label, start in (("outcome", "requests_outcome."), ("category", "requests_received.")):
        if figures := shown(some(start)):
            yield FigureGroup(f"fact_{label}", figures)
    if found[DAYS[0]].value is not None:
        yield FigureGroup("register_days", shown(DAYS))


def _shown(figure: Figure, voice: Voice, year: int) -> FigureShown:
    part = SAME.get(figure.key, figure.key)
    is_part = part in PARTS and figure.value
    address = voice.addresses.part(voice.tag, KIND, year, part) if is_part else None
    value = None if figure.value is None else int(figure.value)
    unit = "days" if figure.measure is Measure.DAYS else ""
    return FigureShown(label_of(figure.key), value, unit, address)
