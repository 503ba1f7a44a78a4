"""A period of the law as a page shows it: day by day, with its source."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.values import Link, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """A day of a period. `step` is the key of what it does, `number` how many were counted.

    `is_estimate`: the day off was computed, and is not yet in the official calendar.
    """

    on: date
    step: str
    number: int
    holiday: Said | None = None
    announced: date | None = None
    is_estimate: bool = False
    is_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodShown:
    """A period of the law with its working, day by day.

    `key` names the period, `event` what its day zero was, `unit` what is counted. `source` is the
    law in the words of the office's data, with links; `confidence` how sure the office may be.
    """

    key: str
    event: str
    value: int
    unit: str
    starts: date
    due: date
    moved: bool
    days: tuple[DayShown, ...]
    source: tuple[Said | Link, ...]
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How long something took, and what the rule asks. `key` is notice, minutes or publication.

    `unit` is what is counted; `period` what the law asks for, None where the office's data has no
    rule, and `in_time` whether it was kept. `days` is None while it has not happened yet.
    """

    key: str
    days: int | None
    unit: str
    in_time: bool | None = None
    period: PeriodShown | None = None
