"""Notices: what hangs on the board until a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zlib import crc32

from bench.days import at
from bench.dice import Dice
from bench.front_matter import Fact
from bench.papers import Entry, Paper
from bench.phrases import Text, book
from bench.press import Press, Scene
from bench.prose import Draft


def notice(press: Press, day: date) -> Paper:
    """Return a notice of the day, on the board for one to four weeks."""
    matter = press.dice.pick(book("notices").matters)
    scene = press.scene(day, matter)
    entry = press.entry("notices", day, matter.key, scene.fill(matter["titles"]))
    event, issued = _moments(entry)
    facts: dict[str, Fact] = {
        "place": "Gjilan",
        "time": f"{issued:%H:%M}",
        "event_at": event,
        "directorate": matter.directorate,
        "number": f"{press.dice.between(100, 999)}/{day.year}",
        "issued_by": press.directorates[matter.directorate]["sq"],
        "tags": [matter.tag],
        "until": press.calendar.after(day, press.dice.between(5, 20)),
    }
    paper = Paper(entry, matter["sentences"][1].fill(scene), _body(scene), facts)
    press.archive.add(entry)
    return paper


def _moments(entry: Entry) -> tuple[datetime, datetime]:
    """Return when a directorate asked for the notice, and when it was on the board."""
    dice = Dice(crc32(entry.folder.encode()))
    event = at(entry.day, dice.between(8, 11), dice.between(0, 59))
    return event, event + timedelta(minutes=dice.between(10, 240))


def _body(scene: Scene) -> Text:
    dice, common, prose = scene.press.dice, book("notices")["notice"], book("prose")["prose"]
    draft = Draft(scene)
    draft.paragraph([dice.pick(common["openings"])])
    draft.paragraph(scene.matter["sentences"])
    rows = dice.some(common["sentences"])
    draft.fill_up(rows[:3], 80)
    if dice.happens(0.6):
        draft.introduced(common["intros"][0], dice.some(common["items"]))
    if dice.happens(0.1):
        draft.table(dice.pick(prose["tables"]), 4)
    size = dice.between(150, 220)
    draft.fill_up(rows[3:], size, dice.some(common["headings"], 2))
    draft.fill_up(dice.some(prose["sentences"], 12), size)
    if dice.happens(0.25):
        draft.link()
    return draft.text()
