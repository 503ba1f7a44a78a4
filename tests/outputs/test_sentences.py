"""Sentences with numbers that lead somewhere, and numbers as each language writes them."""

from __future__ import annotations

import pytest

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.say import Say
from tellal.outputs.sentences import Part, text_of
from tellal.pages.views import Amount, Sentence, Series, Term
from tests.outputs.keys import ROOT

WORDS = compile_words(ROOT / "theme", LANGUAGES)


def say_of(tag: str) -> Say:
    return Say(WORDS[tag])


def requests(n: int) -> Sentence:
    return Sentence("report_requests_in_process", (("n", Amount(n, to="#list")),), "n")


@pytest.mark.parametrize(
    ("tag", "n", "text"),
    [
        ("sq", 1, "1 kërkesë është në proces, brenda afatit."),
        ("sq", 2, "2 kërkesa janë në proces, brenda afatit."),
        ("sr-Latn", 21, "21 zahtev je u postupku, u roku."),
        ("sr-Latn", 2, "2 zahteva su u postupku, u roku."),
        ("sr-Latn", 12, "12 zahteva je u postupku, u roku."),
        ("sr-Cyrl", 2, "2 захтева су у поступку, у року."),
        ("tr", 2, "2 talep süresi içinde işlemdedir."),
        ("en", 1, "1 request is in process, within the time limit."),
    ],
)
def test_sentence_takes_the_form_that_its_number_asks_for(tag: str, n: int, text: str) -> None:
    assert text_of(say_of(tag), requests(n)) == text


def test_number_of_a_sentence_leads_to_its_list() -> None:
    parts = say_of("en").parts(requests(2))

    assert parts == (
        Part("2", "#list"),
        Part(" requests are in process, within the time limit."),
    )


def test_phrases_are_joined_as_the_language_does() -> None:
    phrases = tuple(
        Sentence(f"report_{kind}", (("n", Amount(n)),), "n")
        for kind, n in (("release", 3), ("notice", 1), ("invitation", 2))
    )
    calls = Sentence("report_procedures", (("calls", Series(phrases)),))

    assert text_of(say_of("tr"), calls) == (
        "Ayrıca yayımlananlar: 3 basın bildirisi, 1 duyuru ve 2 etkinlik daveti."
    )


def test_pairs_with_commas_in_their_numbers_stand_apart() -> None:
    pairs = tuple(
        Sentence("report_pair", (("name", Term(key)), ("amount", Amount(value, "per_day"))))
        for key, value in (("kind_release", 1.93), ("kind_notice", 0.51))
    )
    rates = Sentence("report_rates", (("rates", Series(pairs, apart=True)),))

    assert text_of(say_of("sq"), rates) == (
        "Sipas llojit, për ditë pune: Komunikatë për media: 1,93; Njoftim: 0,51."
    )


@pytest.mark.parametrize(
    ("value", "measure", "text"),
    [
        (2.99, "per_day", "2,99"),
        (93.5, "percent", "93,5 %"),
        (35, "minutes", "35 minuta"),
        (95, "minutes", "1 sat 35 minuta"),
        (120, "minutes", "2 sata"),
        (2880, "minutes", "2 dana"),
        (5, "days", "5 dana"),
        (21, "working_days", "21 radni dan"),
        (None, "days", "nije poznato"),
        (0, "minutes", "0 minuta"),
    ],
)
def test_amount_is_said_in_what_it_is_counted_in(
    value: float | None, measure: str, text: str
) -> None:
    assert say_of("sr-Latn").amount(value, measure) == text
