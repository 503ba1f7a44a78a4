"""theme/locale/ -> Words: the site's own words in each language and script.

Serbian is written once, in Latin; its Cyrillic catalogue is derived. Only this module and
locales.py need Babel, so import them no earlier than there is something to compile.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tellal.domain.languages import Language
from tellal.outputs.locales import dates_of, numbers_of
from tellal.outputs.words import Lexicon, word_files
from tellal.reading.transliteration import to_cyrillic


def compile_words(theme: Path, languages: tuple[Language, ...]) -> dict[str, Lexicon]:
    """Return what a theme says in each language, by tag. Raises OSError where a file is missing."""
    files = word_files(theme, languages)
    return {language.tag: _lexicon(files[language.written], language) for language in languages}


def _lexicon(file: Path, language: Language) -> Lexicon:
    """Return the words of a PO file; one that is not translated is left out."""
    with file.open("rb") as stream:
        catalogue = read_po(stream)
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        _take(message, messages, plurals)
    written = Lexicon(
        messages=messages,
        plurals=plurals,
        plural_rule=catalogue.plural_expr,
        dates=dates_of(language),
        numbers=numbers_of(language),
    )
    return _in_cyrillic(written) if language.tag == "sr-Cyrl" else written


def _take(message: Message, messages: dict[str, str], plurals: dict[str, tuple[str, ...]]) -> None:
    if not message.id:
        return
    if isinstance(message.id, tuple | list):
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if all(forms):
            plurals[message.id[0]] = tuple(str(form) for form in forms)
    elif message.string:
        messages[message.id] = str(message.string)


def _in_cyrillic(lexicon: Lexicon) -> Lexicon:
    """Return the words in Cyrillic letters; dates are in the script of their locale already."""
    return replace(
        lexicon,
        messages={key: to_cyrillic(text) for key, text in lexicon.messages.items()},
        plurals={
            key: tuple(to_cyrillic(form) for form in forms)
            for key, forms in lexicon.plurals.items()
        },
    )
