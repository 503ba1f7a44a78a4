"""What the office owes its readers in each language, and from when on."""

from __future__ import annotations

import pytest

from tests.conftest import OFFICE, FindingsOf

NOTICE = "---\ntitle: Uji\n{}---\n\nTeksti.\n"
PATH = "notices/2026/03-28-uji/index.sq.md"


def missing(lines: list[str]) -> list[str]:
    return [line for line in lines if line.endswith("[edition-required]")]


def test_language_that_is_only_expected_holds_nothing_up(findings_of: FindingsOf) -> None:
    serbian = PATH.replace(".sq.", ".sr.")

    assert findings_of({PATH: NOTICE.format(""), serbian: NOTICE.format("")}) == []


@pytest.mark.parametrize(
    ("grace_days", "owed"), [(0, True), (3, True), (4, False)], ids=["none", "over", "running"]
)
def test_required_language_may_follow_within_the_days_of_grace(
    grace_days: int, owed: bool, findings_of: FindingsOf
) -> None:
    card = (OFFICE / "office.yaml").read_text("utf-8") + f"grace_days: {grace_days}\n"

    lines = findings_of({"office/office.yaml": card, PATH: NOTICE.format("")})

    assert bool(missing(lines)) == owed


@pytest.mark.parametrize(
    "header",
    [
        "publish_at: 2026-03-31 12:01\n",
        "date: 2026-04-01\n",
        "date: 2026-03-31\ntime: 12:01\n",
        "withdrawn:\n  on: 2026-03-29\n  reason: in_error\n",
    ],
)
def test_nothing_is_owed_of_what_is_not_public(header: str, findings_of: FindingsOf) -> None:
    assert findings_of({PATH: NOTICE.format(header)}) == []


def test_duty_begins_with_the_minute_of_publication(findings_of: FindingsOf) -> None:
    files = {PATH: NOTICE.format("publish_at: 2026-03-31 12:00\n")}

    assert findings_of(files, as_of="2026-03-31T11:59") == []
    assert len(missing(findings_of(files, as_of="2026-03-31T12:00"))) == 1


def test_serbian_in_either_script_is_serbian(findings_of: FindingsOf) -> None:
    cyrillic = "---\ntitle: Вода\n---\n\nТекст.\n"

    assert findings_of({PATH: NOTICE.format(""), PATH.replace(".sq.", ".sr."): cyrillic}) == []
