"""The yearly report on requests to the Agency, and the register as open data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from tellal.domain.courses import Stage
from tellal.domain.facts import Outcome
from tellal.domain.office import Deadline
from tellal.domain.periods import count_period
from tellal.domain.values import Words
from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.periods import source_shown
from tellal.pages.register import Year, label_of, year_of
from tellal.pages.views import AgencyRow, AgencyView, Link, TableView
from tellal.pages.voice import Voice
from tellal.site.requests import KIND, SECTION, Entry

DECISIONS = tuple(f"requests_outcome.{outcome.value}" for outcome in Outcome)
PENDING = ("requests_in_process", "requests_overdue")
TIMES = ("requests_in_time", "requests_late", "requests_complaints")
HEADER = (
    *("reference", "received", "channel", "category", "urgent", "status", "due", "answered"),
    *("days_taken", "in_time", "outcome", "extended_on", "forwarded_on", "complaint_on"),
    *("complaint_until", "directorate", "title", "language", "url"),
)


def annual_page(voice: Voice, year: int) -> Page | None:
    """Return the report of a year: decisions, reasons for refusals, with the list behind each."""
    if year not in voice.site.calendar(SECTION):
        return None
    found = year_of(voice, year)
    address = voice.addresses.annual(voice.tag, KIND, year)
    above = Link(voice.section_name(KIND), voice.addresses.section(voice.tag, KIND))
    here = Link(str(year), voice.addresses.section(voice.tag, KIND, year))
    others = everywhere(voice, "annual", KIND, year)
    title = f"{voice.messages['annual_report']} {year}"
    due, source = _due(voice, year)
    view = AgencyView(
        shell=voice.shell(title, address, others, (above, here)),
        year=year,
        received=len(found.entries),
        groups=tuple(_groups(found, voice)),
        due=due,
        source=source_shown(source.source, voice) if source else (),
        confidence=source.confidence.value if source else "",
        register=here.address,
        data=voice.addresses.data(f"requests-agency-{year}.csv"),
    )
    return Page(path_of(address, voice.addresses.root), "pages/annual.html", view)


def _due(voice: Voice, year: int) -> tuple[date | None, Deadline | None]:
    """Return until when the report must be with the Agency, and the rule that says so."""
    office, end = voice.site.office, date(year, 12, 31)
    row = office.deadline("report-to-agency", end)
    return (count_period(row, end, office.days_off).due, row) if row else (None, None)


def _groups(found: Year, voice: Voice) -> Iterator[tuple[str, tuple[AgencyRow, ...]]]:
    for label, keys in (
        ("annual_decisions", DECISIONS),
        ("annual_pending", PENDING),
        ("annual_time", TIMES),
    ):
        rows = (AgencyRow(label_of(key), *_behind(found.behind(key), voice)) for key in keys)
        yield label, tuple(row for row in rows if row.count or label == "annual_decisions")
    reasons = tuple(
        AgencyRow("fact_refusal_reason", *_behind(entries, voice), voice.said(reason))
        for reason, entries in reasons_of(found)
    )
    yield "annual_reasons", reasons


def _behind(entries: tuple[Entry, ...], voice: Voice) -> tuple[int, tuple[Link, ...]]:
    links = (_link(entry, voice) for entry in reversed(entries))
    return len(entries), tuple(links)


def _link(entry: Entry, voice: Voice) -> Link:
    address, _ = voice.address_of(entry.publication)
    return Link(entry.request.reference, address)


def reasons_of(found: Year) -> list[tuple[Words, tuple[Entry, ...]]]:
    """Return the reasons for refusing, in part or at all, with their requests; commonest first."""
    reasons: dict[Words, list[Entry]] = defaultdict(list)
    for entry in found.entries:
        if entry.request.refusal_reason:
            reasons[entry.request.refusal_reason].append(entry)
    ordered = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0].pairs))
    return [(reason, tuple(entries)) for reason, entries in ordered]


def data_pages(voice: Voice, year: int) -> Iterator[Page]:
    """Yield the register of a year and its report as open data, in no language."""
    if year not in voice.site.calendar(SECTION):
        return
    found = year_of(voice, year)
    requests = TableView(HEADER, tuple(_line(one, voice) for one in reversed(found.entries)))
    header = ("year", "group", "key", "reason", "count", "references")
    report = TableView(header, tuple(_report_lines(found, year)))
    for name, view in (("requests", requests), ("requests-agency", report)):
        address = voice.addresses.data(f"{name}-{year}.csv")
        yield Page(path_of(address, voice.addresses.root), "table", view)


def _line(entry: Entry, voice: Voice) -> tuple[str, ...]:
    course, request, publication = entry.course, entry.request, entry.publication
    dated = (request.extended, request.forwarded, request.complaint)
    remedy = course.remedy
    original = publication.original
    return (
        *(request.reference, str(request.received), request.channel.value, request.category.value),
        *(_plain(request.urgent), course.status.value, _plain(course.due), _plain(course.ended)),
        *(_plain(course.days_taken), _plain(course.in_time)),
        request.outcome.value if request.outcome else "",
        *(str(one.on) if one else "" for one in dated),
        str(remedy.working.due) if remedy and remedy.stage is not Stage.AHEAD else "",
        *(publication.common.directorate or "", publication.first.title, original),
        f"{voice.host}{voice.addresses.publication(publication, original)}",
    )


def _plain(value: object) -> str:
    """Return a value as machines read it.

    >>> [_plain(True), _plain(False), _plain(None), _plain(7), _plain(date(2019, 7, 19))]
    ['yes', 'no', '', '7', '2019-07-19']
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _report_lines(found: Year, year: int) -> Iterator[tuple[str, ...]]:
    for group, keys in (("decision", DECISIONS), ("pending", PENDING), ("time", TIMES)):
        for key in keys:
            yield _report_line(year, group, key, "", found.behind(key))
    for reason, entries in reasons_of(found):
        yield _report_line(year, "reason", "refusal_reason", reason.pairs[0][1], entries)


def _report_line(
    year: int, group: str, key: str, reason: str, entries: tuple[Entry, ...]
) -> tuple[str, ...]:
    references = " ".join(entry.request.reference for entry in reversed(entries))
    return str(year), group, key, reason, str(len(entries)), references
