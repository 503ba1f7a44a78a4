"""Publication -> what each edition is found by, and what a list of results says of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tellal.domain.editions import Edition, Publication
from tellal.domain.languages import WRITTEN, language_of
from tellal.reading.searching.folding import stops_of, terms_of, tokens_of

EXCERPT = 180
"""Letters of a text that stand under a title where there is no summary."""
TAG = re.compile(r"<[^>]+>")
BLOCK_END = re.compile(r"</(?:p|li|h\d|td|th|blockquote|figcaption)>")


class Findable(NamedTuple):
    """An edition as the search knows it.

    `terms` are four lines of terms: of its files, its text, its summary, and its title and
    numbers, each term in the last line that it fits. Of two scripts only one has terms.
    """

    tag: str
    excerpt: str
    terms: str


def findables_of(publication: Publication, texts: Mapping[str, str]) -> tuple[Findable, ...]:
    """Return what the editions of a publication are found by; `texts` are their HTML by digest."""
    firsts = {language_of(e.tag).written: e.tag for e in reversed(publication.editions)}.values()
    return tuple(
        _findable(publication, edition, texts[edition.body.digest], edition.tag in firsts)
        for edition in publication.editions
    )


def _findable(publication: Publication, edition: Edition, markup: str, is_first: bool) -> Findable:
    words = TAG.sub("", BLOCK_END.sub(" ", markup)).split()
    text = html.unescape(" ".join(words)).strip()
    excerpt = edition.summary or _beginning(text)
    if not is_first:
        return Findable(edition.tag, excerpt, "")
    language = language_of(edition.tag).written
    common, facts = publication.common, publication.facts
    numbers = (common.number, getattr(facts, "reference", None))
    known: set[str] = set()
    lines = []
    for part in (
        terms_of(" ".join((edition.title, *(str(one) for one in numbers if one))), language),
        terms_of(" ".join((edition.summary or "", *common.tags)), language),
        terms_of(text, language),
        set(_terms_of_files(publication, language)),
    ):
        lines.append(" ".join(sorted(part - known)))
        known |= part
    return Findable(edition.tag, excerpt, "\n".join(reversed(lines)))


def _beginning(text: str) -> str:
    """Return the first words of a text."""
    if len(text) <= EXCERPT:
        return text
    return f"{text[:EXCERPT].rpartition(' ')[0]} …"


def _terms_of_files(publication: Publication, language: str) -> Iterator[str]:
    """Yield what the files of a publication are found by in a language.

    A file in a language in which nothing is written about it is found in all others.
    """
    written = {language_of(edition.tag).written for edition in publication.editions}
    for file in publication.files:
        own, _, terms = file.terms.partition(" ")
        if own == language or own not in written:
            yield from terms.split()


def terms_of_file(text: str) -> str:
    """Return the language in which the words of a file seem to be, and what it is found by.

    >>> terms_of_file("Neni 1: kjo rregullore hyn në fuqi me nënshkrimin")
    'sq 1 fuq hyn nen nenshkrim rregullor'
    """
    language = _spoken(text)
    return " ".join((language, *sorted(terms_of(text, language)))) if text.strip() else ""


def _spoken(text: str) -> str:
    """Return the language whose small words stand most often in a text."""
    tokens = tokens_of(text, "sq")
    counts = {language: sum(t in stops_of(language) for t in tokens) for language in WRITTEN}
    return max(WRITTEN, key=lambda language: counts[language])


def terms_by_group(terms: str) -> list[list[str]]:
    """Return the terms of a findable, those of its files first, those of its title last."""
    return [line.split() for line in terms.split("\n")]
