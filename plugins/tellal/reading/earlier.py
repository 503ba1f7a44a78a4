"""Draft, past -> Draft that also holds what its editions said before: what was public, no more.

The wording of revision N is that of the last commit in which N was the newest. Where the commit
after it changed nothing but the facts, the text had been changed before, so it is the last one
that is not the text of N + 1 yet. What was changed again before it became public was never a
revision, and nothing is told of the wordings before an entry that says `no_comparison`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo
from functools import cache
from itertools import pairwise
from math import inf

from tellal.domain.editions import Earlier, Edition, Publication
from tellal.domain.publication import Revision
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.traces import Place, Trace
from tellal.reading.annals import Past
from tellal.reading.front_matter import Split, split_text
from tellal.reading.nodes import Sequence as Listed
from tellal.reading.nodes import Text, value_of
from tellal.reading.particulars import traces_in
from tellal.reading.publications import Draft
from tellal.reading.source_text import text_of

APPLICANT = "applicant-named"
Said = tuple[str, str, str]
"""Title, summary and text of a file, as they were written."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit left it, and the moment (seconds) at which another one changed it."""

    past: Past
    revision: int
    said: Said
    until: float = inf


@dataclass(frozen=True, slots=True)
class Wording:
    """The version that a revision was, with the publication and the texts of its time."""

    version: Version
    publication: Publication
    texts: dict[str, str]


def first_shown(revisions: Sequence[Revision]) -> int:
    """Return the number of the first revision whose wording may be shown; 1 is the first text."""
    withheld = [n for n, revision in enumerate(revisions, 2) if revision.no_comparison]
    return withheld[-1] if withheld else 1


def with_earlier(
    draft: Draft, past: Sequence[Past], zone: tzinfo, read: Callable[[Past], Draft]
) -> Draft:
    """Return a draft with what its editions said before.

    The last of `past` is the present; `read` reads the folder as it was.
    """
    publication = draft.publication
    if publication is None or not publication.common.revisions or publication.common.withdrawn:
        return draft
    search = Search(publication, past, zone, cache(read))
    wordings = {path: search.wordings(path) for path in {e.path: 1 for e in publication.editions}}
    texts, editions, traces = dict(draft.texts), [], list(publication.traces)
    for edition in publication.editions:
        told = tuple(_told(edition, wordings[edition.path], texts))
        editions.append(replace(edition, earlier=told))
    for path, some in wordings.items():
        traces += _traces(path, some.values(), publication.traces)
    found = replace(publication, editions=tuple(editions), traces=tuple(traces))
    return replace(draft, publication=found, texts=texts)


@dataclass(frozen=True)
class Search:
    """Looks for the wordings of one publication."""

    publication: Publication
    past: Sequence[Past]
    zone: tzinfo
    read: Callable[[Past], Draft]

    def wordings(self, path: str) -> dict[int, Wording]:
        """Return what a file said, by the revisions before the one that it is now."""
        versions = list(_versions(path, self.past, path == self.publication.path))
        now = versions[-1].revision
        wanted = range(first_shown(self.publication.common.revisions), now)
        found = {number: self._wording(path, number, versions) for number in wanted}
        return {number: one for number, one in found.items() if one}

    def _wording(self, path: str, number: int, versions: list[Version]) -> Wording | None:
        last = max((n for n, v in enumerate(versions) if v.revision == number), default=None)
        if last is None or last + 1 == len(versions):
            return None
        following = versions[last + 1].said
        others = [v for v in versions[:last] if v.revision == number and v.said != following]
        ordered = [versions[last]] if versions[last].said != following or not others else []
        for version in (*ordered, *reversed(others)):
            was = self._public(version, path)
            if was:
                return was
        return None

    def _public(self, version: Version, path: str) -> Wording | None:
        """Return a version if it was ever public, and could be so today."""
        draft = self.read(version.past)
        was = draft.publication
        named = any(found.rule == APPLICANT for found in draft.findings)
        if was is None or was.common.withdrawn or named:
            return None
        moments = (one.public_from(self.zone).timestamp() for one in (was, self.publication))
        there = any(edition.path == path for edition in was.editions)
        return (
            Wording(version, was, draft.texts) if there and version.until > max(moments) else None
        )


def _versions(path: str, past: Iterable[Past], is_original: bool) -> Iterator[Version]:
    """Yield each version of a file, the first one first, the present one last."""
    found: list[tuple[Past, bytes]] = []
    for one in past:
        data = dict(one.texts).get(path, b"")
        if not found or data != found[-1][1]:
            found.append((one, data))
    for (one, data), (after, _) in pairwise((*found, (Past(inf, ()), b""))):
        text, _ = text_of(data, path)
        split, _ = split_text(path, text or "")
        if split:
            yield Version(one, _revision(split, is_original), _said(split), after.since)


def _revision(split: Split, is_original: bool) -> int:
    """Return which revision a file says to be."""
    entries = value_of(split.header, "revisions")
    if isinstance(entries, Listed):
        return 1 + len(entries.items)
    stated = _plain(split, "revision")
    return int(stated) if stated.isdecimal() and not is_original else 1


def _said(split: Split) -> Said:
    return _plain(split, "title"), _plain(split, "summary"), split.body.strip()


def _plain(split: Split, key: str) -> str:
    value = value_of(split.header, key)
    return value.value.strip() if isinstance(value, Text) else ""


def _told(
    edition: Edition, wordings: dict[int, Wording], texts: dict[str, str]
) -> Iterator[Earlier]:
    """Yield what an edition said in its own script, and add its texts."""
    for revision, wording in sorted(wordings.items()):
        old = wording.publication.edition(edition.tag)
        if old and old.path == edition.path:
            texts[old.body.digest] = wording.texts[old.body.digest]
            yield Earlier(revision, old.title, old.summary, old.body.digest)


def _traces(path: str, wordings: Iterable[Wording], now: Iterable[Trace]) -> Iterator[Trace]:
    """Yield what looks like personal data in earlier wordings, and does not stand there now."""
    known = {(trace.path, trace.rule, trace.value) for trace in now}
    for wording in wordings:
        for trace in traces_in(path, "\n".join(wording.version.said), place=Place.EARLIER):
            if (trace.path, trace.rule, trace.value) not in known:
                known.add((trace.path, trace.rule, trace.value))
                yield replace(trace, line=0)
