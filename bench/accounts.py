"""Consultations on draft regulations, and the office's own report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bench.acts import Act
from bench.days import at, in_words
from bench.front_matter import Fact
from bench.papers import Paper
from bench.phrases import Group, Text, book
from bench.press import Press, Scene
from bench.prose import Draft

OPEN_FOR = timedelta(days=30)
REPORT = Group("raporti", "administration", "transparenca", {})


def consultations(press: Press, days: Sequence[date], acts: Sequence[Act]) -> Iterator[Paper]:
    """Yield a consultation for each day; where a regulation came of it, it says which."""
    left = [act for act in acts if act.draft.collection == "regulations"]
    for day in days:
        later = (act for act in left if act.draft.adopted > day + OPEN_FOR)
        adopted = next(later, None)
        if adopted:
            left.remove(adopted)
        yield _consultation(press, day, adopted)


def _consultation(press: Press, day: date, act: Act | None) -> Paper:
    matter = act.draft.matter if act else press.dice.pick(book("acts").matters)
    scene = press.scene(day, matter)
    closes = day + OPEN_FOR
    scene.own |= {"about": matter["abouts"][0].text, "closing": in_words(closes)}
    words = book("accounts")["consultation"]
    title = words["titles"][0].fill(scene)
    entry = press.entry("consultations", day, f"konsultim-{matter.key}", title)
    hearing = at(press.calendar.after(day, press.dice.between(8, 14)), 14)
    facts: dict[str, Fact] = {
        "place": "Gjilan",
        "directorate": matter.directorate,
        "tags": [matter.tag],
        "opens": day,
        "closes": closes,
        "draft_act": words["drafts"][0].fill(scene),
        "hearing": {"starts": hearing, "venue": "Salla e Kuvendit të Komunës"},
        "comments_to": "Zyra Ligjore",
        "outcome": words["outcomes"][0].fill(scene) if closes < press.as_of.date() else None,
        "adopted_as": act.entry.folder if act else None,
    }
    press.archive.add(entry)
    return Paper(entry, words["summaries"][0].fill(scene), _body(scene, words), facts)


def report(press: Press, first: date, last: date) -> Paper:
    """Return the office's report of the period, both days inclusive."""
    scene = press.scene(last, REPORT)
    words = book("accounts")["report"]
    entry = press.entry("reports", last, "raporti-i-punes", words["titles"][0].text)
    facts: dict[str, Fact] = {
        "place": "Gjilan",
        "issued_by": "Zyra për Informim Publik",
        "tags": [REPORT.tag],
        "period_from": first,
        "period_until": last,
    }
    return Paper(entry, words["summaries"][0].text, _body(scene, words), facts)


def _body(scene: Scene, words: Group) -> Text:
    draft = Draft(scene)
    draft.paragraph([words["sentences"][0]])
    draft.fill_up(words["sentences"][1:], 200, words["headings"])
    draft.fill_up(book("prose")["prose"]["sentences"][5:9], 150)
    return draft.text()
