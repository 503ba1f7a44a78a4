"""A publication of each kind with every fact stated, and what its Albanian page shows of each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from typing import Any, get_args, get_origin
from zoneinfo import ZoneInfo

import yaml
from PIL import Image

from tellal.domain.facts import KINDS, Kind
from tellal.domain.publication import Common
from tellal.domain.values import FileName, Key, Reference, Seconds, Url, Words
from tellal.outputs.say import Say
from tellal.pages.facts import _snake
from tellal.reading.schema import types_of

AS_OF = "2026-12-31T12:00"
ZONE = ZoneInfo("Europe/Belgrade")
# A key of the office in tests/office/, with its Albanian name.
KEYS = {
    "directorate": ("culture", "Drejtoria e Kulturës"),
    "body": ("assembly", "Kuvendi i Komunës"),
}
# What must lie before or after something else, or be something of its own.
DAYS = {"called_on": date(2026, 3, 1), "expires": date(2027, 6, 30)}
TARGETS = {
    "session": "sessions",
    "decided_in": "sessions",
    "approved_in": "sessions",
    "agenda.decision": "decisions",
    "adopted_as": "regulations",
    "amends": "decisions",
    "repeals": "regulations",
}
# A page that is gone shows nothing else, and who is listed where is no fact for readers.
UNSTATED = ("withdrawn", "date")
# How far something has come is shown as its state.
UNSHOWN = ("menu", "revisions.minor", "stage", "status")


def plain(key: str) -> str:
    """Return a text that no other fact has."""
    return f"Fjala {key} 05"


@dataclass
class Filler:
    """Fills the facts of one kind. `text` says what stands under a key."""

    kind: Kind
    say: Say
    text: Callable[[str], str] = plain
    files: dict[str, str | bytes] = field(default_factory=dict)
    shown: list[tuple[str, str]] = field(default_factory=list)
    day: date = date(2026, 3, 12)

    @cached_property
    def folder(self) -> str:
        """Return where the publication lies."""
        name = "03-12-plot"
        where = "plot" if self.kind.name == "page" else f"2026/{name}"
        return f"{self.kind.collection}/{where}"

    def write(self) -> dict[str, str | bytes]:
        """Return the files of the publication, in two languages, and of all that it names."""
        stated = {**self._record(self.kind.facts), **self._record(Common)}
        wording = {"title": self.text("title"), "summary": self.text("summary")}
        self.shown += wording.items()
        self.files[f"{self.folder}/index.sq.md"] = edition({**wording, **stated}, "Teksti.")
        self.files[f"{self.folder}/index.sr.md"] = edition(
            {"title": "Naslov", "revision": 2}, "Tekst."
        )
        return self.files

    def _record(self, kind: type[Any], under: str = "") -> dict[str, Any]:
        return {
            name: self._value(hint, under + name)
            for name, hint in types_of(kind).items()
            if name not in UNSTATED
        }

    def _value(self, hint: Any, key: str) -> Any:
        """Return a fact as staff write it, having noted how it must look."""
        if get_origin(hint) is tuple:
            return [self._value(get_args(hint)[0], key)]
        if is_dataclass(hint) and hint not in (Words, Reference):
            return self._record(hint, f"{key}.")  # type: ignore[arg-type]
        written, shown = self._scalar(hint, key)
        if key not in UNSHOWN:
            self.shown.append((key, shown))
        return written

    def _scalar(self, hint: Any, key: str) -> tuple[str, str]:
        """Return a value as it is written, and as the page shows it."""
        last = key.rpartition(".")[2]
        if last == "language":
            return "sr", self.say.language("sr")
        if hint in (Words, str):
            return self.text(key), self.text(key)
        if hint is Key:
            return KEYS[last]
        if hint is FileName:
            return self._file(key)
        if hint is Reference:
            return self._target(key)
        if isinstance(hint, type) and issubclass(hint, Enum):
            member = list(hint)[-1]
            return member.value, self.say(f"{_snake(hint.__name__)}_{member.value}")
        return self._measure(hint, key, last)

    def _measure(self, hint: Any, key: str, last: str) -> tuple[str, str]:
        if hint is Url:
            return f"https://x.example/{key}", f"https://x.example/{key}"
        if hint is bool:
            return ("false", "") if last == "minor" else ("true", self.say("yes"))
        if hint is Seconds:
            return "1:02:03", "1:02:03"
        if hint is int:
            return (n := str(900 + len(self.shown))), n
        if hint is time:
            return "14:35", "14:35"
        self.day += timedelta(1)
        on = DAYS.get(last, self.day)
        if hint is datetime:
            moment = datetime.combine(on, time(10, 7), tzinfo=ZONE)
            return f"{on} 10:07", self.say.moment(moment)
        return str(on), self.say.day(on)

    def _file(self, key: str) -> tuple[str, str]:
        name = f"{key}.{'png' if key.startswith('photos') else 'pdf'}"
        self.files[f"{self.folder}/{name}"] = picture() if name.endswith("png") else b"%PDF-1.4"
        return name, f"files/{self.folder}/{name}"

    def _target(self, key: str) -> tuple[str, str]:
        """Return the folder of a publication made for this reference, and its title."""
        kind = next(one for one in KINDS if one.collection == TARGETS.get(key, "releases"))
        name = key.replace(".", "-").replace("_", "-")
        folder = f"{kind.collection}/2026/02-01-{self.kind.name}-{name}"
        title = f"Titulli {self.kind.name} {key}"
        facts = {"starts": "2026-02-03 10:00"} if kind.collection == "sessions" else {}
        if kind.collection in ("decisions", "regulations"):
            facts = {"adopted": "2026-02-01", "number": f"{self.kind.name} {key} 1"}
        if facts:
            facts["body"] = "assembly"
        self.files[f"{folder}/index.sq.md"] = edition({"title": title, **facts}, "Teksti.")
        self.files[f"{folder}/index.sr.md"] = edition({"title": f"Naslov {key}"}, "Tekst.")
        return folder, title


def edition(header: dict[str, Any], body: str) -> str:
    """Return the text of a file."""
    facts = yaml.safe_dump(header, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{facts}---\n\n{body}\n"


def picture() -> bytes:
    """Return a picture of two pixels."""
    data = io.BytesIO()
    Image.new("RGB", (2, 1), "teal").save(data, "PNG")
    return data.getvalue()


def every_kind(say: Say, text: Callable[[str], str] = plain) -> Iterator[Filler]:
    """Yield each kind, filled."""
    for kind in KINDS:
        filler = Filler(kind, say, text)
        filler.write()
        yield filler
