"""Babel's knowledge of a language -> Dates and Numbers, for words.py."""

from __future__ import annotations

import re

from babel.core import Locale
from babel.dates import get_day_names, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol, get_minus_sign_symbol

from tellal.domain.languages import Language
from tellal.outputs.words import Dates, Numbers

FIELD = re.compile(r"%\((\w+)\)s")
# Fields of a pattern that Babel knows, and what they are for `str.format`.
FIELDS = {"d": "{day}", "MMMM": "{month}", "y": "{year}"}
GROUPED = "#,##0.###"


def dates_of(language: Language) -> Dates:
    """Return how a language writes dates. Raises ValueError for a pattern that it cannot keep."""
    locale = Locale.parse(language.locale)
    months = get_month_names("wide", "format", locale)
    alone = get_month_names("wide", "stand-alone", locale)
    weekdays = get_day_names("wide", "format", locale)
    return Dates(
        day_pattern=_pattern(locale.date_formats["long"].format),
        month_pattern=_pattern(locale.datetime_skeletons["yMMMM"].format),
        months=tuple(str(months[month]) for month in range(1, 13)),
        months_alone=tuple(str(alone[month]) for month in range(1, 13)),
        weekdays=tuple(str(weekdays[day]) for day in range(7)),
    )


def numbers_of(language: Language) -> Numbers:
    """Return how a language writes numbers. Raises ValueError where groups are not of three."""
    locale = Locale.parse(language.locale)
    if locale.decimal_formats[None].pattern != GROUPED:
        raise ValueError(f"{language.locale} does not write numbers like {GROUPED}")
    return Numbers(
        group=get_group_symbol(locale),
        decimal=get_decimal_symbol(locale),
        minus=get_minus_sign_symbol(locale),
    )


def _pattern(babel: str) -> str:
    """Return a pattern of Babel's as one for `str.format`.

    >>> _pattern("%(d)s. %(MMMM)s %(y)s.")
    '{day}. {month} {year}.'
    """
    fields = set(FIELD.findall(babel))
    if not fields <= FIELDS.keys() or "{" in babel or "%" in FIELD.sub("", babel):
        raise ValueError(f"{babel} is no pattern of day, month and year")
    return FIELD.sub(lambda match: FIELDS[match[1]], babel)
