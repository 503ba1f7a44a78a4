"""The state of a publication beside the others: what it says of itself, as they let it stand."""

from __future__ import annotations

from tellal.domain.editions import Publication
from tellal.domain.facts import Act, Minutes
from tellal.domain.values import Reference
from tellal.site.acts import ActState, status_of_act
from tellal.site.sessions import was_held
from tellal.site.site import Site
from tellal.site.states import is_withdrawn, state_of


def state_in(site: Site, publication: Publication) -> str | None:
    """Return the key of the state, as `state_<key>` says it; None for what has none.

    An act is what other acts made of it; minutes are a draft until the session that approved them
    was held.
    """
    state = state_of(publication, site.office, site.as_of)
    match publication.facts:
        case Act():
            return _state_of_act(site, publication, state)
        case Minutes(approved_in=Reference() as approving) if state == "approved":
            return state if was_held(site, approving) else "draft"
    return state


def _state_of_act(site: Site, publication: Publication, state: str | None) -> str | None:
    act = status_of_act(publication, site).state
    taken_back = is_withdrawn(publication, site.as_of) and act is not ActState.ANNULLED
    return state if taken_back else act.value
