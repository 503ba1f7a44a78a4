"""When an act comes into force: counted from the office's deadlines, or stated by its text.

Source: the rule on the entry into force of municipal acts, as read in `docs/rules.md` (15 days from
registration at the ministry and 7 days from publication, whichever is later). Nothing of it stands
here: the periods are rows of `office/deadlines.yaml`, and a missing row gives no date.
"""

from __future__ import annotations

from datetime import date

from tellal.domain.editions import Publication
from tellal.domain.facts import Act
from tellal.domain.office import Office
from tellal.domain.periods import Working, count_period
from tellal.domain.publication import WithdrawalReason
from tellal.domain.swift_dataclasses import dataclass

REGISTRATION, PUBLICATION = "registered_at_ministry", "published"
"""The facts that the periods are counted from."""
PERIODS = {
    REGISTRATION: "act-in-force-after-registration",
    PUBLICATION: "act-in-force-after-publication",
}
UNREGISTERED = "decision-in-force-after-publication"
"""The period of a decision that is sent to no ministry, where the office's data has one."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The first day on which an act binds. `workings` are the periods by the fact they began with.

    Where the text itself names the day there is nothing to count.
    """

    on: date
    workings: tuple[tuple[str, Working], ...] = ()

    @property
    def is_stated(self) -> bool:
        """Return whether the text itself names the day."""
        return not self.workings


def in_force_of(publication: Publication, office: Office) -> InForce | None:
    """Return when an act comes into force, None while a date or a period is missing."""
    act = publication.facts
    if not isinstance(act, Act):
        return None
    if act.in_force:
        return InForce(act.in_force)
    counted = []
    for fact, key in periods_of(publication, office).items():
        starts: date | None = getattr(act, fact)
        deadline = office.deadline(key, starts) if starts else None
        if starts is None or deadline is None:
            return None
        try:
            working = count_period(deadline, starts, office.days_off)
        except OverflowError:  # beyond all dates
            return None
        counted.append((fact, working))
    return InForce(max(working.due for _, working in counted), tuple(counted))


def periods_of(publication: Publication, office: Office) -> dict[str, str]:
    """Return the keys of the periods that an act waits for, by the fact each is counted from.

    A decision without registration counts from its publication alone, where the office says so.
    """
    act = publication.facts
    assert isinstance(act, Act)
    unregistered = publication.kind.name == "decision" and act.registered_at_ministry is None
    on = act.published or act.adopted
    if unregistered and office.deadline(UNREGISTERED, on):
        return {PUBLICATION: UNREGISTERED}
    return PERIODS


def awaited_by(publication: Publication, office: Office) -> tuple[str, ...]:
    """Return the facts that are not known yet and keep an act from coming into force."""
    act = publication.facts
    if not isinstance(act, Act) or act.in_force:
        return ()
    return tuple(fact for fact in periods_of(publication, office) if getattr(act, fact) is None)


def is_void(publication: Publication, on: date) -> bool:
    """Return whether an act was taken back as such; a consolidated text goes, its act stays."""
    withdrawn = publication.common.withdrawn
    if withdrawn is None or withdrawn.on > on:
        return False
    return withdrawn.reason is not WithdrawalReason.CONSOLIDATED


def has_effect(publication: Publication, office: Office, on: date) -> bool:
    """Return whether an act binds on a day, other acts aside: what it amends or repeals is so."""
    act = publication.facts
    if not isinstance(act, Act) or is_void(publication, on) or act.adopted > on:
        return False
    force = in_force_of(publication, office)
    is_suspended = any(on in suspension for suspension in act.suspended)
    return force is not None and force.on <= on and not is_suspended
