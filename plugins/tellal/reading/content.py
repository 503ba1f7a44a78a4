"""content/ -> publications: every file is read, every finding kept, nothing skipped silently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from tellal.domain.editions import Attached, Publication
from tellal.domain.findings import Finding, finding
from tellal.domain.office import Office
from tellal.reading.files import read_file
from tellal.reading.office import read_office
from tellal.reading.publications import publication_of
from tellal.reading.scan import Source, scan
from tellal.reading.source_text import read_text
from tellal.reading.texts import EditionText, read_edition

NO_TEXT = (
    "There is no text in this folder, so nothing of it would be published. "
    "Write index.sq.md, or take the folder away."
)

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
    findings += _without_text(sources, folders, misplaced)
    if office is None:
        return Content(None, (), folders), findings
    publications = []
    wanted = Counter(source.folder for source in sources if source.language)
    # What an unreadable file states nobody can say, so its folder waits until it is repaired.
    for folder in sorted(folder for folder in texts if len(texts[folder]) == wanted[folder]):
        publication, found = publication_of(texts[folder], tuple(files[folder]), office)
        findings += found
        if publication:
            publications.append(publication)
    return Content(office, tuple(publications), folders), findings


def _without_text(
    sources: Sequence[Source], folders: frozenset[str], misplaced: Sequence[Finding]
) -> list[Finding]:
    """Return a finding for each folder that holds files and no text, nor one with a wrong name."""
    told = {problem.path.rpartition("/")[0] for problem in misplaced}
    others = {source.folder for source in sources} - folders - told
    return [finding(folder, 0, "file-misplaced", NO_TEXT) for folder in sorted(others)]


def read_source(root: Path, zone: ZoneInfo, source: Source) -> Read:
    """Return what one file says, or why it cannot be read. Knows no other file."""
    if source.language is None:
        return read_file(root, source)
    text, findings = read_text(root, source.path)
    if text is None:
        return None, findings
    return read_edition(source, text, zone)
