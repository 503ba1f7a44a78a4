"""How long things took, beside the period of the law where the office's data has one.

Notice before a session, minutes after it, a decision until it was published. A row of
`deadlines.yaml` gives the unit and the period; without one, calendar days are counted.
"""

from __future__ import annotations

from datetime import date

from tellal.domain.editions import Publication
from tellal.domain.facts import Act, Session, SessionType
from tellal.domain.office import Deadline, Office, Unit
from tellal.domain.periods import (
    Working,
    count_back,
    count_period,
    days_between,
    days_off_known,
)
from tellal.domain.swift_dataclasses import dataclass

NOTICE_RULES = {
    SessionType.REGULAR: "regular-session-notice",
    SessionType.EXTRAORDINARY: "extraordinary-session-notice",
}
MINUTES_RULE = "minutes-publication"


@dataclass(frozen=True, slots=True)
class Measure:
    """A time between two days. `days` is None while the second has not come.

    `working` is the period of the law, None where the data has none; `in_time` then says whether
    it was kept, None while nobody can know.
    """

    key: str
    days: int | None
    unit: Unit
    working: Working | None
    in_time: bool | None


def notice_of(session: Session, office: Office) -> Measure | None:
    """Return how long before a session it was called, None where nobody said when.

    Source: Law 03/L-040 and the municipality's rules of procedure, as read in domain.md 1.3; the
    days are rows of data, `regular-session-notice` and `extraordinary-session-notice`.
    """
    called, held = session.called_on, session.starts.date()
    if called is None:
        return None
    rule = NOTICE_RULES.get(session.type)
    deadline = office.deadline(rule, called) if rule else None
    days_off = days_off_known(office.holidays, called)
    unit = deadline.unit if deadline else Unit.CALENDAR_DAYS
    days = days_between(called, held, unit, days_off)
    if deadline is None:
        return Measure("notice", days, unit, None, None)
    working = count_back(deadline, held, days_off)
    return Measure("notice", days, unit, working, called <= working.due)


def minutes_of(session: Session, minutes: Publication | None, office: Office) -> Measure | None:
    """Return how long after a session its minutes were published, None without a day and a rule.

    Source: administrative instructions on transparency, as read in domain.md 1.3; the days are a
    row of data, `minutes-publication`.
    """
    held, published = session.starts.date(), minutes.common.date if minutes else None
    return _after("minutes", held, published, office.deadline(MINUTES_RULE, held), office)


def publication_of(act: Act, publication: Publication, office: Office) -> Measure | None:
    """Return how long after its adoption an act was published; the law has no row for it."""
    published = act.published or publication.common.date
    return _after("publication", act.adopted, published, None, office)


def _after(
    key: str, starts: date, ends: date | None, deadline: Deadline | None, office: Office
) -> Measure | None:
    if ends is None and deadline is None:
        return None
    days_off = days_off_known(office.holidays, ends or date.max)
    unit = deadline.unit if deadline else Unit.CALENDAR_DAYS
    days = days_between(starts, ends, unit, days_off) if ends else None
    working = count_period(deadline, starts, days_off) if deadline else None
    in_time = ends <= working.due if ends and working else None
    return Measure(key, days, unit, working, in_time)
