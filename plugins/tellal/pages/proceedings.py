"""What the pages of sessions, minutes, acts and events show of one another."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.editions import Publication
from tellal.domain.facts import Act, AgendaItem, Gathering, Minutes, Session
from tellal.pages.chapters import chapter_list, player_of
from tellal.pages.facts import Teller
from tellal.pages.measures import measures_of
from tellal.pages.views import Decided, Live, Proceedings, Record
from tellal.pages.voice import Voice
from tellal.site.sessions import decision_of, standing
from tellal.site.states import CALLED_OFF_STATES, live_until, state_of_facts


def proceedings_of(publication: Publication, voice: Voice) -> Proceedings:
    """Return what the page of a publication shows of the session or event it belongs to."""
    match publication.facts:
        case Session() | Gathering():
            return Proceedings(
                live=_live(publication, voice),
                player=player_of(publication, voice),
                chapters=chapter_list(publication, voice),
                measured=measures_of(publication, voice),
            )
        case Minutes(session=reference):
            session = standing(voice.site, reference)
            agenda = tuple(_agenda(session, voice)) if session else ()
            return Proceedings(agenda=agenda, measured=measures_of(publication, voice))
        case Act():
            decided = _decided(publication, voice)
            return Proceedings(decided=decided, measured=measures_of(publication, voice))
    return Proceedings()


def _live(publication: Publication, voice: Voice) -> Live | None:
    """Return between which moments an event is live, None for one that was called off.

    In an archive that stands still no browser tells the time.
    """
    facts, office = publication.facts, voice.site.office
    assert isinstance(facts, Session | Gathering)
    if office.card.as_of is not None:
        return None
    ends = live_until(facts, office)
    after = state_of_facts(facts, office, ends) or ""
    if after in CALLED_OFF_STATES or ends <= facts.starts:
        return None
    before = "scheduled" if isinstance(facts, Session) else "upcoming"
    return Live(facts.starts, ends, before, after)


def _agenda(session: Publication, voice: Voice) -> Iterator[Record]:
    """Yield the points of a session's agenda, as its own page shows them."""
    for value in Teller(voice, session).record(session.facts).of("agenda"):
        if isinstance(value, Record):
            yield value


def _decided(act: Publication, voice: Voice) -> Decided | None:
    """Return the point of the agenda under which an act was decided, None where none names it."""
    found = decision_of(voice.site, act)
    if found is None:
        return None
    session, item = found
    teller = Teller(voice, session)
    return Decided(
        session=voice.link_to(session),
        number=item.number,
        title=voice.said(item.title),
        at=teller.second(item.at) if item.at is not None else None,
        votes=_votes(teller, item),
    )


def _votes(teller: Teller, item: AgendaItem) -> Record | None:
    return teller.record(item.votes) if item.votes else None
