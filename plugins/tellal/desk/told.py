"""A report's file -> what it tells: figures and sentences, from its page, its JSON or its CSV."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

from tellal.desk.report import BASIS, DATA
from tellal.domain.findings import WrongAnswer
from tellal.site.figures import Period

NO_REPORT = "{file} is no report of Tellal's. Name its report.sq.html, report.json or figures.csv."
SENTENCE = "report-sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report says. `values` are as written, by the figure's key; `shown` as readers see it.

    `tag` is the language of a page, and `sentences` stand in it; data has neither. `basis` are the
    digests of the publications, None where they do not lie beside the report.
    """

    period: Period
    as_of: datetime
    digest: str
    values: dict[str, str]
    shown: dict[str, str] = field(default_factory=dict)
    tag: str | None = None
    sentences: tuple[str, ...] = ()
    basis: dict[str, str] | None = None


def read_told(file: Path) -> Told:
    """Return what a report says. Raises WrongAnswer for a file that is none."""
    try:
        if file.suffix == ".html":
            return _from_page(file)
        data = json.loads((file.parent / DATA).read_text("utf-8"))
        values = {one["figure"]: text_of(one["value"]) for one in data["figures"]}
        if file.suffix == ".csv":
            rows = csv.DictReader(file.read_text("utf-8").splitlines())
            values = {row["figure"]: row["value"] for row in rows}
        period = "/".join(data["period"])
        return _told(file, (period, data["as_of"], data["digest"]), values)
    except (OSError, KeyError, ValueError, TypeError):
        raise WrongAnswer(NO_REPORT, file=file) from None


def text_of(value: float | None) -> str:
    """Return a value as data has it."""
    return "" if value is None else str(value)


def _told(file: Path, basis: tuple[str, str, str], values: dict[str, str]) -> Told:
    first, _, last = basis[0].partition("/")
    return Told(
        period=Period(date.fromisoformat(first), date.fromisoformat(last)),
        as_of=datetime.fromisoformat(basis[1]),
        digest=basis[2],
        values=values,
        basis=_basis_beside(file),
    )


def _basis_beside(file: Path) -> dict[str, str] | None:
    beside = file.parent / BASIS
    if not beside.is_file():
        return None
    lines = (line.partition("  ") for line in beside.read_text("utf-8").splitlines())
    return {folder: digest for digest, _, folder in lines}


def _from_page(file: Path) -> Told:
    reader = _PageReader()
    reader.feed(file.read_text("utf-8"))
    named = reader.named
    basis = (named["tellal-period"], named["tellal-as-of"], named["tellal-digest"])
    told = _told(file, basis, reader.values)
    return Told(
        period=told.period,
        as_of=told.as_of,
        digest=told.digest,
        values=told.values,
        shown=reader.shown,
        tag=reader.tag,
        sentences=tuple(reader.sentences),
        basis=told.basis,
    )


class _PageReader(HTMLParser):
    """Finds figures, sentences and what the report was computed from."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = ""
        self.named: dict[str, str] = {}
        self.values: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.sentences: list[str] = []
        self._figure: str | None = None
        self._in_sentence = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "html":
                self.tag = given["lang"]
            case "meta" if "name" in given:
                self.named[given["name"]] = given["content"]
            case "data" if "data-figure" in given:
                self._figure = given["data-figure"]
                self.values[self._figure] = given["value"]
                self.shown[self._figure] = ""
            case "p" if given.get("class") == SENTENCE:
                self._in_sentence = True
                self.sentences.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "data":
            self._figure = None
        elif tag == "p":
            self._in_sentence = False

    def handle_data(self, data: str) -> None:
        if self._figure:
            self.shown[self._figure] += data
        elif self._in_sentence:
            self.sentences[-1] += data
