"""Sessions with their agendas, and their minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.acts import Act
from bench.dice import Dice
from bench.front_matter import Fact
from bench.papers import Paper
from bench.phrases import Row, Text, book
from bench.press import Press, Scene, same
from bench.prose import Draft, joined
from bench.sittings import MATTER, Sitting

VIDEO = "https://video.example/watch"
CHAIR = "Kryesuesi i Kuvendit të Komunës"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda: its title, how it was voted on, and the act that came of it."""

    title: Text
    votes: dict[str, Fact] | None = None
    decision: str | None = None


def session_papers(
    press: Press, sittings: Sequence[Sitting], acts: Sequence[Act]
) -> Iterator[Paper]:
    """Yield each session and its minutes; an act is on the agenda of the session it came from."""
    for place, sitting in enumerate(sittings):
        decided = [act for act in acts if act.draft.sitting is sitting]
        points = _points(press.dice, sitting, decided)
        later = (other for other in sittings[place + 1 :] if other.body == sitting.body)
        yield _session(press, sitting, points)
        yield _minutes(press, sitting, points, next(later, None))


def _points(dice: Dice, sitting: Sitting, acts: Sequence[Act]) -> list[Point]:
    session = book("sessions")["session"]
    reports = [Point(row.text) for row in dice.some(session["items"], dice.between(2, 4))]
    drafts = [
        Point(act.entry.title, _votes(dice, sitting.present), act.entry.folder) for act in acts
    ]
    opening = Point(session["opening"][0].text, _votes(dice, sitting.present))
    return [opening, *drafts, *reports, Point(session["closing"][0].text)]


def _votes(dice: Dice, present: int) -> dict[str, Fact]:
    against, abstaining = dice.between(0, present // 5), dice.between(0, present // 6)
    in_favour = present - against - abstaining
    return {"in_favour": in_favour, "against": against, "abstaining": abstaining}


def _session(press: Press, sitting: Sitting, points: list[Point]) -> Paper:
    scene = press.scene(sitting.entry.day, MATTER)
    scene.own |= sitting.words
    session = book("sessions")["session"]
    video = f"{VIDEO}/{sitting.name}-{sitting.starts:%Y-%m-%d}"
    streams = {"youtube": video, "radio": "Radio Gjilani FM", "recording": f"{video}-incizim"}
    facts: dict[str, Fact] = {
        "place": "Gjilan",
        "issued_by": CHAIR,
        "body": sitting.body,
        "number": str(sitting.number),
        "type": sitting.type,
        "starts": sitting.starts,
        "venue": "Salla e Kuvendit të Komunës",
        "status": "held" if sitting.starts < press.as_of else "scheduled",
        "called_on": sitting.entry.day,
        "streams": streams if sitting.body == "assembly" else None,
        "tags": ["seancat"],
        "agenda": [_item(number, point) for number, point in enumerate(points, 1)],
    }
    return Paper(sitting.entry, session["summaries"][0].fill(scene), _call(scene, points), facts)


def _item(number: int, point: Point) -> dict[str, Fact]:
    minutes = 2 + 17 * (number - 1)
    return {
        "number": str(number),
        "title": point.title,
        "proposer": CHAIR if point.decision is None else "Kryetari i Komunës",
        "at": f"{minutes // 60}:{minutes % 60:02}:30",
        "votes": point.votes,
        "decision": point.decision,
    }


def _call(scene: Scene, points: list[Point]) -> Text:
    session = book("sessions")["session"]
    draft = Draft(scene)
    draft.paragraph([session["calls"][0]])
    draft.heading(session["agenda"][0])
    draft.bullets([point.title for point in points], numbered=True)
    draft.heading(session["about"][0])
    dice = scene.press.dice
    draft.fill_up(dice.some(session["sentences"]), dice.between(150, 210))
    return draft.text()


def _minutes(press: Press, sitting: Sitting, points: list[Point], later: Sitting | None) -> Paper:
    scene = press.scene(sitting.recorded, MATTER)
    scene.own |= sitting.words
    title = book("sessions")["session"]["minutes"][0].fill(scene)
    entry = press.entry("minutes", sitting.recorded, f"procesverbali-{sitting.name}", title)
    approved = later is not None and later.starts < press.as_of
    facts: dict[str, Fact] = {
        "place": "Gjilan",
        "tags": ["seancat"],
        "session": sitting.entry.folder,
        "status": "approved" if approved else "draft",
        "approved_in": later.entry.folder if later and approved else None,
    }
    summary = book("sessions")["session"]["attendance"][0].fill(scene)
    press.archive.add(entry)
    return Paper(entry, summary, _record(scene, sitting, points), facts)


def _record(scene: Scene, sitting: Sitting, points: list[Point]) -> Text:
    session = book("sessions")["session"]
    speeches = scene.press.dice.some(session["speeches"])
    scene.own["link"] = sitting.entry.link
    draft = Draft(scene)
    draft.paragraph([session["attendance"][0], session["record"][0]])
    for number, point in enumerate(points, 1):
        _point(draft, number, point, speeches[number - 1 : number] or speeches[:1])
    draft.fill_up([*speeches[len(points) :], *scene.press.dice.some(session["sentences"])], 150)
    draft.paragraph([session["ends"][0]])
    return draft.text()


def _point(draft: Draft, number: int, point: Point, speech: list[Row]) -> None:
    session, scene = book("sessions")["session"], draft.scene
    scene.own["point"] = same(number)
    label = session["point"][0].fill(scene)
    draft.block(joined(" ", [same("##"), label, same("–"), point.title]))
    if point.votes:
        scene.own |= {key: same(value) for key, value in point.votes.items()}
        draft.paragraph([*speech, session["votes"][0]])
    else:
        draft.paragraph(speech)
