"""Sessions before they are written: which body sits when, under which number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from bench.days import at, hour_in_words, in_words
from bench.papers import Entry
from bench.phrases import Group, Text, book
from bench.press import Press, same

CALLED_BEFORE, RECORDED_AFTER = 8, 6
# Those after which Serbian has the genitive plural.
PRESENT = {"assembly": (25, 26, 27, 28, 29, 30, 35)}
PRESENT_IN_COMMITTEE = (6, 7, 8, 9)
SHORT_NAMES = {
    "assembly": "seanca",
    "policy-finance-committee": "politike-financa",
    "communities-committee": "komunitete",
}
MATTER = Group("seanca", "administration", "seancat", {})


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session as others refer to it. `words` fill the slots of texts about it."""

    entry: Entry
    body: str
    number: int
    type: str
    present: int
    starts: datetime
    recorded: date
    words: dict[str, Text]

    @property
    def name(self) -> str:
        """Return the short name, as in `seanca-4`."""
        return f"{SHORT_NAMES[self.body]}-{self.number}"


def plan_sittings(press: Press, days: list[date], bodies: tuple[str, ...]) -> Iterator[Sitting]:
    """Yield a session for each day on which minutes are issued; the bodies take turns."""
    numbers: dict[tuple[str, int], Iterator[int]] = {}
    for turn, recorded in enumerate(days):
        body = bodies[turn % len(bodies)]
        starts = at(press.calendar.after(recorded, -RECORDED_AFTER), press.dice.pick((10, 11)))
        number = next(numbers.setdefault((body, starts.year), count(1)))
        yield _sitting(press, body, number, starts, recorded)


def _sitting(press: Press, body: str, number: int, starts: datetime, recorded: date) -> Sitting:
    kind = "extraordinary" if press.dice.happens(0.08) else "regular"
    sessions = book("sessions")
    called = press.calendar.after(starts.date(), -CALLED_BEFORE)
    nominative, genitive = sessions["types"][kind]
    scene = press.scene(called, MATTER)
    present = press.dice.pick(PRESENT.get(body, PRESENT_IN_COMMITTEE))
    words = {
        "present": same(present),
        "type": nominative.text,
        "types": genitive.text,
        "ordinal": same(number),
        "bodies": sessions["bodies"][body][0].text,
        "held": in_words(starts),
        "hour": hour_in_words(starts),
    }
    scene.own |= words
    title = sessions["session"]["titles"][0].fill(scene)
    entry = press.entry("sessions", called, f"{SHORT_NAMES[body]}-{number}", title)
    press.archive.add(entry)
    return Sitting(entry, body, number, kind, present, starts, recorded, words)
