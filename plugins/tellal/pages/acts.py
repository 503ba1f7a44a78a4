"""Act -> ActView: its state with the reason, its dates with their working, its signed original."""

from __future__ import annotations

from tellal.domain.editions import Publication
from tellal.domain.facts import Act
from tellal.pages.facts import Teller
from tellal.pages.periods import period_shown
from tellal.pages.views import ActTurn, ActView, Link, PeriodShown, SignedOriginal
from tellal.pages.voice import Voice
from tellal.site.acts import Turn, status_of_act, turns_of
from tellal.site.force import InForce, awaited_by, in_force_of
from tellal.site.listings import Listing
from tellal.site.standing import state_in


def act_view(
    publication: Publication, teller: Teller, parallel: Link | None = None
) -> ActView | None:
    """Return what the page of an act shows as of the site's moment, None for other kinds."""
    act, voice = publication.facts, teller.voice
    if not isinstance(act, Act):
        return None
    status = status_of_act(publication, voice.site)
    force = in_force_of(publication, voice.site.office)
    return ActView(
        state=state_in(voice.site, publication),
        since=status.since,
        by=tuple(_link(other, voice) for other in status.by),
        in_force=force.on if force else None,
        is_stated=force is not None and force.is_stated,
        awaited=awaited_by(publication, voice.site.office),
        periods=_periods(force, voice) if force else (),
        turns=tuple(_turn(turn, voice) for turn in turns_of(publication, voice.site)),
        is_scanned=act.scanned,
        original=_original(publication, teller),
        parallel=parallel,
    )


def _link(listing: Listing, voice: Voice) -> Link:
    return voice.link_to(voice.site.whole(listing))


def _periods(force: InForce, voice: Voice) -> tuple[PeriodShown, ...]:
    return tuple(period_shown("in_force", fact, working, voice) for fact, working in force.workings)


def _turn(turn: Turn, voice: Voice) -> ActTurn:
    return ActTurn(
        turn.key,
        turn.on,
        turn.on is not None and turn.on > voice.site.as_of.date(),
        _link(turn.other, voice) if turn.other else None,
        voice.said(turn.note) if turn.note else None,
    )


def _original(publication: Publication, teller: Teller) -> SignedOriginal | None:
    name = getattr(publication.facts, "signed_original", None)
    if name is None:
        return None
    attached = next(file for file in publication.files if file.name == name)
    return SignedOriginal(
        file=teller.file(name),
        digest=attached.digest,
        pages=attached.pages,
        has_text=attached.has_text,
    )
