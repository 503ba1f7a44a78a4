"""Two publications -> Finding: what was public does not change, move or vanish without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from tellal.domain.editions import Edition, Publication
from tellal.domain.findings import Finding, finding
from tellal.domain.languages import language_of
from tellal.domain.publication import Revision

TEXT_CHANGED = (
    "This text was published and is another one now, but nothing says so. Add an entry to "
    '"revisions:" in {original} (with "minor: true" for a slip), or bring the old text back.'
)
TRANSLATION_CHANGED = (
    "This translation was published and is another one now, but nothing says so. Write the "
    '"revision:" that it renders, or add an entry to "revisions:" in {original}.'
)
FILE_CHANGED = (
    "The file was published and is another one now, but nothing says so. Add an entry to "
    '"revisions:" in {original}, or bring the old file back.'
)
FILE_GONE = (
    "The file was published and is gone. Bring it back, or add an entry that says why to "
    '"revisions:" in {original}.'
)
FACT_CHANGED = (
    '{key}: this was published as "{before}" and is another value now, but nothing says so. Add an '
    'entry to "revisions:", or write the old value.'
)
REVISION_EDITED = (
    "revisions: an entry that was published has been changed or taken away. Bring it back, and add "
    "a new one below it."
)
FOLDER_GONE = (
    'This was published, and its folder is gone. Bring it back, and write "withdrawn:" into it, '
    "with the day, the reason and what replaces it: the address stays and says so."
)
EDITION_GONE = (
    "This edition was published and is gone. Bring it back; to take the publication away, write "
    '"withdrawn:" into its facts.'
)
SLUG_FORGOTTEN = (
    'slug: the page was at "{slug}". Add that to "former_slugs:", so that the old address leads to '
    "the new one."
)
HIDDEN_AGAIN = (
    "publish_at: this is public already, and nobody can take that back by waiting. Remove the "
    'line; to take the publication away write "withdrawn:".'
)
FIXED = ("number", "adopted", "published", "opens", "closes")
"""Facts of which people make a note. What was not stated before may be added."""


def check_history(
    before: Mapping[str, Publication],
    after: Mapping[str, Publication],
    folders: frozenset[str],
    as_of: datetime,
) -> Iterator[Finding]:
    """Yield what has changed without a word, by folder, in what was public as of a moment.

    `folders` are all that there are now, readable or not.
    """
    for folder, old in sorted(before.items()):
        if old.public_from(as_of.tzinfo).timestamp() > as_of.timestamp():
            continue
        if folder not in folders:
            yield finding(folder, 0, "folder-gone", FOLDER_GONE)
        elif new := after.get(folder):
            if new.public_from(as_of.tzinfo).timestamp() > as_of.timestamp():
                line = new.line_of("publish_at") or new.line_of("embargo")
                yield finding(new.path, line, "published-hidden", HIDDEN_AGAIN)
            yield from _unsaid(old, new)


def _unsaid(old: Publication, new: Publication) -> Iterator[Finding]:
    yield from _editions_and_slugs(old, new)
    if new.common.withdrawn:
        return
    was, now = old.common.revisions, new.common.revisions
    if not _are_kept(was, now):
        line = new.line_of("revisions")
        yield finding(new.path, line, "revision-edited", REVISION_EDITED)
    elif len(now) == len(was):
        yield from _texts(old, new)
        yield from _files(old, new)
        yield from _facts(old, new)


def _are_kept(was: tuple[Revision, ...], now: tuple[Revision, ...]) -> bool:
    """Return whether all entries are still there; a reason against comparing may be added."""
    bare = (
        n if w.no_comparison else replace(n, no_comparison=None)
        for w, n in zip(was, now, strict=False)
    )
    return tuple(bare) == was


def _written(publication: Publication) -> dict[str, Edition]:
    """Return the editions that a file holds, by their files; the original first."""
    found: dict[str, Edition] = {}
    for edition in (publication.first, *publication.editions):
        found.setdefault(edition.path, edition)
    return found


def _editions_and_slugs(old: Publication, new: Publication) -> Iterator[Finding]:
    there = {language_of(edition.tag).written: edition for edition in new.editions}
    for path, edition in _written(old).items():
        now = there.get(language_of(edition.tag).written)
        if now is None:
            yield finding(path, 0, "edition-gone", EDITION_GONE)
            continue
        kept = {now.slug, new.reference.short_name, *now.former_slugs}
        for slug in (edition.slug, *edition.former_slugs):
            if slug not in kept:
                yield finding(now.path, 0, "slug-forgotten", SLUG_FORGOTTEN, slug=slug)


def _texts(old: Publication, new: Publication) -> Iterator[Finding]:
    before, original = _written(old), new.path.rpartition("/")[2]
    for path, edition in _written(new).items():
        was = before.get(path)
        if was is None or _said(was) == _said(edition):
            continue
        if language_of(edition.tag).written == language_of(new.original).written:
            yield finding(path, 0, "revision-missing", TEXT_CHANGED, original=original)
        elif was.revision >= edition.revision and was.translated_by is edition.translated_by:
            yield finding(path, 0, "revision-missing", TRANSLATION_CHANGED, original=original)


def _said(edition: Edition) -> tuple[str, str | None, str]:
    return edition.title, edition.summary, edition.body.digest


def _files(old: Publication, new: Publication) -> Iterator[Finding]:
    there, original = {file.name: file for file in new.files}, new.path.rpartition("/")[2]
    for file in old.files:
        now = there.get(file.name)
        if now is None:
            yield finding(file.path, 0, "revision-missing", FILE_GONE, original=original)
        elif now.digest != file.digest:
            yield finding(file.path, 0, "revision-missing", FILE_CHANGED, original=original)


def _facts(old: Publication, new: Publication) -> Iterator[Finding]:
    for key in FIXED:
        was, now = _fact(old, key), _fact(new, key)
        if was is not None and was != now:
            line, before = new.line_of(key), str(was)[:16]
            yield finding(new.path, line, "revision-missing", FACT_CHANGED, key=key, before=before)


def _fact(publication: Publication, key: str) -> object:
    stated = getattr(publication.facts, key, None)
    return getattr(publication.common, key, None) if stated is None else stated
