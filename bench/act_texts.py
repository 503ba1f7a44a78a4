"""The text of an act: recital, chapters, numbered articles, reasoning."""

from __future__ import annotations

from itertools import count

from bench.phrases import LANGUAGES, Row, Text, book
from bench.press import Scene, same
from bench.prose import Draft, joined

ROMAN = ("I", "II", "III")


def act_body(scene: Scene, is_regulation: bool) -> Text:
    """Return the text; a regulation has chapters, a decision its reasoning."""
    common = book("acts")["act"]
    names = common["regulated" if is_regulation else "decided"]
    scene.own |= {"act": names[1].text, "acts": names[2].text}
    draft = Draft(scene)
    draft.paragraph([common["recitals"][0]])
    articles = _Articles(draft, "###" if is_regulation else "##")
    if is_regulation:
        _chapters(articles)
    else:
        _operative_part(articles)
        _reasoning(draft)
    return draft.text()


class _Articles:
    """Articles with running numbers, made of the act's own sentences and the common ones."""

    def __init__(self, draft: Draft, marks: str) -> None:
        self.draft, self.marks = draft, marks
        self.common = book("acts")["act"]
        dice = draft.scene.press.dice
        own = draft.scene.matter["articles"]
        self.left = dice.some([*own, *dice.some(self.common["articles"], 9)])
        self._titles = dice.some(self.common["titles"][1:-1])
        self._numbers = count(1)

    def article(self, rows: list[Row], title: Row | None = None) -> None:
        """Add an article with its title in bold and, where it has several, numbered paragraphs."""
        word, number = self.common["words"][0].text, same(next(self._numbers))
        named = (title or self._titles.pop()).text
        bold = {language: f"**{named[language]}**" for language in LANGUAGES}
        heading = joined(" ", [same(self.marks), word, number])
        self.draft.block(joined("\n", [heading, bold]))
        for place, row in enumerate(rows, 1):
            numbered = same(f"{place}.") if len(rows) > 1 else None
            self.draft.paragraph([row], before=numbered)

    def articles(self, size: int, most: int) -> None:
        """Add articles up to so many words, at most so many."""
        dice = self.draft.scene.press.dice
        while self.left and most and self.draft.words < size:
            rows = [self.left.pop() for _ in range(min(dice.between(1, 3), len(self.left)))]
            self.article(rows)
            most -= 1


def _chapters(articles: _Articles) -> None:
    common, draft = articles.common, articles.draft
    words = draft.scene.press.dice.between(170, 280)
    for roman, title, size in zip(ROMAN, common["chapters"], (90, words, words), strict=True):
        chapter = joined(" ", [same("##"), common["words"][1].text, same(f"{roman} –"), title.text])
        draft.block(chapter)
        if roman == ROMAN[0]:
            articles.article([common["purposes"][0]], common["titles"][0])
        if roman == ROMAN[-1]:
            articles.article([common["finals"][0]], common["titles"][-1])
        else:
            articles.articles(size, 3 if roman == ROMAN[0] else 5)


def _operative_part(articles: _Articles) -> None:
    common = articles.common
    articles.article([common["purposes"][0]], common["titles"][0])
    articles.articles(articles.draft.scene.press.dice.between(110, 190), 5)
    articles.article([common["finals"][0]], common["titles"][-1])


def _reasoning(draft: Draft) -> None:
    common = book("acts")["act"]
    draft.heading(common["words"][2])
    dice = draft.scene.press.dice
    draft.paragraph(dice.some(common["reasonings"], dice.between(2, 3)))
    draft.heading(common["words"][3])
    draft.paragraph([common["remedies"][0]])
