"""content/ -> publications: every file is read, every finding kept, nothing skipped silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from tellal.domain.editions import Attached, Publication
from tellal.domain.findings import Finding
from tellal.domain.office import Office
from tellal.reading.files import read_file
from tellal.reading.office import read_office
from tellal.reading.publications import publication_of
from tellal.reading.scan import Source, scan
from tellal.reading.source_text import read_text
from tellal.reading.texts import EditionText, read_edition

In = TypeVar("In")
Out = TypeVar("Out")


class Watched(Protocol):
    """Passes items on and may tell somebody how far the work has come."""

    def __call__(self, items: Iterable[In], what: str, count: int) -> Iterator[In]:
        """Yield each item; `what` names the work, `count` is how many there are."""


def unwatched(items: Iterable[In], what: str, count: int) -> Iterator[In]:
    """Pass items on and tell nobody."""
    return iter(items)


@dataclass(frozen=True, slots=True)
class Content:
    """What could be read of a content folder. `office` is None where it could not be.

    `folders` are those of all publications, also of those that could not be read.
    """

    office: Office | None
    publications: tuple[Publication, ...]
    folders: frozenset[str] = frozenset()


def read_content(root: Path, watched: Watched = unwatched) -> tuple[Content, list[Finding]]:
    """Return all publications, in the order of their references, and every finding of reading."""
    office, findings = read_office(root)
    sources, misplaced = scan(root)
    findings += misplaced
    zone = ZoneInfo(office.card.time_zone if office else "UTC")
    texts: dict[str, list[EditionText]] = defaultdict(list)
    files: dict[str, list[Attached]] = defaultdict(list)
    for source in watched(sources, "reading", len(sources)):
        found = _read(root, source, zone, texts, files)
        findings += found
    if office is None:
        return Content(None, ()), findings
    publications = []
    for folder in sorted(texts):
        publication, found = publication_of(texts[folder], tuple(files[folder]), office)
        findings += found
        if publication:
            publications.append(publication)
    folders = frozenset(source.folder for source in sources if source.language)
    return Content(office, tuple(publications), folders), findings


def _read(
    root: Path,
    source: Source,
    zone: ZoneInfo,
    texts: dict[str, list[EditionText]],
    files: dict[str, list[Attached]],
) -> list[Finding]:
    """Read one file into the list it belongs to; return why it could not be read."""
    if source.language is None:
        attached, findings = read_file(root, source)
        if attached:
            files[source.folder].append(attached)
        return findings
    text, findings = read_text(root, source.path)
    if text is None:
        return findings
    edition, found = read_edition(source, text, zone)
    if edition:
        texts[source.folder].append(edition)
    return found
