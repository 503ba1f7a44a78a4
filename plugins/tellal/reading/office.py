"""content/office/ -> Office: the municipality as data, with a finding for all that is unclear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from tellal.domain.facts import KINDS
from tellal.domain.findings import Finding, finding
from tellal.domain.languages import WRITTEN
from tellal.domain.office import Card, Deadline, Duty, Emergency, Exemption, Holiday, Office
from tellal.domain.values import Key, Words
from tellal.reading.nodes import Mapping, Node, Sequence, Text, pairs_of, value_of, without
from tellal.reading.scalars import Context, Unreadable, read_enum
from tellal.reading.scan import LONGEST_NAME, TOO_LONG
from tellal.reading.schema import NO_LANGUAGE, NOT_A_GROUP, Reader
from tellal.reading.source_text import read_text
from tellal.reading.texts import BAD_SLUG, SLUG
from tellal.reading.yaml_nodes import BrokenYaml, nodes_of

T = TypeVar("T")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?")

EXCEPTIONS = "exceptions.yaml"
EMERGENCY = "emergency.yaml"
OPTIONAL = (EXCEPTIONS, EMERGENCY)
"""The files that an office may do without."""

NO_FILE = "The file is missing. Copy it from another office and fill it in."
NOT_THE_FORM = "The file is not in its form. Compare it with the form in docs/content.md."
NO_ZONE = 'time_zone: "{text}" is not a time zone. Write it like Europe/Belgrade.'
NOT_A_HOST = 'video_hosts: "{text}" is not a host. Write only its name, like video.example.'
NO_LANGUAGES = "languages: there is none. Write at least one of: {languages}."
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
        duties_node = value_of(card_node, "duties")
        self._understand_card(card_node)
        card = self._record(Card, "office.yaml", without(card_node, ("duties",)))
        duties = self._duties(duties_node)
        directorates = self._names_by_key("directorates.yaml")
        bodies = self._names_by_key("bodies.yaml")
        names = self._names("names.yaml")
        deadlines = tuple(self._rows(Deadline, "deadlines.yaml"))
        holidays = tuple(self._holidays("holidays.yaml"))
        exceptions = tuple(self._rows(Exemption, EXCEPTIONS)) if self._has(EXCEPTIONS) else ()
        emergency = self._emergency() if self._has(EMERGENCY) else None
        if card is not None and not card.languages:
            self._note(card_node.line, NO_LANGUAGES, languages=", ".join(WRITTEN))
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
            exceptions=exceptions,
            emergency=emergency,
        )

    def _understand_card(self, node: Mapping) -> None:
        """Take the clock and the first language from the card, for all that is read after."""
        zone = value_of(node, "time_zone")
        languages = list(_languages(value_of(node, "languages")))
        first = next((item.value for item in languages if item.value in WRITTEN), WRITTEN[0])
        for item in languages:
            self._language("languages", item)
        self._note_hosts(value_of(node, "video_hosts"))
        if isinstance(zone, Text):
            try:
                self.context = Context(first, ZoneInfo(zone.value))
            except (KeyError, ValueError, OSError):
                self._note(zone.line, NO_ZONE, text=zone.value)

    def _note_hosts(self, node: Node | None) -> None:
        """Note what is no host: pages allow these by name, and nothing else of them."""
        for item in node.items if isinstance(node, Sequence) else ():
            if isinstance(item, Text) and not HOST.fullmatch(item.value):
                self._note(item.line, NOT_A_HOST, text=item.value)

    def _language(self, key: str, text: Text) -> None:
        """Note a language that nothing can be published in."""
        known = ", ".join(WRITTEN)
        if text.value not in WRITTEN:
            self._note(text.line, NO_LANGUAGE, key=key, language=text.value, languages=known)

    def _duties(self, node: Node | None) -> dict[tuple[str, str], Duty]:
        duties: dict[tuple[str, str], Duty] = {}
        reader = self._reader("office.yaml")
        for key, _ in self._group(node, "duties"):
            if key.value not in ("default", "kinds"):
                reader.unknown_key(key, ("default", "kinds"), "duties.")
        self.findings += reader.findings
        for language, duty in self._group(value_of(node, "default"), "duties.default"):
            self._duty(duties, "", language, duty)
        known = [kind.name for kind in KINDS]
        for kind, by_language in self._group(value_of(node, "kinds"), "duties.kinds"):
            if kind.value not in known:
                self._note(kind.line, NO_KIND, key=kind.value, known=", ".join(known))
            for language, duty in self._group(by_language, f"duties.kinds.{kind.value}"):
                self._duty(duties, kind.value, language, duty)
        return duties

    def _group(self, node: Node | None, key: str) -> tuple[tuple[Text, Node], ...]:
        """Return the pairs of a group that may be left out; note what is none."""
        if node is not None and not isinstance(node, Mapping):
            self._note(node.line, NOT_A_GROUP, key=key)
        return pairs_of(node)

    def _duty(
        self, duties: dict[tuple[str, str], Duty], kind: str, language: Text, duty: Node
    ) -> None:
        text = duty.value if isinstance(duty, Text) else "…"
        self._language("duties", language)
        try:
            duties[kind, language.value] = read_enum(Duty, text)
        except Unreadable:
            self._note(duty.line, NOT_A_DUTY, text=text)

    def _names_by_key(self, name: str) -> dict[Key, Words]:
        reader = self._reader(name)
        names = {}
        for key, words in pairs_of(self._mapping(name)):
            self._address(name, key)
            read = reader.words(words, key.value)
            if read:
                names[Key(key.value)] = read
        self.findings += reader.findings
        return names

    def _address(self, name: str, key: Text) -> None:
        """Note a key that cannot stand in an address, or would lead out of the site."""
        path, text = f"office/{name}", key.value
        if not SLUG.match(text):
            place = name.removesuffix(".yaml")
            found = finding(path, key.line, "office-form", BAD_SLUG, key=place, slug=text)
            self.findings.append(found)
        elif len(text) > LONGEST_NAME:
            long = finding(path, key.line, "office-form", TOO_LONG, text=text, longest=LONGEST_NAME)
            self.findings.append(long)

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
        for _, days in pairs_of(self._mapping(name)):
            if not isinstance(days, Sequence) and days != Text("", days.line):
                self._not_the_form(name, days.line)
            for item in days.items if isinstance(days, Sequence) else ():
                if holiday := self._record(Holiday, name, item):
                    yield holiday

    def _emergency(self) -> Emergency | None:
        """Return the emergency, None for a file that holds nothing but remarks."""
        if (node := self._read(EMERGENCY)) is None:
            return None
        return self._record(Emergency, EMERGENCY, node)

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

    def _has(self, name: str) -> bool:
        return (self.root / "office" / name).is_file()

    def _read(self, name: str) -> Node | None:
        """Return the node of a file, None with a finding where it cannot be read."""
        path = f"office/{name}"
        if not self._has(name):
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


def _languages(node: Node | None) -> Iterator[Text]:
    """Yield the languages of a card, which stand in a list or on one line."""
    match node:
        case Sequence(items=items):
            yield from (i if isinstance(i, Text) else Text("…", i.line) for i in items)
        case Text(value=value, line=line):
            yield from (Text(part.strip(), line) for part in value.split(",") if part.strip())
