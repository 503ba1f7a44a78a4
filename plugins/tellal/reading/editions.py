"""EditionText -> Edition: every language and script in which readers get a publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellal.domain.editions import Edition, Prose
from tellal.domain.languages import LANGUAGES, published_as
from tellal.domain.publication import Revision, Standing
from tellal.reading.markup import prose_from
from tellal.reading.texts import EditionText
from tellal.reading.transliteration import html_to_cyrillic, html_to_latin, in_script

ORDER = [language.tag for language in LANGUAGES]


def editions_of(
    first: EditionText, others: Sequence[EditionText], revisions: tuple[Revision, ...]
) -> list[tuple[Edition, str]]:
    """Return every edition that readers get, each with its HTML, in the fixed order.

    A derived script is made for what no file overrides.
    """
    editions: dict[str, tuple[Edition, str]] = {}
    stated = {text.script for text in (first, *others)}
    for text in sorted((first, *others), key=lambda text: text.overrides):
        edition = _edition(text, standing_of(text, first, revisions), revisions, first)
        editions[text.script] = edition, text.prose.html
        for language in published_as(text.language):
            if language.tag not in stated and not text.overrides:
                editions[language.tag] = _derived(edition, text.prose.html, language.tag)
    return sorted(editions.values(), key=lambda written: ORDER.index(written[0].tag))


def standing_of(text: EditionText, first: EditionText, revisions: tuple[Revision, ...]) -> Standing:
    """Return how the edition of a file relates to the original."""
    if text.language == first.language:
        return Standing.ORIGINAL
    rendered = text.wording.revision or 1
    newer = revisions[rendered - 1 :]
    return Standing.OUTDATED if any(not r.minor for r in newer) else Standing.TRANSLATION


def _edition(
    text: EditionText,
    standing: Standing,
    revisions: tuple[Revision, ...],
    first: EditionText,
) -> Edition:
    wording = text.wording
    is_original = text.language == first.language
    return Edition(
        tag=text.script,
        title=in_script(wording.title, text.script),
        summary=in_script(wording.summary, text.script) if wording.summary else None,
        slug=wording.slug or text.reference.short_name,
        former_slugs=wording.former_slugs,
        body=text.prose.body,
        standing=standing,
        revision=1 + len(revisions) if is_original else wording.revision or 1,
        translated_by=wording.translated_by,
        path=text.path,
        link_lines=text.link_lines,
        translated_at=wording.translated_at,
    )


def _derived(edition: Edition, html: str, tag: str) -> tuple[Edition, str]:
    """Return the same edition in the other script. What is outdated stays so."""
    in_html = html_to_cyrillic if tag == "sr-Cyrl" else html_to_latin
    standing = edition.standing if edition.standing is Standing.OUTDATED else Standing.DERIVED
    prose: Prose = prose_from(in_html(html))
    derived = replace(
        edition,
        tag=tag,
        title=in_script(edition.title, tag),
        summary=in_script(edition.summary, tag) if edition.summary else None,
        body=prose.body,
        standing=standing,
    )
    return derived, prose.html
