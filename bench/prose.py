"""Rows -> a body: paragraphs, headings, lists, quotes and tables, in every language at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.days import in_words
from bench.phrases import LANGUAGES, Row, Text, book
from bench.press import Scene, same

QUOTATION = {"sq": "“{0}”", "sr": "„{0}“", "tr": "“{0}”"}


class Draft:
    """A body in the making. `words` counts those of its shortest language."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._blocks: list[Text] = []
        self._words = dict.fromkeys(LANGUAGES, 0)

    @property
    def words(self) -> int:
        """Return how many words the body has in its shortest language."""
        return min(self._words.values())

    def text(self) -> Text:
        """Return the whole body."""
        return {
            language: "\n\n".join(block[language] for block in self._blocks)
            for language in LANGUAGES
        }

    def block(self, text: Text) -> None:
        """Add a block as it is."""
        self._blocks.append(text)
        for language, words in text.items():
            self._words[language] += len(words.split())

    def paragraph(self, rows: Iterable[Row], before: Text | None = None) -> None:
        """Add the sentences as one paragraph."""
        texts = [row.fill(self.scene) for row in rows]
        self.block(joined(" ", [before, *texts] if before else texts))

    def heading(self, row: Row, marks: str = "##") -> None:
        """Add a heading."""
        self.block(joined(" ", [same(marks), row.fill(self.scene)]))

    def bullets(self, texts: Sequence[Text], numbered: bool = False) -> None:
        """Add a list."""
        marks = [f"{place}." if numbered else "-" for place in range(1, len(texts) + 1)]
        items = [joined(" ", [same(mark), text]) for mark, text in zip(marks, texts, strict=True)]
        self.block(joined("\n", items))

    def introduced(self, intro: Row, rows: Sequence[Row], numbered: bool = False) -> None:
        """Add an introduction with a list of the rows."""
        self.block(intro.fill(self.scene))
        self.bullets([row.fill(self.scene) for row in rows], numbered)

    def quote(self, text: Text, speaker: Text) -> None:
        """Add what somebody said."""
        said = {language: f"> {QUOTATION[language].format(text[language])}" for language in text}
        self.block(joined("\n>\n", [said, joined(" ", [same("> —"), speaker])]))

    def table(self, head: Row, rows: int) -> None:
        """Add a table of places, days and sums; the head is written with its bars."""
        lines = [head.text, same("--- | --- | ---:")]
        names = self.scene.press.dice.some(book("places")["villages"]["names"], rows)
        for name in names:
            cells = [name.text, self.scene.value("coming"), self.scene.value("money")]
            lines.append(joined(" | ", cells))
        self.block(joined("\n", [joined(" ", [same("|"), line, same("|")]) for line in lines]))

    def fill_up(self, rows: Iterable[Row], size: int, headings: Iterable[Row] = ()) -> None:
        """Add paragraphs of one to three sentences, some with a heading, up to so many words."""
        dice, left, titles = self.scene.press.dice, list(rows), list(headings)
        while left and self.words < size:
            if titles and dice.happens(0.4):
                self.heading(titles.pop(0))
            count = dice.between(1, 3)
            self.paragraph(left[:count])
            del left[:count]

    def link(self) -> None:
        """Add a sentence that leads to an earlier publication, if there is one."""
        press = self.scene.press
        if entry := press.archive.earlier(press.dice, self.scene.day):
            self.scene.own |= {"link": entry.link, "then": in_words(entry.day)}
            self.paragraph([press.dice.pick(book("prose")["prose"]["links"])])


def joined(mark: str, texts: Sequence[Text]) -> Text:
    """Return the texts as one, in every language."""
    return {language: mark.join(text[language] for text in texts) for language in LANGUAGES}
