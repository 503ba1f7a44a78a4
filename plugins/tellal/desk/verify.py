"""A report, the content as it is -> what the report says that the content does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import urlsplit

from tellal.desk.basis import Basis, digest_of
from tellal.desk.report import WorkReport
from tellal.desk.speech import DEFAULT, sentence
from tellal.desk.told import Entry, Told, digits_of, text_of
from tellal.outputs.sentences import text_of as sentence_text
from tellal.pages.figure_tables import list_rows

OTHER_FIGURE = "{figure}: the report says {told}, the content says {counted}."
NO_FIGURE = "{figure}: the report does not say it, the content says {counted}."
UNKNOWN_FIGURE = "{figure}: the report says {told}, and nothing counts it."
OTHER_SHOWN = '{figure}: the report shows "{shown}" where it counts {told}.'
OTHER_SENTENCE = "A sentence says other numbers than the content: {sentence}"
NO_SENTENCE = "A sentence is missing: {sentence}"
OTHER_OF = "{figure}: the report counts it out of {told}, the content out of {counted}."
OTHER_LIST = "{figure}: the list behind it is not what was counted, from entry {place} on."
OTHER_BASIS = (
    "The file content.sha256 beside the report is not what the report names as its content."
)
CHANGED = "{folder}: its content is not what it was when the report was made."
GONE = "{folder}: it was there when the report was made."
ADDED = "{folder}: it was not there when the report was made."
OTHER_DIGEST = "The content is not what it was when the report was made: its digest is {digest}."
AGREES = (
    "The report holds: {count} figures and their lists are what they were. Texts changed since:"
)
HOLDS = "The report holds: {count} figures and all content are what they were."
NUMBERS = re.compile(r"\d+")

Difference = tuple[str, dict[str, str]]
"""A sentence for the staff and what is filled in."""


def difference_lines(told: Told, report: WorkReport, language: str = DEFAULT) -> Iterator[str]:
    """Yield each difference as a line to print."""
    for message, values in differences(told, report):
        yield sentence(message, language, **values)


def change_lines(told: Told, report: WorkReport, language: str = DEFAULT) -> Iterator[str]:
    """Yield as lines to print what changed without changing a figure."""
    for message, values in changes(told, report.basis):
        yield sentence(message, language, **values)


def differences(told: Told, report: WorkReport) -> Iterator[Difference]:
    """Yield everything in which a report differs from what is counted now, as of its moment."""
    yield from _figures(told, report)
    if told.tag:
        yield from _shown(told, report)
        yield from _sentences(told, report)
    yield from _denominators(told, report)
    yield from _lists(told, report)
    if told.basis is not None and digest_of(told.basis) != told.digest:
        yield OTHER_BASIS, {}


def _figures(told: Told, report: WorkReport) -> Iterator[Difference]:
    counted = {figure.key: text_of(figure.value) for figure in report.figures}
    for key in dict.fromkeys((*counted, *told.values)):
        said, now = told.values.get(key), counted.get(key)
        if now is None:
            yield UNKNOWN_FIGURE, {"figure": key, "told": str(said)}
        elif said is None:
            yield NO_FIGURE, {"figure": key, "counted": now}
        elif said != now:
            yield OTHER_FIGURE, {"figure": key, "told": said, "counted": now}


def _shown(told: Told, report: WorkReport) -> Iterator[Difference]:
    """Yield the figures that readers see otherwise than they are in the data of the page."""
    say = report.theme.voices[told.tag or ""]
    for figure in report.figures:
        shown = told.shown.get(figure.key)
        expected = say.amount(figure.value, figure.measure.value)
        if shown is not None and _numbers(shown) != _numbers(expected):
            values = {"shown": shown, "told": text_of(figure.value)}
            yield OTHER_SHOWN, {"figure": figure.key, **values}


def _sentences(told: Told, report: WorkReport) -> Iterator[Difference]:
    say = report.theme.voices[told.tag or ""]
    chapters = report.view(told.tag or "").chapters
    expected = [sentence_text(say, one) for chapter in chapters for one in chapter.sentences]
    for said, now in zip_longest(told.sentences, expected, fillvalue=""):
        if not said:
            yield NO_SENTENCE, {"sentence": now}
        elif _numbers(said) != _numbers(now):
            yield OTHER_SENTENCE, {"sentence": said}


def _denominators(told: Told, report: WorkReport) -> Iterator[Difference]:
    counted = {figure.key: str(figure.of or "") for figure in report.figures}
    for key, said in told.of.items():
        if key in counted and said.removeprefix("0") != counted[key]:
            yield OTHER_OF, {"figure": key, "told": said, "counted": counted[key]}


def _lists(told: Told, report: WorkReport) -> Iterator[Difference]:
    """Yield each list, of those that the file has, that is not the one that was counted."""
    if not told.lists:
        return
    counted = _shown_lists(report, told.tag) if told.tag else _listed(report)
    for key in dict.fromkeys((*counted, *told.lists)):
        both = zip_longest(told.lists.get(key, ()), counted.get(key, ()))
        place = next((place for place, (a, b) in enumerate(both, 1) if a != b), 0)
        if place:
            yield OTHER_LIST, {"figure": key, "place": str(place)}


def _shown_lists(report: WorkReport, tag: str) -> dict[str, list[Entry]]:
    """Return the lists of a page: the address and the amount of each entry."""
    say = report.theme.voices[tag]
    amounts = (
        (one.anchor, entry.address or "", entry.amount)
        for chapter in report.view(tag).chapters
        for one in chapter.lists
        for entry in one.entries
    )
    found: dict[str, list[Entry]] = {}
    for anchor, address, amount in amounts:
        text = digits_of(say.amount(amount.value, amount.measure)) if amount else ""
        found.setdefault(anchor, []).append((urlsplit(address).path, text))
    return found


def _listed(report: WorkReport) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for figure, _, folder, value in list_rows(report.figures):
        found.setdefault(figure, []).append((folder, value))
    return found


def _numbers(text: str) -> list[str]:
    return NUMBERS.findall(text)


def changes(told: Told, now: Basis) -> Iterator[Difference]:
    """Yield the publications that are not what they were, as far as it is known which they are."""
    digest = digest_of(now)
    if told.digest == digest:
        return
    yield OTHER_DIGEST, {"digest": digest}
    before = told.basis if told.basis and digest_of(told.basis) == told.digest else None
    for folder in sorted({*before, *now}) if before is not None else ():
        if folder not in now:
            yield GONE, {"folder": folder}
        elif before and folder not in before:
            yield ADDED, {"folder": folder}
        elif before and before[folder] != now[folder]:
            yield CHANGED, {"folder": folder}
