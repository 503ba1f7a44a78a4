"""Sessions, their minutes and what they decided: what one says of the others."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.editions import Publication
from tellal.domain.facts import Act, AgendaItem, Session
from tellal.domain.values import Reference
from tellal.site.site import Site
from tellal.site.states import state_of

NOT_YET = ("scheduled", "live", "postponed", "cancelled", "withdrawn")


def was_held(site: Site, reference: Reference) -> bool:
    """Return whether a session that may be seen is over and was not called off."""
    session = site.find(reference)
    if session is None or not isinstance(session.facts, Session):
        return False
    return state_of(session, site.office, site.as_of) not in NOT_YET


def standing(site: Site, reference: Reference) -> Publication | None:
    """Return a publication that other pages may quote, None where it is gone or to come."""
    listing = site.by_folder.get(reference.folder)
    return site.whole(listing) if listing and not site.is_gone(listing) else None


def minutes_for(site: Site, session: Reference) -> Publication | None:
    """Return the minutes of a session, the first ones where there are several."""
    found = site.relations(session.folder).get("minutes", ())
    first = min(found, key=lambda listing: (listing.issued, listing.folder), default=None)
    return site.whole(first) if first else None


def decision_of(site: Site, act: Publication) -> tuple[Publication, AgendaItem] | None:
    """Return the session that decided an act, with the point of its agenda that names it."""
    for session in _sessions_naming(site, act):
        if isinstance(session.facts, Session):
            for item in session.facts.agenda:
                if item.decision == act.reference:
                    return session, item
    return None


def _sessions_naming(site: Site, act: Publication) -> Iterator[Publication]:
    """Yield the session that an act names, then those that name it."""
    if isinstance(act.facts, Act) and act.facts.decided_in:
        stated = standing(site, act.facts.decided_in)
        if stated:
            yield stated
    for _, listing in site.mentioned.get(act.reference.folder, ()):
        session = standing(site, listing.reference) if listing.kind.name == "session" else None
        if session:
            yield session
