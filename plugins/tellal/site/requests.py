"""Site -> the register of requests for public documents, and what it counts.

A figure and the list behind it come of one question: pages that list are pages that count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from tellal.domain.clock import course_on
from tellal.domain.courses import Course, Status
from tellal.domain.editions import Publication
from tellal.domain.facts import KIND_OF_COLLECTION, AccessRequest, Category, Outcome
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass
from tellal.site.figures import NINETIETH, Figure, Period, count_of, percentile_of
from tellal.site.listings import Listing
from tellal.site.site import Site

SECTION = "section/requests"
"""The name of the series of all requests."""
KIND = KIND_OF_COLLECTION["requests"]

__all__ = ["KIND", "SECTION", "Entry", "course_of", "figures_of", "register_of", "request_figures"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A request in the register, with its course as of the site's moment."""

    publication: Publication
    course: Course

    @property
    def folder(self) -> str:
        """Return the folder of the publication."""
        return self.publication.reference.folder

    @property
    def request(self) -> AccessRequest:
        """Return the request as far as it is known."""
        return self.course.request


def course_of(request: AccessRequest, office: Office, as_of: datetime) -> Course:
    """Return the course of a request as of a moment of the office's clock."""
    return course_on(request, office, as_of.date())


def register_of(site: Site, year: int) -> tuple[Entry, ...]:
    """Return the requests of a year of the archive in its order; what was taken back stands out."""
    months = site.calendar(SECTION).get(year, {})
    return tuple(_entries(site, (one for month in months.values() for one in month)))


def entry_of(site: Site, listing: Listing) -> Entry | None:
    """Return a request with its course, None for what is no request or was taken back."""
    if listing.kind is not KIND or site.is_gone(listing):
        return None
    publication = site.whole(listing)
    assert isinstance(publication.facts, AccessRequest)
    return Entry(publication, course_of(publication.facts, site.office, site.as_of))


def _entries(site: Site, listings: Iterable[Listing]) -> Iterator[Entry]:
    found = (entry_of(site, listing) for listing in listings)
    return (entry for entry in found if entry)


def request_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return what is counted of the requests that were received in a period.

    How they stand is told as of the site's moment. The folder's date may be another than the day
    of receipt, but for years around the period no publication is opened.
    """
    near = range(period.first.year - 1, period.last.year + 2)
    entries = (entry for year in near for entry in register_of(site, year))
    return figures_of([entry for entry in entries if entry.request.received in period])


def figures_of(entries: Sequence[Entry]) -> tuple[Figure, ...]:
    """Return what is counted of some requests; each is in exactly one of the groups by time."""
    whole = len(entries)

    def counted(key: str, holds: Callable[[Entry], bool]) -> Figure:
        return count_of(key, (entry.folder for entry in entries if holds(entry)), whole)

    days = {
        entry.folder: entry.course.days_taken
        for entry in entries
        if entry.course.days_taken is not None and entry.course.status is not Status.WITHDRAWN
    }
    return (
        count_of("requests_received", (entry.folder for entry in entries)),
        *(counted(f"requests_received.{one.value}", _is_from(one)) for one in Category),
        *(counted(f"requests_{key}", holds) for key, holds in BY_TIME.items()),
        *(counted(f"requests_outcome.{one.value}", _ended_by(one)) for one in Outcome),
        counted("requests_extended", lambda entry: entry.course.extension_counts),
        counted("requests_complaints", lambda entry: entry.request.complaint is not None),
        percentile_of("requests_days_median", days),
        percentile_of("requests_days_p90", days, NINETIETH),
    )


def _is_from(category: Category) -> Callable[[Entry], bool]:
    return lambda entry: entry.request.category is category


def _ended_by(outcome: Outcome) -> Callable[[Entry], bool]:
    return lambda entry: entry.request.outcome is outcome


def _has_ended(entry: Entry) -> bool:
    return entry.course.ended is not None


def _is_withdrawn(entry: Entry) -> bool:
    return entry.course.status is Status.WITHDRAWN


def _is_pending(entry: Entry) -> bool:
    return entry.course.status in (Status.IN_PROCESS, Status.EXTENDED)


BY_TIME: dict[str, Callable[[Entry], bool]] = {
    "in_time": lambda entry: _has_ended(entry) and entry.course.in_time is True,
    "late": lambda entry: _has_ended(entry) and entry.course.in_time is False,
    "overdue": lambda entry: not _has_ended(entry) and entry.course.in_time is False,
    "in_process": _is_pending,
    "withdrawn": _is_withdrawn,
    "unmeasured": lambda entry: (
        _has_ended(entry) and entry.course.in_time is None and not _is_withdrawn(entry)
    ),
}
"""The groups by time, which share out all requests; unmeasured is what no period is known for."""
