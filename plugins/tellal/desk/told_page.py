"""A report's page -> its figures, sentences and lists, as they stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

SENTENCE, LIST = "report-sentence", "counted-list"
OF, AMOUNT = "figure-of", "counted-amount"


@dataclass(slots=True)
class ListEntry:
    """An entry of a list: where it leads, and what was measured of it."""

    address: str = ""
    amount: str = ""


class PageReader(HTMLParser):
    """Finds figures, sentences, lists and what the report was computed from."""

    def __init__(self) -> None:
        """Begin with a page of which nothing is known."""
        super().__init__()
        self.tag = ""
        self.named: dict[str, str] = {}
        self.values: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.of: dict[str, str] = {}
        self.sentences: list[str] = []
        self.lists: dict[str, list[ListEntry]] = {}
        self._figure = self._inside = ""
        self._entries: list[ListEntry] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up what begins here."""
        given = {name: value or "" for name, value in attrs}
        match tag, given.get("class", ""):
            case "html", _:
                self.tag = given["lang"]
            case "meta", _ if "name" in given:
                self.named[given["name"]] = given["content"]
            case "data", _ if "data-figure" in given:
                self._figure, self._inside = given["data-figure"], "data"
                self.values[self._figure] = given["value"]
                self.shown[self._figure] = self.of[self._figure] = ""
            case "p", "report-sentence":
                self._inside = SENTENCE
                self.sentences.append("")
            case "section", "counted-list":
                self._entries = self.lists[given["aria-labelledby"]] = []
            case "li", _:
                self._entries.append(ListEntry())
            case "a", _ if self._entries and not self._inside:
                self._entries[-1].address = given["href"]
            case "span", ("figure-of" | "counted-amount") as inside:
                self._inside = inside

    def handle_endtag(self, tag: str) -> None:
        """Leave what ends here."""
        if tag in ("data", "p", "span"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Take a text to what it stands in."""
        match self._inside:
            case "data":
                self.shown[self._figure] += data
            case "report-sentence":
                self.sentences[-1] += data
            case "figure-of":
                self.of[self._figure] += data
            case "counted-amount" if self._entries:
                self._entries[-1].amount += data
