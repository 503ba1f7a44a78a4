"""Days on which an office works, and how a day is written in each language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from bench.phrases import Text

FIXED = ((1, 1), (1, 2), (1, 7), (2, 17), (4, 9), (5, 1), (5, 9), (12, 25))
MONTHS = {
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "sr": "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra "
    "decembra",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
}
FORMS = {"sq": "{0} {1} {2}", "sr": "{0}. {1} {2}. godine", "tr": "{0} {1} {2}"}
MONTH_NAMES = {language: months.split() for language, months in MONTHS.items()}
# "At nine" in Turkish ends with the vowels of the number: dokuzda, on birde, on üçte.
AT_HOURS = "8de 9da 10da 11de 12de 13te 14te 15te 16da"
AT_HOUR = {int(word[:-2]): word[-2:] for word in AT_HOURS.split()}


class Calendar:
    """The working days between two years, both inclusive.

    `holidays` are the days off of the years that the office's calendar knows; the other years
    have the holidays with a fixed date alone.
    """

    def __init__(self, first: int, last: int, holidays: Collection[date]) -> None:
        known = {holiday.year for holiday in holidays}
        fixed = {date(year, *day) for year in range(first, last + 1) for day in FIXED}
        off = set(holidays) | {day for day in fixed if day.year not in known}
        begin, end = date(first, 1, 1), date(last, 12, 31)
        every = (begin + timedelta(days) for days in range((end - begin).days + 1))
        self.days = [day for day in every if day.weekday() < 5 and day not in off]

    def within(self, first: date, last: date) -> list[date]:
        """Return the working days of a period, both ends inclusive."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def after(self, day: date, count: int) -> date:
        """Return the working day so many working days later, or earlier for a negative count."""
        return self.days[bisect_right(self.days, day) - 1 + count]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return the moment on a day."""
    return datetime.combine(day, time(hour, minute))


def in_words(day: date) -> Text:
    """Return the day as it stands in running text.

    >>> in_words(date(2019, 9, 12))["sr"]
    '12. septembra 2019. godine'
    """
    return {
        language: FORMS[language].format(day.day, names[day.month - 1], day.year)
        for language, names in MONTH_NAMES.items()
    }


def hour_in_words(moment: datetime) -> Text:
    """Return the full or half hour, in Turkish as "at" it.

    >>> hour_in_words(datetime(2019, 9, 12, 11, 0))["tr"]
    '11.00’de'
    """
    ending = "da" if moment.minute == 30 else AT_HOUR[moment.hour]
    clock = f"{moment:%H:%M}"
    return {"sq": clock, "sr": clock, "tr": f"{clock.replace(':', '.')}’{ending}"}
