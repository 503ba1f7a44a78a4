"""Invitations to events, and press conferences."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bench.days import at, hour_in_words, in_words
from bench.front_matter import Fact
from bench.papers import Entry, Paper
from bench.phrases import Group, Text, book
from bench.press import Press, Scene
from bench.prose import Draft

CHAIR = "Kryesuesi i komisionit të aksionarëve"
VIDEO = "https://video.example/watch"


def invitation(press: Press, day: date) -> Paper:
    """Return an invitation to an event two to eight working days later."""
    occasion = press.dice.pick(book("events").matters)
    scene = press.scene(day, occasion)
    starts = at(press.calendar.after(day, press.dice.between(2, 8)), press.dice.between(10, 16))
    entry = press.entry("invitations", day, occasion.key, scene.fill(occasion["titles"]))
    venue = press.dice.pick(book("places")["venues"]["names"]).text
    facts: dict[str, Fact] = {
        "starts": starts,
        "ends": starts + timedelta(minutes=90),
        "venue": venue,
    }
    return _paper(scene, entry, starts, occasion, facts)


def conference(press: Press, day: date) -> Paper:
    """Return a press conference of the executive, two working days after it is announced."""
    topic = press.dice.pick(book("topics").matters)
    scene = press.scene(day, topic)
    starts = at(press.calendar.after(day, 2), 11)
    scene.own["when"] = in_words(starts)
    title = scene.fill(book("events")["event"]["conferences"])
    entry = press.entry("conferences", day, "konferenca", title)
    recording = f"{VIDEO}/konferenca-{starts:%Y-%m-%d}" if starts < press.as_of else None
    facts: dict[str, Fact] = {
        "starts": starts,
        "ends": starts + timedelta(minutes=60),
        "venue": "Salla e konferencave e Komunës",
        "presenters": _presenters(press, topic),
        "recording": recording,
    }
    return _paper(scene, entry, starts, topic, facts)


def _presenters(press: Press, topic: Group) -> list[Fact]:
    enterprise = press.dice.pick(book("places")["enterprises"]["names"]).text
    director: Fact = {"role": "Drejtori", "directorate": topic.directorate}
    return [director, {"role": CHAIR, "enterprise": enterprise}]


def _paper(
    scene: Scene, entry: Entry, starts: datetime, matter: Group, facts: dict[str, Fact]
) -> Paper:
    press = scene.press
    scene.own |= {"when": in_words(starts), "hour": hour_in_words(starts)}
    common: dict[str, Fact] = {
        "place": "Gjilan",
        "time": f"{press.dice.between(8, 14):02}:{press.dice.between(0, 59):02}",
        "directorate": matter.directorate,
        "tags": [matter.tag],
    }
    summary = scene.fill(book("events")["event"]["summaries"])
    press.archive.add(entry)
    return Paper(entry, summary, _body(scene), {**common, **facts})


def _body(scene: Scene) -> Text:
    dice, event, prose = scene.press.dice, book("events")["event"], book("prose")["prose"]
    draft = Draft(scene)
    draft.paragraph([event["openings"][0], *scene.matter["sentences"][:1]])
    draft.introduced(event["intros"][0], event["items"], numbered=True)
    rows = dice.some(event["sentences"])
    size = dice.between(150, 230)
    draft.fill_up(rows[:7], size, dice.some(event["headings"], 2))
    draft.fill_up([*rows[7:], *dice.some(prose["sentences"], 12)], size)
    if dice.happens(0.3):
        draft.link()
    return draft.text()
