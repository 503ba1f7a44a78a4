"""The theme as keys have it: what each template is made of, and what each language says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from tellal.build.keys import digest_of
from tellal.build.store import Broken, Store
from tellal.compiler.packing import packed, unpacked
from tellal.domain.languages import Language
from tellal.domain.sizes import CARD_FILES
from tellal.domain.swift_dataclasses import dataclass
from tellal.outputs.language import EVERY
from tellal.outputs.words import Words

TEMPLATES = "templates/"
OF_CARDS = tuple(f"static/{name}" for name in CARD_FILES)
"""What cards are made of, which no template makes."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """Digests of what makes bytes out of views: of each template with all that it reaches, by its
    name, and of the words of each language, by its tag.
    """

    templates: Mapping[str, bytes] = field(default_factory=dict)
    words: Mapping[str, bytes] = field(default_factory=dict)

    def other_than(self, before: Stamps) -> tuple[frozenset[str], frozenset[str]]:
        """Return the templates and the languages that are not what they were.

        With any language, `EVERY` of them together is another.
        """
        words = _differing(self.words, before.words)
        every = frozenset({EVERY}) if words else frozenset[str]()
        return _differing(self.templates, before.templates), words | every


def _differing(now: Mapping[str, bytes], before: Mapping[str, bytes]) -> frozenset[str]:
    return frozenset(name for name in {*now, *before} if now.get(name) != before.get(name))


def words_and_stamps(
    store: Store, theme: Path, languages: tuple[Language, ...], digests: Mapping[str, str]
) -> tuple[Words, Stamps]:
    """Return the words of a theme and its stamps, made anew only where one of its files changed.

    `digests` are those of the theme's files by their path in it.
    """
    relevant = sorted(
        item
        for item in digests.items()
        if item[0].startswith((TEMPLATES, "locale/")) or item[0] in OF_CARDS
    )
    tags = [language.tag for language in languages]
    name = digest_of(repr((relevant, tags)).encode())
    kept = store.meta("theme")
    if kept:
        of, words, stamps = unpacked(kept)
        if of == name:
            return words, stamps
    words, stamps = _made(theme, languages, digests)
    store.set_meta("theme", packed((name, words, stamps)))
    return words, stamps


def kept_theme(store: Store) -> tuple[Words, Stamps]:
    """Return the words and stamps that `words_and_stamps` kept last."""
    kept = store.meta("theme")
    if kept is None:
        raise Broken("there is no theme")
    _, words, stamps = unpacked(kept)
    return words, stamps


def _made(
    theme: Path, languages: tuple[Language, ...], digests: Mapping[str, str]
) -> tuple[Words, Stamps]:
    from tellal.outputs.catalogues import compile_words
    from tellal.outputs.closures import closures

    words = compile_words(theme, languages)
    templates = {
        template: digest_of(repr([(n, digests[TEMPLATES + n]) for n in sorted(reached)]).encode())
        for template, reached in closures(theme / "templates").items()
    }
    templates["card"] = digest_of(repr([digests.get(name) for name in OF_CARDS]).encode())
    said = {tag: digest_of(_plain(lexicon)) for tag, lexicon in words.items()}
    return words, Stamps(templates, said)


def _plain(lexicon: object) -> bytes:
    return repr(lexicon).encode()


def stamps_before(store: Store) -> Stamps:
    """Return the stamps with which the pages in the store were made."""
    kept = store.meta("stamps")
    return Stamps() if kept is None else unpacked(kept)
