"""content/office/ -> Office: the municipality as data, with a finding for all that is unclear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from tellal.domain.facts import KINDS
from tellal.domain.findings import Finding, finding
from tellal.domain.languages import WRITTEN
from tellal.domain.office import Card, Deadline, Duty, Holiday, Office
from tellal.domain.values import Key, Words
from tellal.reading.nodes import Mapping, Node, Sequence, Text
from tellal.reading.scalars import Context, Unreadable, read_enum
from tellal.reading.schema import Reader
from tellal.reading.source_text import read_text
from tellal.reading.yaml_nodes import BrokenYaml, nodes_of

T = TypeVar("T")

NO_FILE = "The file is missing. Copy it from another office and fill it in."
NOT_THE_FORM = "The file is not in its form. Compare it with the form in docs/content.md."
NO_ZONE = 'time_zone: "{text}" is not a time zone. Write it like Europe/Belgrade.'
NO_LANGUAGE = 'languages: "{language}" is not a language here. Write one of: {languages}.'
NO_KIND = 'duties: "{key}" is not a kind of publication. Write one of: {known}.'
NOT_A_DUTY = 'duties: "{text}" is not a duty. Write one of: required, expected, optional.'


class OfficeReader:
    """Reads the files of one office and keeps every finding on the way."""

    def __init__(self, root: Path) -> None:
        """Read from `root`/office."""
        self.root = root
        self.findings: list[Finding] = []
        self.context = Context(WRITTEN[0], ZoneInfo("UTC"))

    def office(self) -> Office | None:
        """Return the office, None where a file of it cannot be read."""
        card_node = self._mapping("office.yaml")
        duties_node = _get(card_node, "duties")
        self._understand_card(card_node)
        card = self._record(Card, "office.yaml", _without(card_node, "duties"))
        duties = self._duties(duties_node)
        directorates = self._names_by_key("directorates.yaml")
        bodies = self._names_by_key("bodies.yaml")
        names = self._names("names.yaml")
        deadlines = tuple(self._rows(Deadline, "deadlines.yaml"))
        holidays = tuple(self._holidays("holidays.yaml"))
        if card is None or self.findings:
            return None
        return Office(
            card=card,
            duties=duties,
            directorates=directorates,
            bodies=bodies,
            names=names,
            deadlines=deadlines,
            holidays=holidays,
        )

    def _understand_card(self, node: Mapping) -> None:
        """Take the clock and the first language from the card, for all that is read after."""
        zone = _get(node, "time_zone")
        languages = _get(node, "languages")
        first = WRITTEN[0]
        for item in languages.items if isinstance(languages, Sequence) else ():
            if isinstance(item, Text) and item.value in WRITTEN:
                first = item.value
                break
        for item in languages.items if isinstance(languages, Sequence) else ():
            if not isinstance(item, Text) or item.value not in WRITTEN:
                text = item.value if isinstance(item, Text) else "…"
                known = ", ".join(WRITTEN)
                self._note(item.line, NO_LANGUAGE, language=text, languages=known)
        if isinstance(zone, Text):
            try:
                self.context = Context(first, ZoneInfo(zone.value))
            except (KeyError, ValueError, OSError):
                self._note(zone.line, NO_ZONE, text=zone.value)

    def _duties(self, node: Node | None) -> dict[tuple[str, str], Duty]:
        duties: dict[tuple[str, str], Duty] = {}
        for language, duty in _pairs(_get(node, "default")):
            self._duty(duties, "", language, duty)
        known = [kind.name for kind in KINDS]
        for kind, by_language in _pairs(_get(node, "kinds")):
            if kind.value not in known:
                self._note(kind.line, NO_KIND, key=kind.value, known=", ".join(known))
            for language, duty in _pairs(by_language):
                self._duty(duties, kind.value, language, duty)
        return duties

    def _duty(
        self, duties: dict[tuple[str, str], Duty], kind: str, language: Text, duty: Node
    ) -> None:
        text = duty.value if isinstance(duty, Text) else "…"
        try:
            duties[kind, language.value] = read_enum(Duty, text)
        except Unreadable:
            self._note(duty.line, NOT_A_DUTY, text=text)

    def _names_by_key(self, name: str) -> dict[Key, Words]:
        reader = self._reader(name)
        names = {}
        for key, words in _pairs(self._mapping(name)):
            read = reader.words(words, key.value)
            if read:
                names[Key(key.value)] = read
        self.findings += reader.findings
        return names

    def _names(self, name: str) -> dict[str, Words]:
        """Return the words that are said often, by each of their texts in any language."""
        reader = self._reader(name)
        names: dict[str, Words] = {}
        for item in self._items(name):
            read = reader.words(item, "names")
            if read:
                names.update((text, read) for _, text in read.pairs if text not in names)
        self.findings += reader.findings
        return names

    def _holidays(self, name: str) -> Iterator[Holiday]:
        for _, days in _pairs(self._mapping(name)):
            items = days.items if isinstance(days, Sequence) else ()
            for item in items:
                if holiday := self._record(Holiday, name, item):
                    yield holiday

    def _rows(self, kind: type[T], name: str) -> Iterator[T]:
        for item in self._items(name):
            if row := self._record(kind, name, item):
                yield row

    def _items(self, name: str) -> tuple[Node, ...]:
        node = self._read(name)
        if node is not None and not isinstance(node, Sequence):
            self._not_the_form(name, node.line)
        return node.items if isinstance(node, Sequence) else ()

    def _mapping(self, name: str) -> Mapping:
        node = self._read(name)
        if node is not None and not isinstance(node, Mapping):
            self._not_the_form(name, node.line)
        return node if isinstance(node, Mapping) else Mapping((), 1)

    def _record(self, kind: type[T], name: str, node: Node) -> T | None:
        if not isinstance(node, Mapping):
            self._not_the_form(name, node.line)
            return None
        reader = self._reader(name)
        record = reader.record(kind, node)
        self.findings += reader.findings
        return record

    def _reader(self, name: str) -> Reader:
        return Reader(f"office/{name}", self.context)

    def _read(self, name: str) -> Node | None:
        """Return the node of a file, None with a finding where it cannot be read."""
        path = f"office/{name}"
        if not (self.root / path).is_file():
            self.findings.append(finding(path, 0, "office-missing", NO_FILE))
            return None
        text, problems = read_text(self.root, path)
        self.findings += problems
        try:
            return nodes_of(text or "")
        except BrokenYaml as error:
            arguments = error.arguments
            self.findings.append(
                finding(path, error.line, "office-form", error.message, **arguments)
            )
            return None

    def _not_the_form(self, name: str, line: int) -> None:
        self.findings.append(finding(f"office/{name}", line, "office-form", NOT_THE_FORM))

    def _note(self, line: int, message: str, **arguments: str) -> None:
        self.findings.append(
            finding("office/office.yaml", line, "office-form", message, **arguments)
        )


def read_office(root: Path) -> tuple[Office | None, list[Finding]]:
    """Return the office of a content folder, or every reason why it cannot be understood."""
    reader = OfficeReader(root)
    office = reader.office()
    return office, reader.findings


def _pairs(node: Node | None) -> tuple[tuple[Text, Node], ...]:
    return node.pairs if isinstance(node, Mapping) else ()


def _get(node: Node | None, key: str) -> Node | None:
    return next((value for name, value in _pairs(node) if name.value == key), None)


def _without(node: Mapping, key: str) -> Mapping:
    return Mapping(tuple(pair for pair in node.pairs if pair[0].value != key), node.line)
