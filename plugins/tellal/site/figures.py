"""Figures: numbers that carry the list behind them, so that whoever doubts one can count again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Words

MEDIAN, NINETIETH = 50, 90


class Measure(Enum):
    """What a figure counts in."""

    COUNT = "count"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MINUTES = "minutes"
    PER_DAY = "per_day"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Period:
    """A time to count over, both days inclusive."""

    first: date
    last: date

    def __contains__(self, on: date | None) -> bool:
        """Return whether a day lies in it."""
        return on is not None and self.first <= on <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with the list behind it.

    `key` is its name for ever, in open data and in messages (`figure_<key>`). `value` is rounded
    to two decimals, None where there is nothing to count from. `of` is the denominator, where
    there is one. `folders` are the publications that were counted or measured, in order; `values`
    are what was measured of each, none where they were only counted. `part` is what the part of
    the key after the dot is called, where no catalogue has a word for it.
    """

    key: str
    value: int | float | None
    measure: Measure = Measure.COUNT
    of: int | None = None
    folders: tuple[str, ...] = ()
    values: tuple[int, ...] = ()
    part: Words | None = None


def count_of(key: str, folders: Iterable[str], of: int | None = None) -> Figure:
    """Return how many there are."""
    counted = tuple(folders)
    return Figure(key=key, value=len(counted), of=of, folders=counted)


def percentile_of(
    key: str, measured: Mapping[str, int], percent: int = MEDIAN, measure: Measure = Measure.DAYS
) -> Figure:
    """Return the value that `percent` of all do not exceed; its list is slowest first.

    `measured` maps folders to values. The nearest rank: a value that really occurred.
    """
    return _measured(key, nearest_rank(sorted(measured.values()), percent), measured, measure)


def fastest_of(key: str, measured: Mapping[str, int], measure: Measure = Measure.DAYS) -> Figure:
    """Return the smallest value that occurred; its list is that of the percentiles."""
    return _measured(key, min(measured.values(), default=None), measured, measure)


def slowest_of(key: str, measured: Mapping[str, int], measure: Measure = Measure.DAYS) -> Figure:
    """Return the greatest value that occurred; its list is that of the percentiles."""
    return _measured(key, max(measured.values(), default=None), measured, measure)


def sum_of(key: str, counted: Mapping[str, int], of: int | None = None) -> Figure:
    """Return how many there are in all; its list are those that have any, most first."""
    some = {folder: number for folder, number in counted.items() if number}
    return replace(_measured(key, sum(some.values()), some, Measure.COUNT), of=of)


def _measured(key: str, value: int | None, measured: Mapping[str, int], measure: Measure) -> Figure:
    slowest = sorted(measured, key=lambda folder: (-measured[folder], folder))
    return Figure(
        key=key,
        value=value,
        measure=measure,
        of=len(measured),
        folders=tuple(slowest),
        values=tuple(measured[folder] for folder in slowest),
    )


def nearest_rank(ordered: Sequence[int], percent: int) -> int | None:
    """Return the smallest of some ordered values that `percent` of them do not exceed.

    >>> nearest_rank([1, 2, 3, 4, 100], 50), nearest_rank([1, 2, 3, 4, 100], 90)
    (3, 100)
    """
    return ordered[-(-len(ordered) * percent // 100) - 1] if ordered else None


def ratio_of(key: str, part: int, whole: int, measure: Measure = Measure.PERCENT) -> Figure:
    """Return a part of a whole, in percent or for each of it; None where the whole is nothing."""
    times = 100 if measure is Measure.PERCENT else 1
    value = round(part * times / whole, 2) if whole else None
    return Figure(key=key, value=value, measure=measure, of=whole)
