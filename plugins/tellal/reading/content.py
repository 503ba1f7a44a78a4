"""content/ -> publications: every file is read, every finding kept, nothing skipped silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
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

Read = tuple[EditionText | Attached | None, list[Finding]]
"""What one file became, and why it could not."""


class Mapped(Protocol):
    """Maps a pure function over all sources, in their order."""

    def __call__(
        self, function: Callable[[Source], Read], items: Sequence[Source]
    ) -> Iterable[Read]:
        """Return the result for each source."""


@dataclass(frozen=True, slots=True)
class Content:
    """What could be read of a content folder. `office` is None where it could not be.

    `folders` are those of all publications, also of those that could not be read.
    """

    office: Office | None
    publications: tuple[Publication, ...]
    folders: frozenset[str] = frozenset()


def in_turn(function: Callable[[Source], Read], items: Sequence[Source]) -> Iterable[Read]:
    """Read one source after the other, in this process."""
    return map(function, items)


def read_content(root: Path, mapped: Mapped = in_turn) -> tuple[Content, list[Finding]]:
    """Return all publications, in the order of their references, and every finding of reading."""
    office, findings = read_office(root)
    sources, misplaced = scan(root)
    findings += misplaced
    zone = ZoneInfo(office.card.time_zone if office else "UTC")
    texts: dict[str, list[EditionText]] = defaultdict(list)
    files: dict[str, list[Attached]] = defaultdict(list)
    results = mapped(partial(read_source, root, zone), sources)
    for source, (read, found) in zip(sources, results, strict=True):
        findings += found
        if isinstance(read, EditionText):
            texts[source.folder].append(read)
        elif read is not None:
            files[source.folder].append(read)
    folders = frozenset(source.folder for source in sources if source.language)
    if office is None:
        return Content(None, (), folders), findings
    publications = []
    for folder in sorted(texts):
        publication, found = publication_of(texts[folder], tuple(files[folder]), office)
        findings += found
        if publication:
            publications.append(publication)
    return Content(office, tuple(publications), folders), findings


def read_source(root: Path, zone: ZoneInfo, source: Source) -> Read:
    """Return what one file says, or why it cannot be read. Knows no other file."""
    if source.language is None:
        return read_file(root, source)
    text, findings = read_text(root, source.path)
    if text is None:
        return None, findings
    return read_edition(source, text, zone)
