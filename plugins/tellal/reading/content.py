"""content/ -> publications: every file is read, every finding kept, nothing skipped silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from math import inf
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from tellal.domain.editions import Attached, Publication
from tellal.domain.findings import Finding, finding
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.annals import Annals, Past
from tellal.reading.earlier import with_earlier
from tellal.reading.files import attached_of
from tellal.reading.office import read_office
from tellal.reading.publications import Draft, publication_of
from tellal.reading.scan import Source, scan, source_of
from tellal.reading.source_text import text_of
from tellal.reading.texts import EditionText, read_edition

NO_TEXT = (
    "There is no text in this folder, so nothing of it would be published. "
    "Write index.sq.md, or take the folder away."
)


@dataclass(frozen=True, slots=True)
class Papers:
    """What lies in one folder: its texts as bytes by their path, and the files beside them.

    `findings` say what is wrong with those files. `past` is what its texts were, where they say
    that they were revised.
    """

    folder: str
    texts: tuple[tuple[str, bytes], ...]
    files: tuple[Attached, ...] = ()
    findings: tuple[Finding, ...] = ()
    past: tuple[Past, ...] = ()


Known = Callable[[str], Mapping[str, Attached]]
PastOf = Callable[[str, list[tuple[str, bytes]]], tuple[Past, ...]]


def _nothing(_: str) -> Mapping[str, Attached]:
    return {}


def no_past(_: str, __: list[tuple[str, bytes]]) -> tuple[Past, ...]:
    """Return that nothing is known of what texts were."""
    return ()


class Mapped(Protocol):
    """Maps a pure function over the papers of all folders, in their order."""

    def __call__(
        self, function: Callable[[Papers], Draft], items: Sequence[Papers]
    ) -> Iterable[Draft]:
        """Return the result for each folder."""


@dataclass(frozen=True, slots=True)
class Content:
    """What could be read of a content folder. `office` is None where it could not be.

    `texts` are the HTML of all editions by the digest of their bodies; `folders` are those of all
    publications, also of those that could not be read.
    """

    office: Office | None
    publications: tuple[Publication, ...]
    texts: Mapping[str, str]
    folders: frozenset[str] = frozenset()


def in_turn(function: Callable[[Papers], Draft], items: Sequence[Papers]) -> Iterable[Draft]:
    """Read one folder after the other, in this process."""
    return map(function, items)


def read_content(root: Path, mapped: Mapped = in_turn) -> tuple[Content, list[Finding]]:
    """Return all publications, in the order of their references, and every finding of reading."""
    office, findings = read_office(root)
    sources, misplaced = scan(root)
    findings += misplaced
    by_folder = folders_of(sources)
    findings += without_text(by_folder, misplaced)
    with closing(Annals(root)) as annals:
        papers = [papers_of(root, some, past=annals) for _, some in sorted(by_folder.items())]
    publications: list[Publication] = []
    texts: dict[str, str] = {}
    for draft in mapped(partial(read_papers, office), papers):
        findings += draft.findings
        texts |= draft.texts
        if draft.publication:
            publications.append(draft.publication)
    folders = frozenset(source.folder for source in sources if source.language)
    return Content(office, tuple(publications), texts, folders), findings


def folders_of(sources: Iterable[Source]) -> dict[str, list[Source]]:
    """Return the sources by the folder in which they lie."""
    found: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        found[source.folder].append(source)
    return found


def without_text(
    by_folder: Mapping[str, Sequence[Source]], misplaced: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield a finding for each folder that holds files and no text, nor one with a wrong name."""
    told = {problem.path.rpartition("/")[0] for problem in misplaced}
    for folder, sources in by_folder.items():
        if folder not in told and not any(source.language for source in sources):
            yield finding(folder, 0, "file-misplaced", NO_TEXT)


def papers_of(
    root: Path, sources: Sequence[Source], known: Known = _nothing, past: PastOf = no_past
) -> Papers:
    """Return what lies in the folder of some sources, which are all that it holds."""
    pairs = [(source, (root / source.path).read_bytes()) for source in sources]
    return papers_from(pairs, known, past)


def papers_from(
    sources: Sequence[tuple[Source, bytes]], known: Known = _nothing, past: PastOf = no_past
) -> Papers:
    """Return what some sources with their bytes make, all of one folder.

    `known` returns the files of a folder as they were read before, by their paths, and `past` what
    its texts were.
    """
    before = known(sources[0][0].folder)
    texts, files, findings = [], [], []
    for source, data in sources:
        if source.language:
            texts.append((source.path, data))
        else:
            attached, found = attached_of(source, data, before.get(source.path))
            files.append(attached)
            findings += found
    folder = sources[0][0].folder
    return Papers(folder, tuple(texts), tuple(files), tuple(findings), past(folder, texts))


def read_papers(office: Office | None, papers: Papers) -> Draft:
    """Return the publication that the papers of a folder make: a pure function of both.

    What an unreadable text states nobody can say, so its folder waits until it is repaired.
    """
    zone = ZoneInfo(office.card.time_zone if office else "UTC")
    texts: list[EditionText] = []
    findings = list(papers.findings)
    for path, data in papers.texts:
        text, found = text_of(data, path)
        findings += found
        if text is not None:
            edition, found = read_edition(source_of(path), text, zone)
            findings += found
            texts += [edition] if edition else []
    if office is None or not texts or len(texts) < len(papers.texts):
        return Draft(papers.folder, None, {}, tuple(findings))
    draft = publication_of(texts, papers.files, office)
    draft = replace(draft, findings=(*findings, *draft.findings))
    if not papers.past:
        return draft
    past = (*papers.past, Past(inf, papers.texts))
    return with_earlier(draft, past, zone, partial(_as_it_was, office, papers.folder))


def _as_it_was(office: Office, folder: str, past: Past) -> Draft:
    return read_papers(office, Papers(folder, past.texts))
