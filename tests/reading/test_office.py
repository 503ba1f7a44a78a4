"""The municipality is data: every file of it is needed, and every mistake in it is said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tellal.domain.office import Duty, Unit
from tellal.domain.values import Key
from tellal.reading.office import OPTIONAL, read_office
from tellal.reading.scan import OFFICE_FILES
from tests.conftest import OFFICE, WriteContent


def test_office_is_read_whole(write_content: WriteContent) -> None:
    office, findings = read_office(write_content({}))

    assert findings == []
    assert office is not None
    assert office.card.languages == ("sq", "sr", "tr", "en")
    assert office.card.as_of is None
    assert dict(office.bodies[Key("assembly")].pairs)["tr"] == "Belediye Meclisi"
    assert dict(office.names["Sala Skupštine"].pairs)["sq"] == "Salla e Kuvendit"
    assert [holiday.on for holiday in office.holidays] == [date(2026, 1, 1), date(2026, 1, 2)]
    assert office.deadlines[0].unit is Unit.CALENDAR_DAYS
    assert [row.key for row in office.deadlines if not row.rolls] == [
        "request-urgent",
        "act-in-force-after-registration",
        "act-in-force-after-publication",
    ]


def test_published_languages_are_in_the_order_of_the_office_with_both_scripts_together(
    write_content: WriteContent,
) -> None:
    card = (OFFICE / "office.yaml").read_text("utf-8").replace("[sq, sr, tr, en]", "[tr, sr, sq]")

    office, _ = read_office(write_content({"office/office.yaml": card}))

    assert office is not None
    assert [language.tag for language in office.languages] == ["tr", "sr-Latn", "sr-Cyrl", "sq"]


def test_duty_of_a_kind_goes_before_the_duty_of_all(write_content: WriteContent) -> None:
    office, _ = read_office(write_content({}))

    assert office is not None
    assert office.duty_of("decision", "sr") is Duty.REQUIRED
    assert office.duty_of("decision", "tr") is Duty.EXPECTED
    assert office.duty_of("release", "sr") is Duty.EXPECTED
    assert office.duty_of("release", "en") is Duty.OPTIONAL
    assert office.duty_of("release", "de") is Duty.OPTIONAL


def test_moment_of_an_archive_is_on_the_clock_of_the_office(write_content: WriteContent) -> None:
    card = (OFFICE / "office.yaml").read_text("utf-8") + "as_of: 2026-07-01 12:00\n"

    office, _ = read_office(write_content({"office/office.yaml": card}))

    assert office is not None
    assert office.card.as_of == datetime(2026, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("name", [name for name in OFFICE_FILES if name not in OPTIONAL])
def test_each_file_is_needed(name: str, write_content: WriteContent) -> None:
    office, findings = read_office(write_content({f"office/{name}": None}))

    assert office is None
    assert ("office-missing", f"office/{name}") in {(f.rule, f.path) for f in findings}


@pytest.mark.parametrize("name", OFFICE_FILES)
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a: [", b"- - -", b"a", b"[]", b"a: {b: [c]}", b"--- a\n--- b"]
)
def test_no_file_breaks_the_reader(name: str, content: bytes, write_content: WriteContent) -> None:
    office, findings = read_office(write_content({f"office/{name}": content}))

    assert (office is None) == bool(findings)
    assert {found.path for found in findings} <= {f"office/{name}"}
