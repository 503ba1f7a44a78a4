"""FormsView and its text -> what is read out, sent and pasted."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.swift_dataclasses import dataclass
from tellal.outputs.plain import Line, as_text, lines_of
from tellal.outputs.say import Say
from tellal.outputs.spoken import fitted, seconds_of, sentences, spoken
from tellal.pages.views import FormsView, Record, Row, Value, values

LONG, SHORT = 2_600, 700
"""Characters above which a sheet is set smaller to stay on one page, and below which larger."""
FACT = 150
"""As many characters as the lines of a fact take the place of."""
APART = ("quotes", "recording", "stream")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A text as it is read out (`radio`, with its words and seconds), sent and pasted.

    `size` says how large a sheet for the notice board sets it.
    """

    radio: str
    words: int
    seconds: int
    short: str
    plain: str
    size: str


def forms_of(view: FormsView, html: str, say: Say) -> Forms:
    """Return the forms of a text whose inner links lead somewhere already."""
    lines = lines_of(html, view.host)
    radio = spoken("\n\n".join(_radio(view, lines, say)), view.shell.place.tag, say)
    words = len(radio.split())
    summary = f" – {view.summary}" if view.summary else ""
    length = len(html) + len(view.summary or "") + FACT * sum(map(_height, view.facts.rows))
    return Forms(
        radio=radio,
        words=words,
        seconds=seconds_of(words),
        short=fitted(f"{view.shell.title}{summary}", view.short_url),
        plain=plain_of(view, lines, say),
        size="long" if length > LONG else "short" if length < SHORT else "normal",
    )


def _radio(view: FormsView, lines: list[Line], say: Say) -> Iterator[str]:
    """Yield the paragraphs that are read out: who says it, what, and how to learn more."""
    yield f"{view.shell.place.municipality}: {view.shell.title}."
    if view.summary:
        yield view.summary
    yield from sentences(lines)
    yield from (f"{_row(row, say)}." for row in view.facts.rows if row.key not in APART)
    yield from (f"{speaker}: {text}" for text, speaker in _quotes(view.facts, say))


def _height(row: Row) -> int:
    """Return how many facts a row shows, with those within it."""
    if row.key == "quotes":
        return 0
    return sum(len(one.rows) if isinstance(one, Record) else 1 for one in row.values)


def plain_of(view: FormsView, lines: list[Line], say: Say) -> str:
    """Return a publication as one plain text."""
    return "\n\n".join(_plain(view, lines, say))


def _plain(view: FormsView, lines: list[Line], say: Say) -> Iterator[str]:
    """Yield the paragraphs of a text to be pasted anywhere."""
    yield view.shell.title
    where = f"{_values(view.place, say)}, " if view.place else ""
    if view.on:
        yield f"{where}{say.day(view.on)}"
    if view.summary:
        yield view.summary
    if text := as_text(lines):
        yield text
    if told := [_row(row, say) for row in view.facts.rows if row.key != "quotes"]:
        yield "\n".join(told)
    for text, speaker in _quotes(view.facts, say):
        yield say("quoted", text=text, speaker=speaker)
    if view.note:
        yield f"{say('fact_note_to_editors')}: {_values(view.note, say)}"
    place = view.shell.place
    contact = view.contact and [_values(row.values, say) for row in view.contact.rows]
    yield f"{say('fact_contact')}: {', '.join(contact)}" if contact else place.office
    yield view.url


def _quotes(facts: Record, say: Say) -> Iterator[tuple[str, str]]:
    for quote in facts.of("quotes"):
        if isinstance(quote, Record):
            who = (*quote.of("speaker"), *quote.of("role"))
            yield _values(quote.of("text"), say), _values(who, say)


def _row(row: Row, say: Say) -> str:
    return f"{say(f'fact_{row.key}')}: {_values(row.values, say)}"


def _values(facts: tuple[Value, ...], say: Say) -> str:
    return ", ".join(told(value, say) for value in facts)


def told(value: Value, say: Say) -> str:
    """Return a fact's value as plain text."""
    match value:
        case values.Said(text=text) | values.Link(text=text):
            return text
        case values.File(title=values.Said(text=text)):
            return text
        case values.Day(on=on):
            return say.day(on)
        case values.Moment(at=at):
            return say.moment(at)
        case values.Clock(at=at):
            return say.clock(at)
        case values.Count(number=number):
            return say.number(number)
        case values.RecordingTime(seconds=seconds):
            return say.duration(seconds)
        case values.Term(key=key):
            return say(key)
        case Record(rows=rows):
            return ", ".join(_values(row.values, say) for row in rows)
