"""A report's file -> what it tells: figures and sentences, from its page, its JSON or its CSV."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from tellal.desk.report import BASIS, DATA
from tellal.desk.told_page import PageReader
from tellal.domain.findings import WrongAnswer
from tellal.site.figures import Period

NO_REPORT = "{file} is no report of Tellal's. Name its report.sq.html, report.json or figures.csv."
Entry = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report says. `values` are as written, by the figure's key; `shown` as readers see it.

    `of` is what they are out of, in digits. `tag` is the language of a page, and `sentences` stand
    in it; data has neither. `lists` have their entries by the list's name: of a page the path of
    its address and the amount in digits, of data folder and value. `basis` are the digests of the
    publications, None where they do not lie beside the report.
    """

    period: Period
    as_of: datetime
    digest: str
    values: dict[str, str]
    shown: dict[str, str] = field(default_factory=dict)
    tag: str | None = None
    sentences: tuple[str, ...] = ()
    of: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[Entry]] = field(default_factory=dict)
    basis: dict[str, str] | None = None


def read_told(file: Path) -> Told:
    """Return what a report says. Raises WrongAnswer for a file that is none."""
    try:
        if file.suffix == ".html":
            return _from_page(file)
        data = json.loads((file.parent / DATA).read_text("utf-8"))
        values = {one["figure"]: text_of(one["value"]) for one in data["figures"]}
        basis = ("/".join(data["period"]), data["as_of"], data["digest"])
        told = _told(file, basis, values)
        return _with_rows(told, file) if file.suffix == ".csv" else told
    except (OSError, KeyError, ValueError, TypeError):
        raise WrongAnswer(NO_REPORT, file=file) from None


def _with_rows(told: Told, file: Path) -> Told:
    """Return what a table says, in place of what the data beside it does."""
    rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
    if rows and "folder" not in rows[0]:
        values = {row["figure"]: row["value"] for row in rows}
        return replace(told, values=values, of={row["figure"]: row["of"] for row in rows})
    lists: dict[str, list[Entry]] = {}
    for row in rows:
        lists.setdefault(row["figure"], []).append((row["folder"], row["value"]))
    return replace(told, lists=lists)


def digits_of(text: str) -> str:
    """Return a number as it is written, without what groups and ends it."""
    return "".join(filter(str.isdecimal, text))


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
    reader = PageReader()
    reader.feed(file.read_text("utf-8"))
    named = reader.named
    basis = (named["tellal-period"], named["tellal-as-of"], named["tellal-digest"])
    return replace(
        _told(file, basis, reader.values),
        shown=reader.shown,
        tag=reader.tag,
        sentences=tuple(reader.sentences),
        of={figure: digits_of(text) for figure, text in reader.of.items()},
        lists={
            name: [(urlsplit(entry.address).path, digits_of(entry.amount)) for entry in entries]
            for name, entries in reader.lists.items()
        },
    )
