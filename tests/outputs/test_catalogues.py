"""The site's words: each is there in all four languages, each is said, each says the same."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tellal.domain.languages import LANGUAGES, WRITTEN
from tellal.outputs.catalogues import compile_words
from tellal.outputs.words import Lexicon
from tests.outputs.keys import ROOT, families, said_in_code, said_in_templates

LOCALE = ROOT / "theme" / "locale"
PLURAL_FORMS = {"sq": 2, "sr": 3, "tr": 1, "en": 2}
# What stays in Latin letters on a Cyrillic page.
IN_LATIN = set("A Atom CSV Feed HTML JSON JavaScript PDF RSS WCAG WebVTT YouTube ZIP".split())


@cache
def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "tellal.po").open("rb") as stream:
        return read_po(stream)


def entries(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def key_of(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def forms_of(message: Message) -> tuple[str, ...]:
    several = isinstance(message.string, list | tuple)
    return tuple(message.string) if several else (str(message.string),)  # type: ignore[arg-type]


def by_key(language: str) -> dict[str, tuple[str, ...]]:
    return {key_of(message): forms_of(message) for message in entries(language)}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def said() -> set[str]:
    return {*said_in_templates(), *said_in_code(), *families()}


@pytest.mark.parametrize("language", WRITTEN)
def test_every_word_that_is_said_is_there(language: str) -> None:
    assert sorted(said() - set(by_key(language))) == []


@pytest.mark.parametrize("language", WRITTEN)
def test_no_word_is_there_that_nothing_says(language: str) -> None:
    assert sorted(set(by_key(language)) - said()) == []


@pytest.mark.parametrize("language", WRITTEN)
def test_no_word_is_left_in_doubt_or_without_text(language: str) -> None:
    for message in entries(language):
        assert not message.fuzzy, key_of(message)
        assert all(form.strip() == form != "" for form in forms_of(message)), key_of(message)
    assert not catalogue(language).obsolete
    assert catalogue(language).locale_identifier == language


@pytest.mark.parametrize("language", WRITTEN)
def test_words_stand_in_alphabetical_order_each_once(language: str) -> None:
    file = LOCALE / language / "LC_MESSAGES" / "tellal.po"
    keys = re.findall(r'^msgid "(.+)"$', file.read_text("utf-8"), re.MULTILINE)

    assert keys == sorted(set(keys))


@pytest.mark.parametrize("language", WRITTEN)
def test_language_has_as_many_forms_as_its_grammar(language: str) -> None:
    assert catalogue(language).num_plurals == PLURAL_FORMS[language]
    for message in entries(language):
        if message.pluralizable:
            assert len(forms_of(message)) == PLURAL_FORMS[language], key_of(message)


@pytest.mark.parametrize("language", [one for one in WRITTEN if one != "en"])
def test_every_language_fills_in_what_english_does(language: str) -> None:
    own = by_key(language)
    for key, forms in by_key("en").items():
        wanted = placeholders(forms[0])
        assert all(placeholders(form) == wanted for form in own[key]), key


def test_what_is_counted_names_its_number_in_every_form() -> None:
    for language in WRITTEN:
        for message in entries(language):
            if message.pluralizable:
                assert all("n" in placeholders(form) for form in forms_of(message)), key_of(message)


def test_serbian_is_written_in_latin() -> None:
    forms = [form for forms in by_key("sr").values() for form in forms]

    assert [form for form in forms if re.search("[\u0400-\u04ff]", form)] == []


def derived() -> tuple[Lexicon, Lexicon]:
    found = compile_words(ROOT / "theme", LANGUAGES)
    return found["sr-Latn"], found["sr-Cyrl"]


def test_derived_cyrillic_holds_no_latin_letters_but_those_of_names() -> None:
    _, cyrillic = derived()
    texts = [
        *cyrillic.messages.values(),
        *(form for forms in cyrillic.plurals.values() for form in forms),
    ]

    left = {
        word
        for text in texts
        for word in re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", "", text))
        if re.search(r"[a-zčćđšž]", word, re.IGNORECASE)
    }
    assert left <= IN_LATIN


def test_derived_cyrillic_fills_in_what_the_latin_does() -> None:
    latin, cyrillic = derived()

    assert list(cyrillic.messages) == list(latin.messages)
    assert list(cyrillic.plurals) == list(latin.plurals)
    for key, text in latin.messages.items():
        assert placeholders(cyrillic.messages[key]) == placeholders(text)
    for key, forms in latin.plurals.items():
        assert [placeholders(form) for form in cyrillic.plurals[key]] == [
            placeholders(form) for form in forms
        ]
