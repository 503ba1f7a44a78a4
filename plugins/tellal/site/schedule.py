"""What calendars tell of an occasion: when it is now, how often it changed, whether it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from tellal.domain.editions import Publication
from tellal.domain.facts import Gathering, Session
from tellal.domain.swift_dataclasses import dataclass
from tellal.site.occasions import EVENT, MOVED, moments_of
from tellal.site.phases import seconds
from tellal.site.site import Site
from tellal.site.states import is_withdrawn, state_of

CALLED_OFF = ("postponed", "cancelled", "withdrawn")


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An occasion as it stands now. `sequence` grows with each revision and when it is called off.

    `stamp` is when it was last said otherwise.
    """

    what: str
    starts: date
    ends: date | None
    sequence: int
    stamp: datetime
    stands: bool


def scheduled(site: Site, publication: Publication) -> Iterator[Scheduled]:
    """Yield the occasions of a publication, each once: a moved event stands at its new time."""
    state = state_of(publication, site.office, site.as_of)
    moments = dict(moments_of(publication.facts))
    moved = moments.pop(MOVED, None)
    is_moved = state == "postponed" and moved and not is_told_elsewhere(site, publication)
    called_off = state in CALLED_OFF
    sequence = 2 * len(publication.common.revisions) + called_off
    stamp = _stamp(site, publication)
    for what, when in moments.items():
        starts = moved if is_moved and moved and what == EVENT else when
        ends = None if is_moved else _ends(publication, what, when)
        yield Scheduled(what, starts, ends, sequence, stamp, not called_off or bool(is_moved))


def is_told_elsewhere(site: Site, publication: Publication) -> bool:
    """Return whether a postponed session was convened anew, as a publication of its own."""
    moved = getattr(publication.facts, "postponed_to", None)
    return moved is not None and any(
        listing.starts == seconds(moved) and listing.folder != publication.reference.folder
        for listing in site.public
        if listing.kind.name == "session"
    )


def _ends(publication: Publication, what: str, when: date) -> date | None:
    facts = publication.facts
    if what == EVENT and isinstance(facts, Gathering | Session):
        return facts.ends
    return None if isinstance(when, datetime) else when


def _stamp(site: Site, publication: Publication) -> datetime:
    """Return the moment of the last change that the content tells, never that of the build."""
    zone = site.as_of.tzinfo
    common, facts = publication.common, publication.facts
    days = [revision.on for revision in common.revisions]
    status_on = getattr(facts, "status_on", None) or getattr(facts, "stage_on", None)
    if status_on and status_on <= site.as_of.date():
        days.append(status_on)
    if common.withdrawn and is_withdrawn(publication, site.as_of):
        days.append(common.withdrawn.on)
    midnights = (datetime.combine(on, time(), tzinfo=zone) for on in days)
    return max([publication.public_from(zone), *midnights], key=datetime.timestamp)
