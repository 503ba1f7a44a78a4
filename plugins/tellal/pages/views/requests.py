"""What the register of requests shows: a request's clock with its working, tables, figures."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.periods import PeriodShown
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Link, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """A legal step: until when, and the period that says so. `key` names the step."""

    key: str
    until: date
    period: PeriodShown


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """The clock of a request. Dates that no rule gives are None.

    `next_step` is what comes by law now, `otherwise` what comes if no answer does. `told_late` is
    the day of an extension that does not count. `calendar` is the address of its entry.
    """

    status: str
    due: date | None
    days_taken: int | None
    in_time: bool | None
    periods: tuple[PeriodShown, ...]
    next_step: StepShown | None
    otherwise: StepShown | None
    told_late: date | None
    calendar: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A request in the register. The remedy was used on `remedy_on`, or may be `remedy_until`."""

    reference: str
    received: date
    title: Link
    category: str
    status: str
    due: date | None
    days: int | None
    outcome: str | None
    remedy: str | None = None
    remedy_on: date | None = None
    remedy_until: date | None = None


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure: the key of its label, its value in a unit, and the list behind it."""

    label: str
    value: int | None
    unit: str = ""
    address: str | None = None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that belong together; `label` is the key of what they share."""

    label: str
    figures: tuple[FigureShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """The register of requests: its newest, a year, or a part of a year.

    `months` lead to the lists of the archive, `reports` to the yearly report and to open data.
    """

    shell: Shell
    year: int | None
    groups: tuple[FigureGroup, ...]
    rows: tuple[RegisterRow, ...]
    years: tuple[Link, ...]
    months: tuple[tuple[date, str], ...]
    annual: str | None
    data: str | None
    front: str


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A line of the yearly report: what is counted, how many, and the requests behind it."""

    label: str
    count: int
    requests: tuple[Link, ...]
    reason: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyView:
    """The yearly report to the Agency. `due` is until when it must be there, by which rule."""

    shell: Shell
    year: int
    groups: tuple[tuple[str, tuple[AgencyRow, ...]], ...]
    received: int
    due: date | None
    source: tuple[Said | Link, ...]
    confidence: str
    register: str
    data: str
