"""The small values that facts are made of: words, references, files, addresses of the web."""

from __future__ import annotations

from datetime import date
from typing import NewType

from tellal.domain.swift_dataclasses import dataclass

FileName = NewType("FileName", str)
"""The name of a file that lies beside the Markdown, without folder."""

Key = NewType("Key", str)
"""The name of a directorate or body in `content/office/`."""

Url = NewType("Url", str)
"""An absolute http or https address."""

Seconds = NewType("Seconds", int)
"""A time in a recording, written 1:02:03 or 2:03."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in the languages in which it was given, as (written language, text) pairs.

    A text typed plainly is in the language of its file; the office's `names.yaml` may know it in
    the others.
    """

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A publication's name for ever: its folder, as in `decisions/2019/03-12-parking`.

    Pages have no date: `pages/contact`.
    """

    folder: str

    @property
    def collection(self) -> str:
        """Return the first part, as in `decisions`."""
        return self.folder.partition("/")[0]

    @property
    def short_name(self) -> str:
        """Return the words of the folder without its date, as in `parking`."""
        last = self.folder.rpartition("/")[2]
        return last[6:] if self.folder.count("/") == 2 else last

    @property
    def date(self) -> date | None:
        """Return the day of issue that the folder says; pages have none."""
        parts = self.folder.split("/")
        return date.fromisoformat(f"{parts[1]}-{parts[2][:5]}") if len(parts) == 3 else None

    def __str__(self) -> str:
        """Return the folder, as staff write it."""
        return self.folder
