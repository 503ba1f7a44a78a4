"""Competitions for posts."""

from __future__ import annotations

from datetime import date

from bench.days import at, in_words
from bench.front_matter import Fact
from bench.papers import Paper
from bench.phrases import Text, book
from bench.press import Press, Scene, same
from bench.prose import Draft

OFFICE = "Njësia e Burimeve Njerëzore"


def competition(press: Press, day: date, number: int) -> Paper:
    """Return a competition that is open for eleven to sixteen working days."""
    post = press.dice.pick(book("competitions").matters)
    scene = press.scene(day, post)
    closes = at(press.calendar.after(day, press.dice.between(11, 16)), 16)
    count = 1 if press.dice.happens(0.6) else press.dice.between(5, 8)
    name = post["post"][0].text
    scene.own |= {"post": name, "posts": same(count), "closing": in_words(closes)}
    common = book("competitions")["competition"]
    title = common["titles"][count > 1].fill(scene)
    entry = press.entry("competitions", day, f"konkurs-{post.key}", title)
    facts: dict[str, Fact] = {
        "place": "Gjilan",
        "directorate": post.directorate,
        "issued_by": OFFICE,
        "tags": [post.tag],
        "closes": closes,
        "reference": f"KRP-{number:03}/{day.year}",
        "posts": [{"title": name, "count": count, "unit": _unit(scene), "term": _term(scene)}],
        "stage": "results" if closes < press.as_of and press.dice.happens(0.3) else "open",
        "applications_to": OFFICE,
    }
    paper = Paper(entry, common["summaries"][0].fill(scene), _body(scene), facts)
    press.archive.add(entry)
    return paper


def _unit(scene: Scene) -> str:
    return scene.own["directorate"]["sq"]


def _term(scene: Scene) -> Text:
    return scene.press.dice.pick(book("competitions")["competition"]["terms"]).text


def _body(scene: Scene) -> Text:
    dice, common = scene.press.dice, book("competitions")["competition"]
    duties, conditions, documents = common["headings"]
    draft = Draft(scene)
    draft.paragraph([common["openings"][0]])
    draft.heading(duties)
    draft.paragraph(dice.some(common["duties"], dice.between(2, 4)))
    draft.heading(conditions)
    draft.paragraph(dice.some(common["conditions"], dice.between(3, 5)))
    draft.heading(documents)
    draft.introduced(common["intros"][0], dice.some(common["items"]))
    draft.fill_up(dice.some(common["procedures"]), dice.between(150, 200))
    prose = book("prose")["prose"]
    draft.fill_up(prose["sentences"][:12], 150)
    return draft.text()
