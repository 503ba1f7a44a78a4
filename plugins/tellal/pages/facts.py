"""Facts -> Record: each fact as a reader sees it, in the order of its dataclass.

What a fact looks like follows from its type alone, so that a new kind needs no code here.
"""

from __future__ import annotations

import re
from dataclasses import is_dataclass
from datetime import date, datetime, time
from enum import Enum

from tellal.domain.editions import Attached, Publication
from tellal.domain.recordings import at_second, recording_of
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import FileName, Key, Reference, Seconds, Url, Words
from tellal.pages.views import (
    Clock,
    Count,
    Day,
    File,
    Link,
    Moment,
    Record,
    RecordingTime,
    Row,
    Said,
    Term,
    Value,
)
from tellal.pages.voice import Voice
from tellal.reading.schema import types_of

# What the page of every publication shows at a place of its own.
ELSEWHERE = "date time tags about attachments photos contact revisions withdrawn menu".split()


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the facts of one publication in the language of a voice."""

    voice: Voice
    publication: Publication

    def record(self, facts: object, leave: tuple[str, ...] = ()) -> Record:
        """Return the facts that were stated, but for those that stand elsewhere."""
        rows = []
        for name, hint in types_of(type(facts)).items():
            value = getattr(facts, name)
            if value is not None and value != () and name not in leave:
                values = self._values(hint, value)
                if values:
                    rows.append(Row(name, values))
        return Record(tuple(rows))

    def _values(self, hint: object, value: object) -> tuple[Value, ...]:
        items = value if isinstance(value, tuple) else (value,)
        kind = getattr(hint, "__args__", (hint,))[0] if isinstance(value, tuple) else hint
        told = (self._value(kind, item) for item in items if item is not None)
        return tuple(value for value in told if value is not None)

    def _value(self, hint: object, value: object) -> Value | None:
        """Return a value as it looks; what may not be seen yet, and a plain "no", as nothing."""
        match value:
            case Words():
                return self.voice.said(value)
            case Reference():
                other = self.voice.site.find(value)
                return self.voice.link_to(other) if other else None
            case bool():
                return Term("yes") if value else None
            case Enum():
                return Term(f"{_snake(type(value).__name__)}_{value.value}")
            case datetime():
                return Moment(value)
            case date():
                return Day(value)
            case time():
                return Clock(value)
            case int():
                return self.second(value) if hint is Seconds else Count(value)
            case str():
                return self._named(hint, value)
        return self.record(value) if is_dataclass(value) else None

    def second(self, seconds: int) -> RecordingTime:
        """Return a place in the recording of the publication, with its address."""
        recording = recording_of(self.publication.facts)
        return RecordingTime(seconds, at_second(recording, seconds) if recording else None)

    def _named(self, hint: object, value: str) -> Value | None:
        if hint is Key:
            return self.key(value)
        if hint is Url:
            return Link(value, value)
        if hint is FileName:
            return self.file(value)
        return Said(value)

    def key(self, key: str) -> Value:
        """Return the name of a directorate, with its page, or of a body."""
        office, voice = self.voice.site.office, self.voice
        if key in office.directorates:
            said = voice.said(office.directorates[Key(key)])
            if key in voice.site.directorates:
                address = voice.addresses.directorate(voice.tag, key)
                return Link(said.text, address, said.lang)
            return said
        return voice.said(office.bodies[Key(key)])

    def file(self, name: str, title: Words | None = None, language: str | None = None) -> File:
        """Return a file beside the text, by its title or else by its name."""
        attached = self._attached(name)
        note = next((n for n in self.publication.common.attachments if n.file == name), None)
        title = title or (note.title if note else None)
        language = language or (note.language if note else None)
        return File(
            self.voice.said(title) if title else Said(name),
            self.voice.addresses.file(self.publication.reference.folder, name),
            name.rpartition(".")[2].upper(),
            attached.size_bytes,
            language,
        )

    def _attached(self, name: str) -> Attached:
        return next(file for file in self.publication.files if file.name == name)


def _snake(name: str) -> str:
    """Return a class's name in snake case: SessionType -> session_type."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
