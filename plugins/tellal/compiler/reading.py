"""Folders that changed -> filings for the store, or every reason why they may not be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tellal.build.store import Filing
from tellal.checks import check_alone
from tellal.checks.names import claims_of
from tellal.compiler.archive import packed_listing
from tellal.compiler.packing import packed
from tellal.compiler.sources import THEME, Changes, folders_with
from tellal.domain.editions import Publication
from tellal.domain.findings import Finding
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.content import (
    Known,
    Papers,
    PastOf,
    folders_of,
    no_past,
    papers_of,
    read_papers,
    without_text,
)
from tellal.reading.scan import Source, place, source_of
from tellal.reading.searching.findables import findables_of
from tellal.reading.walk import Found
from tellal.site.listings import listing_of


@dataclass(frozen=True, slots=True)
class Filed:
    """What the papers of a folder became: a filing, or the findings that hinder it."""

    folder: str
    filing: Filing | None
    findings: tuple[Finding, ...]

    def noted(self) -> Filed:
        """Return the same without what is in the store by now: record, texts, claims."""
        if self.filing is None:
            return self
        return replace(self, filing=Filing(self.folder, self.filing.listing, b"", (), ()))


@dataclass(frozen=True, slots=True)
class Clerk:
    """Reads the papers of a folder as of a moment, checks what they say by itself, and files it.

    A pure function of its values, for whichever process is given it.
    """

    office: Office | None
    as_of: datetime | None

    def __call__(self, papers: Papers) -> Filed:
        """Return what the papers became."""
        draft = read_papers(self.office, papers)
        findings = list(draft.findings)
        if draft.publication is None or self.office is None or self.as_of is None:
            return Filed(papers.folder, None, tuple(findings))
        findings += check_alone(draft.publication, self.office, self.as_of)
        unusable = any(found.rule == "tag-unusable" for found in findings)
        filing = None if unusable else self._filing(draft.publication, draft.texts)
        return Filed(papers.folder, filing, tuple(findings))

    def _filing(self, publication: Publication, texts: dict[str, str]) -> Filing:
        assert self.office
        assert self.as_of
        assert self.as_of.tzinfo
        listing = listing_of(publication, self.office, self.as_of.tzinfo)
        return Filing(
            listing.folder,
            packed_listing(listing),
            packed(publication),
            tuple(texts.items()),
            tuple(sorted(claims_of(publication, self.office))),
            findables_of(publication, texts),
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies there to be read: the sources of each folder that has to be read anew.

    `gone` are folders that hold nothing any more, `findings` what is wrong with names and places.
    """

    folders: dict[str, list[Source]]
    gone: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def with_text(self) -> frozenset[str]:
        """Return the folders that hold a text, readable or not."""
        return frozenset(
            folder
            for folder, sources in self.folders.items()
            if any(source.language for source in sources)
        )

    def papers(self, content: Path, known: Known, past: PastOf = no_past) -> Iterator[Papers]:
        """Yield the papers of each folder, fetched from the disk one by one.

        `known` returns the files of a folder as they were read before, `past` what its texts were.
        """
        for _, sources in sorted(self.folders.items()):
            yield papers_of(content, sources, known, past)


def desk_of(changed: Changes, again: tuple[str, ...] = ()) -> Desk:
    """Return what has to be read because of some changes; what lies below `again` in any case."""
    found = {path: sign for path, sign in changed.found.items() if not path.startswith(THEME)}
    anew = {path for path in found if path.startswith(again)}
    new = anew | (changed.added & found.keys())
    misplaced = place(found, _with_namesakes(found, new))[1] if new else []
    wrong = {problem.path for problem in misplaced}
    touched = {*folders_with(changed.all | anew), *changed.again}
    right = [p for p in found if p.rpartition("/")[0] in touched and p not in wrong]
    folders = folders_of(source_of(path) for path in sorted(right))
    findings = (*misplaced, *without_text(folders, misplaced))
    return Desk(folders, frozenset(touched - folders.keys()), findings)


def _with_namesakes(found: Found, new: Iterable[str]) -> set[str]:
    """Return paths together with those that differ from them in capital letters only."""
    folded = {path.casefold() for path in new}
    return {path for path in found if path.casefold() in folded}
