"""Media releases: what happened, soon after it did."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bench.days import at, in_words
from bench.front_matter import Fact
from bench.papers import Entry, Paper
from bench.phrases import Text, book
from bench.press import Press, Scene
from bench.prose import Draft

DATELINE = {"sq": "Gjilan, {0} –", "sr": "Gnjilane, {0} –", "tr": "Gilan, {0} –"}
CONTACT = {
    "name": "Zyra për Informim Publik",
    "phone": "+383 280 000 000",
    "email": "informimi@gjilan.example",
}


def release(press: Press, day: date) -> Paper:
    """Return a media release of the day."""
    topic = press.dice.pick(book("topics").matters)
    scene = press.scene(day, topic)
    name = f"{topic.key}-{scene.own['village']['sq']}"
    entry = press.entry("releases", day, name, scene.fill(topic["titles"]))
    revised = day if press.dice.happens(0.02) else None
    paper = Paper(
        entry,
        scene.fill(topic["summaries"]),
        _body(scene),
        _facts(scene, entry, revised),
        revision=2 if revised and press.dice.happens(0.5) else None,
    )
    press.archive.add(entry)
    return paper


def dateline(day: date) -> Text:
    """Return the place and the day with which a release begins."""
    words = in_words(day)
    return {language: form.format(words[language]) for language, form in DATELINE.items()}


def _body(scene: Scene) -> Text:
    dice, prose = scene.press.dice, book("prose")["prose"]
    draft = Draft(scene)
    own, general = dice.some(scene.matter["sentences"]), dice.some(prose["sentences"])
    draft.paragraph([dice.pick(prose["leads"]), own.pop()], before=dateline(scene.day))
    if dice.happens(0.45):
        draft.quote(scene.fill(prose["quotes"]), scene.fill(prose["speakers"]))
    draft.paragraph([own.pop(), general.pop()])
    if dice.happens(0.4):
        items = dice.some(scene.matter["items"])
        draft.introduced(dice.pick(prose["intros"]), items, numbered=dice.happens(0.3))
    if dice.happens(0.12):
        draft.table(dice.pick(prose["tables"]), dice.between(3, 5))
    draft.fill_up([*own, *general], dice.between(150, 290), dice.some(prose["headings"], 3))
    if dice.happens(0.2):
        draft.paragraph([dice.pick(prose["webs"])])
    if dice.happens(0.55):
        draft.link()
    return draft.text()


def _facts(scene: Scene, entry: Entry, revised: date | None) -> dict[str, Fact]:
    dice = scene.press.dice
    event, issued = _moments(scene.press, entry.day)
    village = dice.happens(0.15)
    return {
        "place": scene.own["village"] if village else "Gjilan",
        "time": f"{issued:%H:%M}",
        "event_at": event,
        "directorate": scene.matter.directorate,
        "tags": [scene.matter.tag],
        "about": _about(scene),
        "quotes": [_quote(scene)] if dice.happens(0.4) else [],
        "contact": CONTACT if dice.happens(0.25) else None,
        "revisions": [_revision(scene.press, revised)] if revised else [],
    }


def _moments(press: Press, day: date) -> tuple[datetime, datetime]:
    """Return when it happened and when it was told, some of it on the next morning."""
    if press.dice.happens(0.75):
        event = at(day, press.dice.between(9, 12), press.dice.pick((0, 30)))
        return event, event + timedelta(minutes=press.dice.between(20, 180))
    event = at(press.calendar.after(day, -1), press.dice.between(14, 18))
    return event, at(day, 8, press.dice.between(5, 55))


def _about(scene: Scene) -> list[str]:
    press = scene.press
    entry = press.archive.earlier(press.dice, scene.day) if press.dice.happens(0.15) else None
    return [entry.folder] if entry else []


def _quote(scene: Scene) -> dict[str, Fact]:
    prose = book("prose")["prose"]
    return {
        "text": scene.fill(prose["quotes"]),
        "speaker": scene.fill(prose["speakers"])["sq"],
    }


def _revision(press: Press, day: date) -> dict[str, Fact]:
    on = min(press.calendar.after(day, press.dice.between(1, 5)), press.as_of.date())
    note = press.dice.pick(book("prose")["prose"]["corrections"]).text
    return {"on": on, "note": note, "minor": press.dice.happens(0.3)}
