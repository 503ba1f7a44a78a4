"""Sentence -> parts of text, so that each number in it can lead to the list behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Formatter
from typing import TYPE_CHECKING

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views import Amount, Day, FigureLine, Said, Sentence, Series, Term
from tellal.pages.views.figures import Argument

if TYPE_CHECKING:
    from tellal.outputs.say import Say

FORMATTER = Formatter()


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence. `to` is where it leads, `lang` its language if it is another."""

    text: str
    to: str | None = None
    lang: str | None = None


def parts_of(say: Say, sentence: Sentence) -> tuple[Part, ...]:
    """Return a sentence in pieces, with what it names filled in."""
    return tuple(_joined(_parts(say, sentence)))


def text_of(say: Say, sentence: Sentence) -> str:
    """Return a sentence as plain text."""
    return "".join(part.text for part in parts_of(say, sentence))


def label_of(say: Say, line: FigureLine) -> str:
    """Return what a figure is called, with the word for its part."""
    name = say(line.name)
    if not line.part:
        return name
    part = line.part.text if isinstance(line.part, Said) else say(line.part)
    return say("figure_part", figure=name, part=part)


def _parts(say: Say, sentence: Sentence) -> Iterator[Part]:
    arguments = dict(sentence.arguments)
    counted = arguments.get(sentence.count or "")
    n = int(counted.value or 0) if isinstance(counted, Amount) else None
    for literal, name, _, _ in FORMATTER.parse(say.pattern(sentence.key, n)):
        if literal:
            yield Part(literal)
        if name:
            yield from _filled(say, arguments[name])


def _filled(say: Say, value: Argument) -> Iterator[Part]:
    match value:
        case Amount(value=number, measure=measure, to=to):
            yield Part(say.amount(number, measure), to)
        case Day(on=on):
            yield Part(say.day(on))
        case Said(text=text, lang=lang):
            yield Part(text, None, lang)
        case Term(key=key):
            yield Part(say(key))
        case Sentence():
            yield from _parts(say, value)
        case Series():
            yield from _series(say, value)


def _series(say: Say, series: Series) -> Iterable[Part]:
    """Return phrases joined as the language does it; the last one is joined in its own way."""
    joined: list[Part] = []
    for place, phrase in enumerate(series.phrases):
        parts = [*_parts(say, phrase)]
        joined = [*_pair(_joint(say, series, place), joined, parts)] if place else parts
    return joined


def _joint(say: Say, series: Series, place: int) -> str:
    """Return how a phrase follows those before it."""
    if series.apart:
        return say("series_apart")
    return say("series_last") if place == len(series.phrases) - 1 else say("series_next")


def _pair(pattern: str, before: list[Part], following: list[Part]) -> Iterator[Part]:
    for literal, name, _, _ in FORMATTER.parse(pattern):
        if literal:
            yield Part(literal)
        if name:
            yield from before if name == "before" else following


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts with plain texts that follow each other as one."""
    text = ""
    for part in parts:
        if part.to is None and part.lang is None:
            text += part.text
            continue
        if text:
            yield Part(text)
        text = ""
        yield part
    if text:
        yield Part(text)
