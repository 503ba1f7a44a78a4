"""How much there is of what, and on which days: a corpus of any size, or nine months of 2019."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bench.days import Calendar
from bench.dice import Dice

A_YEAR = 730
END = datetime(2026, 9, 30, 16, 0)

# In a hundred. The tenth of invitations is split with conferences and consultations, and the
# sessions that minutes need are taken from the releases.
SHARES = {
    "releases": 57,
    "notices": 12,
    "invitations": 6,
    "conferences": 3,
    "consultations": 1,
    "decisions": 6,
    "regulations": 1,
    "competitions": 5,
    "minutes": 3,
    "sessions": 3,
    "requests": 3,
}
TURNS = ("assembly", "policy-finance-committee", "assembly", "communities-committee")

NINE_MONTHS = {
    "releases": 355,
    "notices": 94,
    "invitations": 84,
    "consultations": 5,
    "decisions": 36,
    "regulations": 4,
    "competitions": 22,
}
REPORT_FROM, REPORT_UNTIL = date(2019, 1, 1), datetime(2019, 9, 30, 16, 0)
ANSWERED, UNANSWERED = 29, (date(2019, 9, 25), date(2019, 9, 27))
ANSWERED_UNTIL = date(2019, 9, 10)


@dataclass(frozen=True, slots=True)
class Volume:
    """The days on which each collection gets something, and what differs besides.

    `days` of minutes stand for a session each; `bodies` hold the sessions in turn.
    """

    as_of: datetime
    days: Mapping[str, list[date]]
    bodies: tuple[str, ...] = TURNS
    late_answers: float = 0.0
    reports_from: date | None = None


def first_day(publications: int) -> date:
    """Return the day on which a corpus of so many publications begins."""
    return END.date() - timedelta(days=publications * 365 // A_YEAR)


def of_size(publications: int, dice: Dice, calendar: Calendar) -> Volume:
    """Return so many publications, two a day, up to the end of September 2026."""
    days = calendar.within(first_day(publications), END.date())
    plan = {name: dice.spread(days, count) for name, count in counts(publications).items()}
    return Volume(END, plan, late_answers=0.04)


def counts(publications: int) -> dict[str, int]:
    """Return how many of each collection; a session for each minutes, releases fill the rest."""
    each = {name: publications * share // 100 for name, share in SHARES.items()}
    others = sum(count for name, count in each.items() if name != "releases")
    return each | {"releases": publications - others}


def nine_months(dice: Dice, calendar: Calendar) -> Volume:
    """Return the office's volume from January to September 2019."""
    until = REPORT_UNTIL.date()
    days = calendar.within(REPORT_FROM, until)
    plan = {name: dice.spread(days, count) for name, count in NINE_MONTHS.items()}
    months = [[day for day in days if day.month == month] for month in range(1, until.month + 1)]
    plan["minutes"] = [month[15] for month in months]
    plan["conferences"] = [month[place] for month in months for place in (3, 13)]
    answered = dice.spread(calendar.within(REPORT_FROM, ANSWERED_UNTIL), ANSWERED)
    plan["requests"] = [*answered, *UNANSWERED]
    return Volume(REPORT_UNTIL, plan, bodies=("assembly",), reports_from=REPORT_FROM)
