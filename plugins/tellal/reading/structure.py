"""Places of an act -> Finding: chapters, articles and paragraphs agree in all languages.

What is cited in one language must be there in every other, so each translation is held against
the original: by the anchors of both, which are made of the numbers alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellal.domain.findings import Finding, finding
from tellal.domain.publication import Revision, Standing
from tellal.reading.editions import standing_of
from tellal.reading.texts import EditionText

ARTICLE_MISSING = (
    "Article {article} is missing: {count} articles here against {wanted} in {original}. "
    "Translate it, or correct its number."
)
ARTICLE_MORE = (
    "Article {article} is not in {original}: {count} articles here against {wanted} there. "
    "Correct its number, or take it out."
)
ARTICLE_TWICE = "Article {article} stands here twice, and in {original} once. Correct its number."
PARAGRAPH_MISSING = (
    "Article {article} has no paragraph {paragraph}, which {original} has. "
    "Translate it, or correct its number."
)
PARAGRAPH_MORE = (
    "Article {article} has a paragraph {paragraph}, which {original} does not have. "
    "Correct its number, or take it out."
)
PARAGRAPH_TWICE = (
    "Article {article} has two paragraphs {paragraph}, and in {original} one. Correct the number."
)
POINT_MISSING = (
    "There is no paragraph {paragraph} outside the articles, which {original} has. "
    "Translate it, or correct its number."
)
POINT_MORE = (
    "A paragraph {paragraph} stands outside the articles, and not in {original}. "
    "Correct its number, or take it out."
)
CHAPTER_MISSING = (
    "Chapter {chapter} is missing, which {original} has. Translate it, or correct its number."
)
CHAPTER_MORE = (
    "Chapter {chapter} is not in {original}. Correct its number, or make it a heading without one."
)
PLACE = re.compile(
    r"(?:art-(?P<article>\d+[a-z]?)|(?P<point>par)|ch-(?P<chapter>\d+))(?P<again>--\d+)?"
    r"(?:-(?P<paragraph>\d+(?:-\d+)*)(?P<twice>--\d+)?)?\Z"
)
RULE = "structure-differs"


def structure_findings(
    first: EditionText, others: Sequence[EditionText], revisions: tuple[Revision, ...]
) -> Iterator[Finding]:
    """Yield each place that an edition of an act has, or lacks, other than the original does.

    A translation of an older text is not held against the new one.
    """
    for text in others:
        if standing_of(text, first, revisions) is not Standing.OUTDATED:
            yield from _differences(text, first)


def _differences(text: EditionText, first: EditionText) -> Iterator[Finding]:
    here, there = _places(text), _places(first)
    counts = {"count": _articles(here), "wanted": _articles(there)}
    original = first.path.rpartition("/")[2]
    sets = {*here}, {*there}
    for place in there:
        if place not in sets[0] and not _is_told(place, sets[0]):
            line = _line_before(text, place, there)
            yield _difference(text, line, place, True, original, counts)
    for place in here:
        if place not in sets[1] and not _is_told(place, sets[1]):
            line = dict(text.place_lines).get(_article_of(place), text.body_line)
            yield _difference(text, line, place, False, original, counts)


def _places(text: EditionText) -> list[str]:
    return [place for place in text.prose.body.places if PLACE.match(place)]


def _articles(places: Sequence[str]) -> int:
    """Return how many articles there are."""
    return sum(place == _article_of(place) for place in places if place.startswith("art-"))


def _article_of(place: str) -> str:
    """Return the article that a place lies in, or itself."""
    match = PLACE.match(place)
    if match and match["article"]:
        return f"art-{match['article']}{match['again'] or ''}"
    return place


def _is_told(place: str, others: set[str]) -> bool:
    """Return whether a paragraph goes with its article, which is a finding of its own."""
    article = _article_of(place)
    return article != place and article not in others


def _line_before(text: EditionText, place: str, there: Sequence[str]) -> int:
    """Return the line of the article that the place lies in, or else should follow."""
    lines = dict(text.place_lines)
    before = [_article_of(one) for one in there[: there.index(place) + 1]]
    return next((lines[one] for one in reversed(before) if one in lines), text.body_line)


def _difference(
    text: EditionText, line: int, place: str, missing: bool, original: str, counts: dict[str, int]
) -> Finding:
    match = PLACE.match(place)
    assert match
    named = {"original": original}
    paragraph = (match["paragraph"] or "").replace("-", ".")
    if match["chapter"]:
        message = CHAPTER_MISSING if missing else CHAPTER_MORE
        return finding(text.path, line, RULE, message, **named, chapter=match["chapter"])
    if match["point"]:
        message = POINT_MISSING if missing else POINT_MORE
        return finding(text.path, line, RULE, message, **named, paragraph=paragraph)
    named["article"] = match["article"]
    if paragraph:
        more = PARAGRAPH_TWICE if match["twice"] else PARAGRAPH_MORE
        message = PARAGRAPH_MISSING if missing else more
        return finding(text.path, line, RULE, message, **named, paragraph=paragraph)
    if match["again"] and not missing:
        return finding(text.path, line, RULE, ARTICLE_TWICE, **named)
    message = ARTICLE_MISSING if missing else ARTICLE_MORE
    return finding(text.path, line, RULE, message, **named, **counts)
