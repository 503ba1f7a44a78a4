"""What templates speak with: messages, plurals, dates and numbers of one language."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.numbers import format_decimal

from tellal.domain.languages import language_of
from tellal.outputs.catalogues import Catalogue


class Say:
    """Speaks one language. A message that the catalogue lacks is a KeyError, never English."""

    def __init__(self, tag: str, catalogue: Catalogue) -> None:
        """Speak the language of a tag with the words of its catalogue."""
        self.tag, self.catalogue = tag, catalogue
        self.locale = Locale.parse(language_of(tag).locale)
        # Babel looks up a pattern at each call; pages say the same days and numbers often.
        self.day = lru_cache(4096)(self._day)
        self.number = lru_cache(4096)(self._number)
        self.size = lru_cache(4096)(self._size)
        self.month_name = lru_cache(16)(self._month_name)

    def __call__(self, key: str, **arguments: object) -> str:
        """Return a message with its {placeholders} filled in."""
        message = self.catalogue.messages[key]
        return message.format(**arguments) if arguments else message

    def count(self, key: str, n: int, **arguments: object) -> str:
        """Return a message in the form that a number asks for; {n} is the number as written."""
        forms = self.catalogue.plurals[key]
        return forms[self.catalogue.form_of(n)].format(n=self.number(n), **arguments)

    def _day(self, on: date) -> str:
        return format_date(on, "long", locale=self.locale)

    def month(self, on: date) -> str:
        """Return a month with its year, as at the head of a calendar: shtator 2019."""
        return format_skeleton("yMMMM", on, locale=self.locale)

    def _month_name(self, on: date) -> str:
        return str(get_month_names("wide", "stand-alone", self.locale)[on.month])

    def weekday(self, on: date) -> str:
        """Return the name of the day of the week."""
        return str(get_day_names("wide", "format", self.locale)[on.weekday()])

    def clock(self, at: time | datetime) -> str:
        """Return the time of day, on 24 hours in every language."""
        return at.strftime("%H:%M")

    def moment(self, at: datetime) -> str:
        """Return the day and the time."""
        return self("moment", day=self.day(at.date()), clock=self.clock(at))

    def _number(self, n: int) -> str:
        return format_decimal(n, locale=self.locale)

    def _size(self, size_bytes: int) -> str:
        """Return a size in kB or MB (of 1000), at least 1 kB."""
        if size_bytes < 999_500:  # what would round to 1,000 kB is 1 MB
            return f"{self.number(max(1, round(size_bytes / 1000)))} kB"
        return f"{format_decimal(round(size_bytes / 1_000_000, 1), locale=self.locale)} MB"

    def duration(self, seconds: int) -> str:
        """Return a time in a recording: 1:02:03."""
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    def language(self, tag: str) -> str:
        """Return the name of a language in this one."""
        return self(f"language_{tag}")
