"""The register counts what it lists, and shares out every request once."""

from __future__ import annotations

from datetime import date

from tellal.site.figures import Figure, Period
from tellal.site.requests import BY_TIME, register_of, request_figures
from tests.conftest import CompileTexts

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
HEAD = "channel: email\ncategory: {category}\nreceived: {received}\nreference: KQ-{number}\n"


def register(*requests: tuple[str, str, str]) -> dict[str, str]:
    """Return requests as (day received, category, further lines)."""
    return {
        f"requests/{received[:4]}/{received[5:]}-{number}/index.sq.md": (
            f"---\ntitle: K{number}\n"
            + HEAD.format(category=category, received=received, number=number)
            + f"{more}---\n\nTeksti.\n"
        )
        for number, (received, category, more) in enumerate(requests)
    }


SOME = register(
    ("2026-01-05", "media", "answered: 2026-01-12\noutcome: granted\n"),
    ("2026-02-02", "media", "answered: 2026-02-20\noutcome: refused\n"),
    ("2026-02-05", "citizen", "outcome: withdrawn\n"),
    ("2026-03-02", "party", ""),
    ("2026-03-09", "business", "forwarded: {to: Ministria, on: 2026-03-11}\noutcome: forwarded\n"),
    ("2026-03-27", "citizen", ""),
    ("2026-03-30", "media", "answered: 2026-04-05\noutcome: granted\n"),
)


def figures(compile_texts: CompileTexts, as_of: str = "2026-03-31T12:00") -> dict[str, Figure]:
    found = request_figures(compile_texts(SOME, as_of), YEAR)
    return {figure.key: figure for figure in found}


def test_requests_are_counted_by_how_they_stand_in_time(compile_texts: CompileTexts) -> None:
    found = figures(compile_texts)
    counted = {key: found[f"requests_{key}"].value for key in BY_TIME}
    assert counted == {
        "in_time": 2,
        "late": 1,
        "overdue": 1,
        "in_process": 2,
        "withdrawn": 1,
        "unmeasured": 0,
    }
    assert found["requests_received"].value == sum(counted.values())  # type: ignore[arg-type]
    assert found["requests_overdue"].folders == ("requests/2026/03-02-3",)
    assert found["requests_received.media"].value == 3
    assert found["requests_outcome.granted"].value == 1  # the other answer is not known yet
    assert found["requests_days_median"].value == 7
    assert found["requests_days_p90"].value == 18


def test_what_stands_in_the_register_changes_with_the_moment(compile_texts: CompileTexts) -> None:
    later = figures(compile_texts, "2026-04-06T00:00")
    assert later["requests_outcome.granted"].value == 2
    assert later["requests_overdue"].value == 2


def test_requests_belong_to_the_period_in_which_they_were_received(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(SOME)
    found = request_figures(site, Period(date(2026, 3, 1), date(2026, 3, 29)))
    assert found[0].value == 3
    assert (
        found[0].folders
        == tuple(entry.folder for entry in register_of(site, 2026) if "/03-" in entry.folder)[1:]
    )
