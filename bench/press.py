"""What every kind needs to write: chance, the calendar, names, and what was published before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bench.days import Calendar, in_words
from bench.dice import Dice
from bench.papers import Archive, Entry
from bench.phrases import LANGUAGES, Group, Row, Text, book

# Without Serbian these may not be published.
REQUIRED_IN_SERBIAN = ("decisions", "regulations", "minutes", "competitions", "notices")


@dataclass(frozen=True, slots=True)
class Press:
    """The office at work. `as_of` is the moment up to which everything happened."""

    dice: Dice
    calendar: Calendar
    as_of: datetime
    directorates: Mapping[str, Text]
    bodies: Mapping[str, Text]
    late_answers: float = 0.0
    with_attachments: bool = False
    archive: Archive = field(default_factory=Archive)

    def languages(self, collection: str) -> tuple[str, ...]:
        """Return the languages of a new publication: 5 % lack Serbian, 10 % Turkish."""
        lacks_serbian, lacks_turkish = self.dice.happens(0.05), self.dice.happens(0.1)
        serbian = () if lacks_serbian and collection not in REQUIRED_IN_SERBIAN else ("sr",)
        return ("sq", *serbian, *(() if lacks_turkish else ("tr",)))

    def entry(self, collection: str, day: date, name: str, title: Text) -> Entry:
        """Return a new entry in a folder of its own. It is not in the archive yet."""
        folder = self.archive.folder(collection, day, name)
        return Entry(day, folder, title, self.languages(collection))

    def scene(self, day: date, matter: Group) -> Scene:
        """Return the slots of a publication of that day about a matter."""
        return Scene(self, day, matter)


class Scene:
    """The slots of one publication. Its place names stay; its numbers are new in each sentence."""

    def __init__(self, press: Press, day: date, matter: Group) -> None:
        self.press, self.day, self.matter = press, day, matter
        places = book("places")
        self.own: dict[str, Text] = {
            "village": _name(press.dice, places["villages"]),
            "street": _name(press.dice, places["streets"]),
            "school": _name(press.dice, places["schools"]),
        }
        if matter.directorate:
            self.own["directorate"] = press.directorates[matter.directorate]

    def value(self, slot: str) -> Text:
        """Return what stands in the slot: the publication's own words, else something by chance."""
        return self.own.get(slot) or CHANCES[slot](self)

    def fill(self, rows: tuple[Row, ...]) -> Text:
        """Return one of the rows with its slots filled."""
        return self.press.dice.pick(rows).fill(self)


def same(value: object) -> Text:
    """Return a text that is written alike in every language."""
    return dict.fromkeys(LANGUAGES, str(value))


def _name(dice: Dice, places: Group) -> Text:
    return dice.pick(places["names"]).text


def _number(scene: Scene) -> Text:
    """Return a number after which Serbian has the genitive plural."""
    low = scene.press.dice.between(5, 34)
    return same(low if low <= 20 else (low - 16) * 5)


def _money(scene: Scene) -> Text:
    return same(f"{scene.press.dice.between(4, 900) * 500:,}".replace(",", "."))


def _working_days(low: int, high: int) -> Callable[[Scene], Text]:
    def day_in_words(scene: Scene) -> Text:
        press = scene.press
        return in_words(press.calendar.after(scene.day, press.dice.between(low, high)))

    return day_in_words


CHANCES: dict[str, Callable[[Scene], Text]] = {
    "n": _number,
    "many": lambda scene: same(scene.press.dice.between(10, 98) * 10),
    "money": _money,
    "percent": lambda scene: same(scene.press.dice.between(5, 90)),
    "days": lambda scene: same(scene.press.dice.between(5, 15)),
    "year": lambda scene: same(scene.day.year),
    "past": _working_days(-60, -3),
    "soon": _working_days(1, 6),
    "coming": _working_days(5, 45),
}
