"""Decisions and regulations: planned first, because sessions and later acts refer to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from bench.act_texts import act_body
from bench.days import in_words
from bench.dice import Dice
from bench.front_matter import Fact
from bench.papers import Entry, Paper
from bench.pdf import pdf
from bench.phrases import Group, book
from bench.press import Press, same
from bench.sittings import Sitting

SIGNED_BY = {"assembly": "Kryesuesi i Kuvendit të Komunës", "mayor": "Kryetari i Komunës"}
REGISTERED_AFTER = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """An act of a day before it has a number."""

    collection: str
    adopted: date
    issued: date
    body: str
    matter: Group
    sitting: Sitting | None


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its number and place. `changes` is empty, or `amends` or `repeals` one act."""

    draft: Draft
    number: str
    entry: Entry
    changes: dict[str, Fact]


def plan_acts(
    press: Press, days: Mapping[str, list[date]], sittings: Sequence[Sitting]
) -> Iterator[Act]:
    """Yield every act in the order of adoption, with numbers that run by body and year."""
    drafts = [
        _draft(press, collection, day, sittings)
        for collection in ("decisions", "regulations")
        for day in days.get(collection, ())
    ]
    numbers: dict[tuple[str, int], Iterator[int]] = {}
    standing: list[Act] = []
    for draft in sorted(drafts, key=lambda draft: draft.adopted):
        year = draft.adopted.year
        number = f"{next(numbers.setdefault((draft.body, year), count(1))):02}/{year}"
        act = _act(press, draft, number, standing)
        if "repeals" not in act.changes and draft.collection == "decisions":
            standing.append(act)
        press.archive.add(act.entry)
        yield act


def _draft(press: Press, collection: str, day: date, sittings: Sequence[Sitting]) -> Draft:
    """Return an act of the assembly, decided in its latest session, or a decision of the mayor."""
    dice, calendar = press.dice, press.calendar
    matter = dice.pick(book("acts").matters)
    of_mayor = collection == "decisions" and dice.happens(0.4)
    past = [s for s in sittings if s.body == "assembly" and s.starts.date() < day]
    if of_mayor or not past:
        body = "assembly" if collection == "regulations" else "mayor"
        adopted = calendar.after(day, -dice.between(0, 2))
        return Draft(collection, adopted, day, body, matter, None)
    adopted = past[-1].starts.date()
    issued = min(calendar.after(adopted, dice.between(1, 4)), press.as_of.date())
    return Draft(collection, adopted, issued, "assembly", matter, past[-1])


def _act(press: Press, draft: Draft, number: str, standing: list[Act]) -> Act:
    """Return the act; a repealed one is taken out of those that stand."""
    common = book("acts")["act"]
    title, changes = common[draft.collection][0], {}
    older = [act for act in standing if _may_change(draft, act)]
    if draft.collection == "decisions" and older and press.dice.happens(0.15):
        other = press.dice.pick(older)
        amends = press.dice.happens(0.75)
        section, verb = ("amendments", "amends") if amends else ("repeals", "repeals")
        title, changes = common[section][0], {verb: [other.entry.folder]}
        draft = replace(draft, matter=other.draft.matter)
        if not amends:
            standing.remove(other)
    scene = press.scene(draft.issued, draft.matter)
    scene.own["about"] = draft.matter["abouts"][0].text
    entry = press.entry(draft.collection, draft.issued, draft.matter.key, title.fill(scene))
    return Act(draft, number, entry, dict(changes))


def _may_change(draft: Draft, act: Act) -> bool:
    return act.draft.body == draft.body and act.draft.adopted < draft.adopted


def act_paper(press: Press, act: Act) -> Paper:
    """Return the act with its text."""
    draft = act.draft
    scene = press.scene(draft.issued, draft.matter)
    scene.own |= {
        "about": draft.matter["abouts"][0].text,
        "body": press.bodies[draft.body],
        "adopted": in_words(draft.adopted),
        "number": same(act.number),
    }
    body = act_body(scene, draft.collection == "regulations")
    summary = scene.fill(book("acts")["act"]["summaries"])
    file = f"akti-{act.number.replace('/', '-')}.pdf"
    attached = press.dice.happens(0.35) and press.with_attachments
    files = {file: pdf(f"{act.number} {draft.collection}")} if attached else {}
    facts = _facts(press, act, file if attached else None)
    return Paper(act.entry, summary, body, facts, files=files)


def _facts(press: Press, act: Act, file: str | None) -> dict[str, Fact]:
    draft = act.draft
    registered = press.calendar.after(draft.adopted, REGISTERED_AFTER)
    of_assembly = draft.body == "assembly" and registered < press.as_of.date()
    return {
        "number": act.number,
        "place": "Gjilan",
        "directorate": draft.matter.directorate,
        "body": draft.body,
        "adopted": draft.adopted,
        "registered_at_ministry": registered if of_assembly else None,
        "published": draft.issued,
        "decided_in": draft.sitting.entry.folder if draft.sitting else None,
        **act.changes,
        "signed_by": SIGNED_BY[draft.body],
        "signed_original": file,
        "legal_basis": _bases(press.dice),
        "tags": [draft.matter.tag],
    }


def _bases(dice: Dice) -> list[str]:
    return [row.text["sq"] for row in dice.some(book("acts")["act"]["bases"], 2)]
