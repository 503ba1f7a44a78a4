"""Site -> what the staff have to do, most pressing first, with the file that is to be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeGuard

from tellal.desk.speech import DEFAULT, sentence
from tellal.domain.editions import Publication
from tellal.domain.facts import AccessRequest, Approval, Competition, Facts, Minutes
from tellal.domain.languages import WRITTEN, language_of, published_as
from tellal.domain.office import Duty, Office
from tellal.site.exemptions import useless_exemptions
from tellal.site.listings import Listing
from tellal.site.parity import parity_rows
from tellal.site.phases import OPEN
from tellal.site.requests import course_of
from tellal.site.site import Site

OVERDUE = "Requests whose time limit has passed: {count}"
DUE = "Requests due within a week: {count}"
REQUIRED = "Translations that the law requires, missing: {count}"
OUTDATED = "Translations of an older text: {count}"
CLOSING = "Competitions that close within a week: {count}"
DRAFTS = "Minutes not approved: {count}"
PHOTOS = "Photos without a description in every language of the text: {count}"
USELESS = "Exceptions in office/exceptions.yaml that let nothing pass any more: {count}"
EXPECTED = "Translations expected, missing: {count}"
AHEAD = "Waiting for their moment: {count}"
NOTHING = "Nothing is waiting."
UNTIL = "until {day}"
STRICTLY = "until {day}, by another reading of the law until {last}"
FROM = "from {moment}"
MORE = "(and {count} more)"
A_WEEK = timedelta(days=7)
SHOWN = 6
"""How many of a group are named, so that all is read at a glance; the newest come first."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be opened, relative to the content folder, and until or from when it matters.

    `at_last` is the last day by the most generous reading.
    """

    path: str
    remark: str = ""
    when: str = ""
    at_last: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks of one sort. `title` is a sentence for the staff, with their `{count}`."""

    title: str
    tasks: tuple[Task, ...]


def tasks_of(site: Site) -> tuple[Group, ...]:
    """Return what is to be done as of the site's moment, without what is not."""
    today = site.as_of.date()
    groups = (
        Group(OVERDUE, tuple(_due(site, lambda due: due < today))),
        Group(DUE, tuple(_due(site, lambda due: today <= due <= today + A_WEEK))),
        Group(REQUIRED, tuple(_missing(site, Duty.REQUIRED))),
        Group(OUTDATED, tuple(_outdated(site))),
        Group(CLOSING, tuple(_closing(site))),
        Group(DRAFTS, tuple(_drafts(site))),
        Group(PHOTOS, tuple(Task(_path(one)) for one in site.public if one.undescribed)),
        Group(USELESS, tuple(Task(one.path) for one in useless_exemptions(site))),
        Group(EXPECTED, tuple(_missing(site, Duty.EXPECTED))),
        Group(AHEAD, tuple(_ahead(site))),
    )
    return tuple(group for group in groups if group.tasks)


def _due(site: Site, is_meant: Callable[[date], bool]) -> Iterator[Task]:
    """Yield the open requests by their day; of two readings of the law by the earlier."""
    found = []
    for publication in _of_kind(site, "request"):
        facts = publication.facts
        course = course_of(facts, site.office, site.as_of) if _is_request(facts) else None
        if course and course.is_open and course.strict_due and is_meant(course.strict_due):
            found.append((course.strict_due, publication.path, course.due))
    for strict, path, due in sorted(found):
        yield Task(path, UNTIL if strict == due else STRICTLY, str(strict), str(due))


def _is_request(facts: Facts) -> TypeGuard[AccessRequest]:
    return isinstance(facts, AccessRequest)


def _missing(site: Site, duty: Duty) -> Iterator[Task]:
    yield from _newest_first(
        (folder, written)
        for tag, written in _tongues(site.office)
        for row in parity_rows(site, tag)
        if row.duty is duty
        for folder in row.parity.missing
    )


def _outdated(site: Site) -> Iterator[Task]:
    yield from _newest_first(
        (folder, written)
        for tag, written in _tongues(site.office)
        for row in parity_rows(site, tag)
        for folder in row.parity.outdated
    )


def _newest_first(wanted: Iterable[tuple[str, str]]) -> Iterator[Task]:
    """Yield a text to be translated for each folder and language, by the day of the folder."""
    for folder, written in sorted(wanted, key=lambda one: one[0].partition("/")[2], reverse=True):
        yield Task(f"{folder}/index.{written}.md")


def _tongues(office: Office) -> Iterator[tuple[str, str]]:
    """Yield a published language for each one that is written: scripts are derived."""
    for written in WRITTEN:
        if written in office.card.languages:
            yield published_as(written)[0].tag, written


def _closing(site: Site) -> Iterator[Task]:
    for publication in _of_kind(site, "competition"):
        facts = publication.facts
        is_open = OPEN in site.letters[publication.reference.folder]
        if isinstance(facts, Competition) and is_open and facts.closes <= site.as_of + A_WEEK:
            yield Task(publication.path, UNTIL, f"{facts.closes:%Y-%m-%d %H:%M}")


def _drafts(site: Site) -> Iterator[Task]:
    for publication in _of_kind(site, "minutes"):
        facts = publication.facts
        if isinstance(facts, Minutes) and facts.status is Approval.DRAFT:
            yield Task(publication.path)


def _of_kind(site: Site, kind: str) -> Iterator[Publication]:
    """Yield the publications of a kind that are not withdrawn or past their time."""
    for listing in site.public:
        if listing.kind.name == kind and not site.is_gone(listing):
            yield site.whole(listing)


def _ahead(site: Site) -> Iterator[Task]:
    waiting = (one for one in site.known if one.folder not in site.by_folder)
    for listing in sorted(waiting, key=lambda one: (one.public_from, one.folder)):
        moment = site.whole(listing).public_from(site.as_of.tzinfo)
        yield Task(_path(listing), FROM, f"{moment:%Y-%m-%d %H:%M}")


def _path(listing: Listing) -> str:
    """Return the file in which the facts are stated."""
    return f"{listing.folder}/index.{language_of(listing.original).written}.md"


def task_lines(groups: Sequence[Group], root: str, language: str = DEFAULT) -> Iterator[str]:
    """Yield the groups as lines to print; paths stand as one would open them, under `root`."""
    if not groups:
        yield sentence(NOTHING, language)
    for group in groups:
        yield sentence(group.title, language, count=len(group.tasks))
        for task in group.tasks[:SHOWN]:
            values = {"day": task.when, "moment": task.when, "last": task.at_last}
            remark = f"  {sentence(task.remark, language, **values)}" if task.remark else ""
            yield f"  {root}{task.path}{remark}"
        if len(group.tasks) > SHOWN:
            yield f"  {sentence(MORE, language, count=len(group.tasks) - SHOWN)}"
