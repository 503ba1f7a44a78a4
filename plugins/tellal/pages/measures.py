"""How long things took, as a page shows it: the days, the rule beside them, and its working."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.editions import Publication
from tellal.domain.facts import Act, Minutes, Session
from tellal.pages.periods import period_shown
from tellal.pages.views import Measured
from tellal.pages.voice import Voice
from tellal.site.measures import Measure, minutes_of, notice_of, publication_of
from tellal.site.sessions import NOT_YET, minutes_for, standing
from tellal.site.standing import state_in


def measures_of(publication: Publication, voice: Voice) -> tuple[Measured, ...]:
    """Return what was measured around a session, minutes or an act."""
    found = _measures(publication, voice)
    return tuple(measured(measure, voice) for measure in found if measure)


def _measures(publication: Publication, voice: Voice) -> Iterator[Measure | None]:
    site, facts = voice.site, publication.facts
    match facts:
        case Session():
            yield notice_of(facts, site.office)
            if state_in(site, publication) not in NOT_YET:
                yield minutes_of(facts, minutes_for(site, publication.reference), site.office)
        case Minutes(session=reference):
            session = standing(site, reference)
            if session and isinstance(session.facts, Session):
                yield minutes_of(session.facts, publication, site.office)
        case Act():
            yield publication_of(facts, publication, site.office)


def measured(measure: Measure, voice: Voice) -> Measured:
    """Return a measure with the period that its rule gives, counted from the session."""
    working = measure.working
    return Measured(
        key=measure.key,
        days=measure.days,
        unit=measure.unit.value,
        in_time=measure.in_time,
        period=period_shown(measure.key, "session", working, voice) if working else None,
    )
