"""A chapter's figures -> numbers, phrases and series of them, each with the list behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tellal.domain.facts import KINDS
from tellal.domain.office import Duty
from tellal.pages.figures import Target, amount_of, part_of
from tellal.pages.views import Amount, Sentence, Series, Term
from tellal.pages.views.figures import Argument
from tellal.pages.voice import Voice
from tellal.site.figures import Figure, Measure
from tellal.site.reports import Chapter


class Teller:
    """Tells the figures of a chapter, each with the list behind it."""

    def __init__(self, chapter: Chapter, voice: Voice, target: Target) -> None:
        """Tell a chapter in a language; `target` says where the list behind a figure is."""
        self.figures: Mapping[str, Figure] = {one.key: one for one in chapter.figures}
        self.voice, self.target = voice, target

    def amount(self, key: str) -> Amount:
        """Return the number of a figure."""
        return amount_of(self.figures[key], self.target)

    def parts(self, key: str) -> Iterator[tuple[str, Figure]]:
        """Yield the parts of a figure that are not nothing, by their name after the dot."""
        for name, figure in self.figures.items():
            whole, _, part = name.partition(".")
            if whole == key and part and figure.value:
                yield part, figure

    def has(self, key: str) -> bool:
        """Return whether there is anything to tell of a figure."""
        return key in self.figures and bool(self.figures[key].value)

    def is_owed(self, written: str) -> bool:
        """Return whether any dated kind is required or expected in a written language."""
        duty_of = self.voice.site.office.duty_of
        dated = (kind.name for kind in KINDS if kind.name != "page")
        return any(duty_of(name, written) is not Duty.OPTIONAL for name in dated)

    def counted(self, message: str, key: str, **arguments: Argument) -> Sentence:
        """Return a sentence in the form that a figure's number asks for."""
        number = replace(self.amount(key), measure=Measure.COUNT.value)
        return Sentence(message, (("n", number), *arguments.items()), "n")

    def some(self, *pairs: tuple[str, str]) -> Iterator[Sentence]:
        """Yield a counted sentence for each (message, figure) that is not nothing."""
        for message, key in pairs:
            if self.has(key):
                yield self.counted(message, key)

    def phrases(self, key: str) -> Series:
        """Return the parts of a figure as phrases: 355 releases, 94 notices."""
        found = self.parts(key)
        return Series(tuple(self.counted(f"report_{part}", figure.key) for part, figure in found))

    def pairs(self, key: str) -> Series:
        """Return the parts of a figure with their words: Media: 8, Citizen: 10."""
        return Series(tuple(self._pair(figure) for _, figure in self.parts(key)), apart=True)

    def _pair(self, figure: Figure) -> Sentence:
        return Sentence("report_pair", self._name_and_amount(figure))

    def shares(self, key: str) -> Series:
        """Return the parts of a figure with what each is a part of: Decision: 35 of 36."""
        return Series(tuple(self._share(figure) for _, figure in self.parts(key)), apart=True)

    def _share(self, figure: Figure) -> Sentence:
        of = Amount(figure.of)
        return Sentence("report_share", (*self._name_and_amount(figure), ("of", of)))

    def _name_and_amount(self, figure: Figure) -> tuple[tuple[str, Argument], ...]:
        named = figure.part and self.voice.said(figure.part)
        name = named or Term(part_of(figure.key, self.voice) or "")
        return ("name", name), ("amount", amount_of(figure, self.target))
