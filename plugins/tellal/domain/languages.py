"""The languages and scripts that Tellal can publish in, one line each."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language in one script, as a reader meets it.

    `tag` is the BCP 47 tag of the page, `address` its word in the URL, `written` the word in the
    file name (`index.sr.md` serves both Serbian scripts), `locale` the name that Babel knows,
    `shared` the one that social networks know.
    """

    tag: str
    address: str
    written: str
    locale: str
    native: str
    shared: str


LANGUAGES: tuple[Language, ...] = (
    Language("sq", "sq", "sq", "sq_XK", "Shqip", "sq_AL"),
    Language("sr-Latn", "sr", "sr", "sr_Latn_XK", "Srpski", "sr_RS"),
    Language("sr-Cyrl", "sr-cyrl", "sr", "sr_Cyrl_XK", "Српски", "sr_RS"),
    Language("tr", "tr", "tr", "tr", "Türkçe", "tr_TR"),
    Language("en", "en", "en", "en_GB", "English", "en_GB"),
)

BY_TAG: dict[str, Language] = {language.tag: language for language in LANGUAGES}

WRITTEN: tuple[str, ...] = tuple(dict.fromkeys(language.written for language in LANGUAGES))

# A file may name a script to override the text that would be derived from `index.sr.md`.
SCRIPTS: dict[str, str] = {"sr-Latn": "sr", "sr-Cyrl": "sr"}


def language_of(tag: str) -> Language:
    """Return the language of a BCP 47 tag. Raises KeyError for one that is not in `LANGUAGES`."""
    return BY_TAG[tag]


def published_as(written: str) -> tuple[Language, ...]:
    """Return the languages in which a file's language is published.

    >>> [language.tag for language in published_as("sr")]
    ['sr-Latn', 'sr-Cyrl']
    """
    return tuple(language for language in LANGUAGES if language.written == written)
