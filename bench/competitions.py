"""Competitions for posts."""

from __future__ import annotations

from datetime import date

from bench.days import at, in_words
from bench.front_matter import Fact
from bench.papers import Entry, Paper
from bench.phrases import Text, book
from bench.press import Press, Scene, same
from bench.prose import Draft

OFFICE = "Njësia e Burimeve Njerëzore"


def competition(press: Press, day: date, number: int) -> Paper:
    """Return a competition that is open for fifteen to twenty-two days."""
    post = press.dice.pick(book("competitions").matters)
    scene = press.scene(day, post)
    closes = at(press.calendar.after(day, press.dice.between(11, 16)), 16)
    count = 1 if press.dice.happens(0.6) else press.dice.between(5, 8)
    name = post["post"][0].text
    scene.own |= {"post": name, "posts": same(count), "closing": in_words(closes)}
    common = book("competitions")["competition"]
    title = common["titles"][count > 1].fill(scene)
    entry = press.entry("competitions", day, f"konkurs-{post.key}", title)
    terms = press.dice.pick(common["terms"]).text
    facts: dict[str, Fact] = {
        "place": "Gjilan",
        "directorate": post.directorate,
        "issued_by": OFFICE,
        "tags": [post.tag],
        "closes": closes,
        "reference": f"KRP-{number:03}/{day.year}",
        "posts": [{"title": name, "count": count, "unit": _unit(scene), "term": terms}],
        "stage": "results" if closes < press.as_of and press.dice.happens(0.3) else "open",
        "applications_to": OFFICE,
    }
    paper = Paper(entry, common["summaries"][0].fill(scene), _body(scene, entry), facts)
    press.archive.add(entry)
    return paper


def _unit(scene: Scene) -> str:
    return scene.own["directorate"]["sq"]


def _body(scene: Scene, entry: Entry) -> Text:
    dice, common = scene.press.dice, book("competitions")["competition"]
    duties, conditions, documents = common["headings"]
    draft = Draft(scene)
    draft.paragraph([common["openings"][0]])
    draft.heading(duties)
    draft.paragraph(dice.some(common["duties"]))
    draft.heading(conditions)
    draft.paragraph(dice.some(common["conditions"]))
    draft.heading(documents)
    draft.introduced(common["intros"][0], dice.some(common["items"]))
    draft.fill_up(dice.some(common["procedures"]), dice.between(160, 230))
    prose = book("prose")["prose"]
    draft.fill_up(prose["sentences"][:12], 150)
    return draft.text()
