"""The office of the tests, by itself, and with other days off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tellal.domain.office import Holiday, Office
from tellal.domain.values import Words
from tellal.reading.office import read_office


@cache
def office() -> Office:
    """Return the office in `tests/office/`."""
    found, findings = read_office(Path(__file__).parent)
    assert found
    assert findings == []
    return found


def with_days_off(*holidays: Holiday) -> Office:
    """Return the same office with these days off only."""
    return replace(office(), holidays=holidays)


def day_off(on: date, announced: date | None = None) -> Holiday:
    """Return a day off, announced late or in the calendar from the beginning."""
    return Holiday(on=on, name=Words((("sq", "Festë"),)), announced=announced)
