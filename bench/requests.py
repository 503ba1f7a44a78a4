"""Requests for public documents: received, answered in time or not, never with a name."""

from __future__ import annotations

from datetime import date, timedelta

from bench.front_matter import Fact
from bench.papers import Paper
from bench.phrases import Text, book
from bench.press import Press, Scene
from bench.prose import Draft

CHANNELS = ("written", "email", "email", "email", "online", "oral")
CATEGORIES = "citizen media media civil_society party business institution organisation"
OUTCOMES = "granted granted granted granted partially_granted refused already_public no_document"
PERIOD, LONGER_PERIOD = 7, 15


def request(press: Press, day: date, number: int) -> Paper:
    """Return a request received on the day, with its answer if that came before the moment."""
    matter = press.dice.pick(book("requests").matters)
    scene = press.scene(day, matter)
    scene.own["about"] = matter["abouts"][0].fill(scene)
    common = book("requests")["request"]
    entry = press.entry("requests", day, f"kerkesa-{number:03}", common["titles"][0].fill(scene))
    facts: dict[str, Fact] = {
        "directorate": matter.directorate,
        "tags": [matter.tag],
        "reference": f"QDP-{number:03}/{day.year}",
        "received": day,
        "channel": press.dice.pick(CHANNELS),
        "category": press.dice.pick(CATEGORIES.split()),
        **_course(press, day),
    }
    paper = Paper(entry, common["summaries"][0].fill(scene), _body(scene), facts)
    press.archive.add(entry)
    return paper


def _course(press: Press, day: date) -> dict[str, Fact]:
    """Return what became of the request. Every answer but the late ones comes in time."""
    dice, today = press.dice, press.as_of.date()
    common = book("requests")["request"]
    if dice.happens(0.06) and (on := press.calendar.after(day, dice.between(1, 3))) < today:
        forwarded: Fact = {"to": dice.pick(common["forwards"]).text, "on": on}
        return {"forwarded": forwarded, "answered": on, "outcome": "forwarded"}
    urgent = dice.happens(0.03)
    extended = not urgent and dice.happens(0.12)
    answered = _answered(press, day, 1 if urgent else LONGER_PERIOD if extended else PERIOD)
    told = press.calendar.after(day, 2)
    reason = dice.pick(common["extensions"]).text
    course: dict[str, Fact] = {
        "urgent": True if urgent else None,
        "extended": {"on": told, "reason": reason} if extended and told <= today else None,
    }
    return course | _ending(press, answered) if answered < today else course


def _answered(press: Press, day: date, period: int) -> date:
    """Return the day of the answer: a working day within the period, or now and then after it."""
    dice, calendar = press.dice, press.calendar
    if dice.happens(press.late_answers):
        return calendar.after(day, period + dice.between(2, 12))
    possible = calendar.within(day, day + timedelta(days=period))
    return dice.pick(possible[len(possible) // 2 :])


def _ending(press: Press, answered: date) -> dict[str, Fact]:
    dice, common = press.dice, book("requests")["request"]
    outcome = dice.pick(OUTCOMES.split())
    ending: dict[str, Fact] = {"answered": answered, "outcome": outcome}
    if outcome in ("refused", "partially_granted"):
        ending["refusal_reason"] = dice.pick(common["refusals"]).text
    on = answered + timedelta(days=dice.between(3, 14))
    if outcome == "refused" and on < press.as_of.date() and dice.happens(0.4):
        ending["complaint"] = {"on": on, "outcome": common["complaints"][0].text}
    return ending


def _body(scene: Scene) -> Text:
    dice, common = scene.press.dice, book("requests")["request"]
    asked, handled, complaint = common["headings"]
    draft = Draft(scene)
    draft.heading(asked)
    rows = dice.some(common["sentences"])
    draft.paragraph([common["openings"][0], *rows[:2]])
    draft.heading(handled)
    draft.fill_up(rows[2:8], 110)
    draft.heading(complaint)
    draft.fill_up(rows[8:], dice.between(150, 190))
    draft.fill_up(book("prose")["prose"]["sentences"][5:10], 150)
    draft.paragraph([book("prose")["prose"]["webs"][2]])
    return draft.text()
