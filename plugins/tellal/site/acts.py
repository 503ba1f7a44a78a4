"""Acts as of a moment: what became of one, by itself and by other acts, and its life by dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum

from tellal.domain.editions import Publication
from tellal.domain.facts import Act
from tellal.domain.publication import WithdrawalReason
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Words
from tellal.site.force import PUBLICATION, REGISTRATION, in_force_of
from tellal.site.listings import Listing
from tellal.site.phases import BINDING
from tellal.site.site import Site

AMENDED, REPEALED = "amended_by", "repealed_by"
"""The relations by which another act reaches into this one."""


class ActState(Enum):
    """What an act is as of a moment. The keys of its messages: `state_<value>`."""

    DRAFT = "act_draft"
    NOT_YET_IN_FORCE = "act_not_yet_in_force"
    IN_FORCE = "act_in_force"
    AMENDED = "act_amended"
    SUSPENDED = "act_suspended"
    REPEALED = "act_repealed"
    ANNULLED = "act_annulled"


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an act, since when it is so, and the acts that made it so."""

    state: ActState
    since: date | None = None
    by: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A day in the life of an act, None where it is awaited; `other` is the act that made it."""

    key: str
    on: date | None
    other: Listing | None = None
    note: Words | None = None


def status_of_act(publication: Publication, site: Site) -> Status:
    """Return what an act is as of the site's moment: a function of content and that moment.

    Another act amends or repeals it once it binds itself, and no longer where it was annulled.
    """
    act, today = publication.facts, site.as_of.date()
    assert isinstance(act, Act)
    withdrawn = publication.common.withdrawn
    is_annulled = withdrawn and withdrawn.reason is WithdrawalReason.ANNULLED
    if withdrawn and is_annulled and withdrawn.on <= today:
        return Status(ActState.ANNULLED, withdrawn.on)
    if act.adopted > today:
        return Status(ActState.DRAFT)
    if repealing := _binding(publication, REPEALED, site):
        return _by(ActState.REPEALED, repealing, site)
    force = in_force_of(publication, site.office)
    if force is None or force.on > today:
        return Status(ActState.NOT_YET_IN_FORCE, force.on if force else None)
    if suspension := next((one for one in act.suspended if today in one), None):
        return Status(ActState.SUSPENDED, suspension.since)
    if amending := _binding(publication, AMENDED, site):
        return _by(ActState.AMENDED, amending, site)
    return Status(ActState.IN_FORCE, force.on)


def _by(state: ActState, others: tuple[Listing, ...], site: Site) -> Status:
    days = [on for other in others if (on := binding_from(other, site))]
    first_or_last = min if state is ActState.REPEALED else max
    return Status(state, first_or_last(days, default=None), others)


def _binding(publication: Publication, key: str, site: Site) -> tuple[Listing, ...]:
    others = others_on(publication.reference.folder, key, site)
    return tuple(other for other in others if BINDING in site.letters[other.folder])


def others_on(folder: str, key: str, site: Site) -> tuple[Listing, ...]:
    """Return the public acts that amend or repeal one, whether they bind yet or not."""
    named = (other for relation, other in site.mentioned.get(folder, ()) if relation == key)
    public = {other.folder: other for other in named if other.folder in site.by_folder}
    return tuple(sorted(public.values(), key=lambda other: other.folder.split("/", 1)[1]))


def binding_from(listing: Listing, site: Site) -> date | None:
    """Return the first day on which an act binds, None where nothing says it yet."""
    since = (at for at, letters in listing.phases if BINDING in letters)
    return next((datetime.fromtimestamp(at, site.as_of.tzinfo).date() for at in since), None)


def turns_of(publication: Publication, site: Site) -> tuple[Turn, ...]:
    """Return the life of an act by its dates; what is awaited stands last."""
    turns = [*_own_turns(publication, site), *_turns_by_others(publication, site)]
    known = sorted((turn for turn in turns if turn.on), key=lambda turn: turn.on or date.max)
    return (*known, *(turn for turn in turns if turn.on is None))


def _own_turns(publication: Publication, site: Site) -> Iterator[Turn]:
    act = publication.facts
    assert isinstance(act, Act)
    force = in_force_of(publication, site.office)
    yield Turn("adopted", act.adopted)
    needs_registration = force is None or any(fact == REGISTRATION for fact, _ in force.workings)
    if act.registered_at_ministry or (needs_registration and not act.in_force):
        yield Turn(REGISTRATION, act.registered_at_ministry)
    yield Turn(PUBLICATION, act.published)
    yield Turn("in_force", force.on if force else None)
    for suspension in act.suspended:
        yield Turn("suspended", suspension.since, note=suspension.note)
        if suspension.until:
            yield Turn("suspended_until", suspension.until)
    withdrawn = publication.common.withdrawn
    if withdrawn and withdrawn.reason is WithdrawalReason.ANNULLED:
        other = site.by_folder.get(withdrawn.replaced_by.folder) if withdrawn.replaced_by else None
        yield Turn("annulled", withdrawn.on, other, withdrawn.note)


def _turns_by_others(publication: Publication, site: Site) -> Iterator[Turn]:
    for key in (AMENDED, REPEALED):
        for other in others_on(publication.reference.folder, key, site):
            if not site.is_gone(other):
                yield Turn(key, binding_from(other, site), other)
