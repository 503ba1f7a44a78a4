"""What templates speak with: messages, plurals, dates and numbers of one language."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from gettext import c2py
from typing import TYPE_CHECKING

from markupsafe import Markup

from tellal.outputs.charts import drawn
from tellal.outputs.qr import code_of, fits
from tellal.outputs.sentences import Part, label_of, parts_of
from tellal.outputs.words import Lexicon

if TYPE_CHECKING:
    from tellal.pages.views import Chart, FigureLine, Sentence

MINUTES_AN_HOUR = 60
MINUTES_A_DAY = 24 * MINUTES_AN_HOUR
SPAN_IN_DAYS = 2
"""From so many days on hours do not matter."""


class Say:
    """Speaks one language. A message that the lexicon lacks is a KeyError, never English."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Speak the language of a lexicon."""
        self.messages, self.plurals = lexicon.messages, lexicon.plurals
        self.dates, self.numbers = lexicon.dates, lexicon.numbers
        self.form_of = c2py(lexicon.plural_rule)
        # Pages say the same days and numbers often.
        self.day = lru_cache(4096)(self._day)
        self.number = lru_cache(4096)(self._number)
        self.size = lru_cache(4096)(self._size)

    def __call__(self, key: str, **arguments: object) -> str:
        """Return a message with its {placeholders} filled in."""
        message = self.messages[key]
        return message.format(**arguments) if arguments else message

    def count(self, key: str, n: int, **arguments: object) -> str:
        """Return a message in the form that a number asks for; {n} is the number as written."""
        form = self.plurals[key][self.form_of(n)]
        return form.format(n=self.number(n), **arguments)

    def _day(self, on: date) -> str:
        month = self.dates.months[on.month - 1]
        return self.dates.day_pattern.format(day=on.day, month=month, year=on.year)

    def month(self, on: date) -> str:
        """Return a month with its year, as at the head of a calendar: shtator 2019."""
        month = self.dates.months[on.month - 1]
        return self.dates.month_pattern.format(month=month, year=on.year)

    def month_name(self, on: date) -> str:
        """Return the name of a month by itself."""
        return self.dates.months_alone[on.month - 1]

    def weekday(self, on: date) -> str:
        """Return the name of the day of the week."""
        return self.dates.weekdays[on.weekday()]

    def clock(self, at: time | datetime) -> str:
        """Return the time of day, on 24 hours in every language."""
        return at.strftime("%H:%M")

    def moment(self, at: datetime) -> str:
        """Return the day and the time."""
        return self("moment", day=self.day(at.date()), clock=self.clock(at))

    def _number(self, n: int) -> str:
        digits = f"{abs(n):,}".replace(",", self.numbers.group)
        return f"{self.numbers.minus}{digits}" if n < 0 else digits

    def decimal(self, value: float) -> str:
        """Return a number that need not be whole, to two decimals as far as there are any."""
        whole, _, rest = f"{abs(value):.2f}".partition(".")
        decimals = f"{self.numbers.decimal}{rest.rstrip('0')}" if rest.strip("0") else ""
        sign = self.numbers.minus if value < 0 else ""
        return f"{sign}{self.number(int(whole))}{decimals}"

    def amount(self, value: float | None, measure: str) -> str:
        """Return a number in what it is counted in: 3 days, 1 hour 35 minutes, 93.5 %."""
        if value is None:
            return self("no_value")
        if measure in ("days", "working_days"):
            return self.count(measure, int(value))
        if measure == "minutes":
            return self.span(int(value))
        return (
            self("percent", n=self.decimal(value)) if measure == "percent" else self.decimal(value)
        )

    def span(self, minutes: int) -> str:
        """Return a time in words of two units at most: 35 minutes, 1 hour 35 minutes, 3 days."""
        hours, days = minutes // MINUTES_AN_HOUR, minutes // MINUTES_A_DAY
        if days >= SPAN_IN_DAYS:
            return self.count("days", days)
        rest = minutes % MINUTES_AN_HOUR
        parts = [self.count("hours", hours)] if hours else []
        parts += [self.count("minutes", rest)] if rest or not hours else []
        return " ".join(parts)

    def parts(self, sentence: Sentence) -> tuple[Part, ...]:
        """Return a sentence in pieces, some of which lead somewhere."""
        return parts_of(self, sentence)

    def chart(self, chart: Chart) -> Markup:
        """Return a chart, drawn."""
        return drawn(chart, self)

    def code(self, address: str) -> Markup:
        """Return an address as a QR code, nothing for one that is too long for it."""
        return code_of(address) if fits(address) else Markup("")

    def label(self, line: FigureLine) -> str:
        """Return what a figure is called."""
        return label_of(self, line)

    def out_of(self, line: FigureLine) -> str:
        """Return what a figure is counted out of, or measured in; nothing where there is none."""
        if not line.of:
            return ""
        match line.amount.measure:
            case "count" | "percent":
                return self("out_of", n=self.number(line.of))
            case "per_day":
                return self.count("over_days", line.of)
        return self.count("measured_in", line.of)

    def pattern(self, key: str, n: int | None) -> str:
        """Return a message as it is to be filled in, in the form that a number asks for."""
        return self.messages[key] if n is None else self.plurals[key][self.form_of(n)]

    def _size(self, size_bytes: int) -> str:
        """Return a size in kB or MB (of 1000), at least 1 kB."""
        if size_bytes < 999_500:  # what would round to 1,000 kB is 1 MB
            return f"{self.number(max(1, round(size_bytes / 1000)))} kB"
        whole, _, tenth = f"{round(size_bytes / 1_000_000, 1):.1f}".partition(".")
        decimals = f"{self.numbers.decimal}{tenth}" if tenth != "0" else ""
        return f"{self.number(int(whole))}{decimals} MB"

    def duration(self, seconds: int) -> str:
        """Return a time in a recording: 1:02:03."""
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    def language(self, tag: str) -> str:
        """Return the name of a language in this one."""
        return self(f"language_{tag}")
