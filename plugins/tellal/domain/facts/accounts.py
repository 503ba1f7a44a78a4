"""Facts of reports and strategies, and of pages without a date."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A report or a strategy over a period, both days inclusive."""

    period_from: date
    period_until: date
    adopted: date | None = None
    supersedes: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page of the site that is not dated. `menu` orders it in the foot of every page."""

    menu: int | None = None
