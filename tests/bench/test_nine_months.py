"""The nine months have the volume of the office's own report."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.days import Calendar
from bench.office import holidays
from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.site.figures import Period
from tellal.site.requests import request_figures
from tests.bench.folders import count, of_collection

AS_OF = datetime(2019, 9, 30, 16, 0)


def test_nine_months_have_the_volume_of_the_report(nine_months: Path) -> None:
    counted = count(nine_months)
    communications = ("releases", "invitations", "conferences", "notices")
    assert counted["releases"] == 355
    assert sum(counted[name] for name in communications) > 550
    assert len(Calendar(2019, 2019, holidays()).within(date(2019, 1, 1), AS_OF.date())) == 184
    assert counted["sessions"] == counted["minutes"] == 9
    assert counted["reports"] == 1


def test_nine_months_have_two_conferences_and_a_session_a_month(nine_months: Path) -> None:
    conferences = of_collection(nine_months, "conferences")
    months = Counter(facts["starts"][:7] for facts in conferences)
    assert months == {f"2019-{month:02}": 2 for month in range(1, 10)}
    sessions = of_collection(nine_months, "sessions")
    assert sorted(facts["starts"][5:7] for facts in sessions) == [f"0{n}" for n in range(1, 10)]
    assert {facts["status"] for facts in sessions} == {"held"}


def test_nine_months_have_29_requests_answered_in_time_and_2_in_process(nine_months: Path) -> None:
    requests = of_collection(nine_months, "requests")
    answered = [facts for facts in requests if "answered" in facts]
    for facts in answered:
        period = timedelta(days=15 if "extended" in facts else 7)
        assert facts["received"] <= facts["answered"] <= facts["received"] + period
        assert facts["answered"] <= AS_OF.date()
        assert "outcome" in facts
    open_since = [facts["received"] for facts in requests if "answered" not in facts]
    assert (len(answered), len(open_since)) == (29, 2)
    assert all(received + timedelta(days=7) > AS_OF.date() for received in open_since)


def test_site_counts_what_the_report_says_of_requests(nine_months: Path) -> None:
    """Source: the office's report, January to September 2019; the clock of domain.md 1.1."""
    site = compile_site(nine_months, Moments(None, None, datetime(2026, 1, 1, tzinfo=UTC)))
    found = request_figures(site, Period(date(2019, 1, 1), date(2019, 9, 30)))
    counted = {figure.key.removeprefix("requests_"): figure.value for figure in found}
    assert (counted["received"], counted["in_time"], counted["in_process"]) == (31, 29, 2)
    assert counted["late"] == counted["overdue"] == counted["withdrawn"] == 0
