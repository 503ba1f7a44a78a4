"""Site, period -> the office's report as files: a page and a PDF in each language, all as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from tellal.build.static import FOLDER, static_files
from tellal.desk.basis import Basis, basis_of, digest_of, lines_of
from tellal.desk.ways import Passed, table_of
from tellal.domain.findings import WrongAnswer
from tellal.outputs.catalogues import compile_words
from tellal.outputs.printing import render_pdf
from tellal.outputs.render import Theme, open_theme
from tellal.outputs.tables import render_table
from tellal.pages.figure_tables import HEADER, LISTS_HEADER, figure_rows, list_rows
from tellal.pages.figures import lines_of as figure_lines
from tellal.pages.views import TableView, WorkReportView
from tellal.pages.voice import Voices, voices_of
from tellal.pages.work_report import WAYS_DATA, report_name, report_view
from tellal.reading.scalars import Context, Unreadable, read_date
from tellal.settings import Settings
from tellal.site.figures import Figure, Period
from tellal.site.reports import chapters_of
from tellal.site.site import Site

REPORTS = "reports-out"
WRITTEN = "Written: {folder}. Figures: {count}."
NO_DAY = '"{text}" is not a date. Write it like 2019-09-12 or 12.09.2019.'
NO_PERIOD = "{last} is before {first}. Write the first day first."
DATA, BASIS = "report.json", "content.sha256"


@dataclass(frozen=True)
class WorkReport:
    """The report of a period as of the site's moment, ready to be written.

    `passed` are the releases of which it is known how long they took.
    """

    site: Site
    period: Period
    basis: Basis
    theme: Theme
    voices: Voices
    settings: Settings
    passed: tuple[Passed, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return all figures, in the order of the report."""
        chapters = chapters_of(self.site, self.period)
        return tuple(figure for chapter in chapters for figure in chapter.figures)

    def view(self, tag: str) -> WorkReportView:
        """Return the report in a language."""
        seconds = [one.seconds for one in self.passed]
        return report_view(self.voices[tag], self.period, digest_of(self.basis), seconds)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the bytes of each file of the report."""
        for tag, say in self.theme.voices.items():
            view = self.view(tag)
            page = self.theme.env.get_template("documents/work_report.html")
            yield report_name(tag, "html"), page.render(page=view, say=say).encode()
            yield report_name(tag, "pdf"), render_pdf(view, say)
        yield "figures.csv", render_table(self._figure_table()).encode()
        yield "lists.csv", render_table(self._list_table()).encode()
        if self.passed:
            yield WAYS_DATA, render_table(table_of(self.passed)).encode()
        yield DATA, self._data().encode()
        yield BASIS, lines_of(self.basis).encode()
        yield from self._theme_files()

    def _theme_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield what the pages are shown with; what stands at the top of a site is of no report."""
        for path, data in static_files(self.settings.theme / "static"):
            if path.startswith(f"{FOLDER}/"):
                yield path, data

    def _figure_table(self) -> TableView:
        """Return the figures with what they are called in each language."""
        tags = tuple(self.voices)
        labels = [
            [self.theme.voices[tag].label(line) for tag in tags]
            for line in figure_lines(self.figures, self.voices[tags[0]], lambda _: None)
        ]
        rows = zip(figure_rows(self.figures), labels, strict=True)
        header = (*HEADER, *(f"label_{tag}" for tag in tags))
        return TableView(header, tuple((*row, *label) for row, label in rows))

    def _list_table(self) -> TableView:
        """Return what stands in each list, with title and address in the original language."""
        rows = tuple((*row, *self._seen(row[2])) for row in list_rows(self.figures))
        return TableView((*LISTS_HEADER, "title", "address"), rows)

    def _seen(self, folder: str) -> tuple[str, str]:
        listing = self.site.by_folder[folder]
        voice = self.voices[listing.original]
        on = listing.on if listing.is_dated else None
        slug = dict(listing.slugs)[listing.original]
        address = voice.addresses.item(listing.original, listing.kind, on, slug)
        title = voice.title_of(self.site.whole(listing)).text
        return title, f"{voice.host}{address}"

    def _data(self) -> str:
        values = {
            "period": [str(self.period.first), str(self.period.last)],
            "as_of": self.site.as_of.isoformat(timespec="minutes"),
            "digest": digest_of(self.basis),
            "figures": [
                {"figure": one.key, "value": one.value, "measure": one.measure.value}
                for one in self.figures
            ],
        }
        return f"{json.dumps(values, indent=2)}\n"


def work_report(
    site: Site, period: Period, settings: Settings, passed: tuple[Passed, ...] = ()
) -> WorkReport:
    """Return the report of a period as of the site's moment."""
    words = compile_words(settings.theme, site.office.languages)
    theme = open_theme(settings.theme, words)
    voices = voices_of(site, settings.url, theme.messages)
    basis = basis_of(site, settings.content)
    return WorkReport(site, period, basis, theme, voices, settings, passed)


def write_report(report: WorkReport, output: Path) -> Path:
    """Write the report into a folder of its own in `output`, and return that folder."""
    folder = output / f"{report.period.first}_{report.period.last}"
    for path, data in report.files():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def period_of(first: str, last: str) -> Period:
    """Return the period between two days as staff type them. Raises WrongAnswer."""
    days = [_day(text) for text in (first, last)]
    if days[1] < days[0]:
        raise WrongAnswer(NO_PERIOD, first=days[0], last=days[1])
    return Period(*days)


def _day(text: str) -> date:
    try:
        return read_date(text, Context("sq", ZoneInfo("UTC")))
    except Unreadable:
        raise WrongAnswer(NO_DAY, text=text) from None
