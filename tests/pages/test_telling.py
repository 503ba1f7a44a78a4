"""What each chapter of the report says, modelled on the seed's own sentences: domain.md 0."""

from __future__ import annotations

import pytest

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.say import Say
from tellal.outputs.sentences import text_of
from tellal.outputs.words import messages_of
from tellal.pages.telling import sentences_of
from tellal.pages.voice import voices_of
from tellal.site.figures import Figure, Measure
from tellal.site.reports import Chapter
from tests.conftest import CompileTexts
from tests.outputs.keys import ROOT

WORDS = compile_words(ROOT / "theme", LANGUAGES)
CHAPTERS = {
    "conferences": {"conferences_held": 18, "presenters": 36},
    "requests": {
        "requests_received": 31,
        "requests_received.media": 12,
        "requests_received.citizen": 19,
        "requests_in_time": 29,
        "requests_late": 0,
        "requests_in_process": 2,
        "requests_overdue": 0,
    },
    "acts": {
        "acts_published": 40,
        "acts_published.decision": 36,
        "acts_published.regulation": 4,
        "acts_in.sq": 40,
        "acts_in.sr": 40,
        "acts_in.tr": 37,
        "acts_in_both_official_languages": 40,
        "acts_scanned_only": 0,
    },
    "sessions": {
        "sessions_held": 9,
        "sessions_streamed": 9,
        "sessions_on_youtube": 9,
        "sessions_on_radio": 8,
        "sessions_with_minutes": 8,
    },
}


def told(compile_texts: CompileTexts, name: str, tag: str, **others: int) -> list[str]:
    figures = tuple(
        Figure(key=key, value=value, folders=("a",) * value)
        for key, value in (CHAPTERS[name] | others).items()
    )
    voice = voices_of(compile_texts({}), "", messages_of(WORDS))[tag]
    say = Say(WORDS[tag])
    return [text_of(say, one) for one in sentences_of(Chapter(name, figures), voice, lambda _: "#")]


def test_requests_are_split_into_in_time_and_in_process(compile_texts: CompileTexts) -> None:
    assert told(compile_texts, "requests", "sq") == [
        "Në aspektin e qasjes në dokumente publike, zyra ka pranuar 31 kërkesa. "
        "Sipas parashtruesit: Media: 12; Qytetar: 19.",
        "29 kërkesa morën përgjigje sipas afatit ligjor.",
        "2 kërkesa janë në proces, brenda afatit.",
    ]


def test_what_is_overdue_is_said_apart_from_what_is_in_process(compile_texts: CompileTexts) -> None:
    """The seed does not say whether the two in process were still in time."""
    sentences = told(compile_texts, "requests", "tr", requests_in_process=1, requests_overdue=1)

    assert "1 talep süresi içinde işlemdedir." in sentences
    assert "1 talep için süre yanıtsız geçmiştir." in sentences


def test_acts_are_told_with_their_languages(compile_texts: CompileTexts) -> None:
    assert told(compile_texts, "acts", "sr-Latn")[:3] == [
        "Objavljeno je 40 opštinskih akata: 36 odluka i 4 uredbe.",
        "Po jeziku: Albanski: 40; Srpski: 40; Turski: 37.",
        "Na oba službena jezika objavljeno je 40 akata.",
    ]


def test_all_sessions_are_said_to_be_transmitted_only_where_all_were(
    compile_texts: CompileTexts,
) -> None:
    every = told(compile_texts, "sessions", "sq")
    most = told(compile_texts, "sessions", "sq", sessions_streamed=8)

    assert every == [
        "U mbajtën 9 seanca.",
        "Të gjitha seancat u transmetuan drejtpërdrejt (9).",
        "Në kanalin zyrtar të Komunës në YouTube u transmetuan 9, në radion lokale 8.",
        "Procesverbali është botuar për 8 seanca.",
    ]
    assert most[1] == "Drejtpërdrejt u transmetuan 8 seanca."


@pytest.mark.parametrize("tag", [language.tag for language in LANGUAGES])
@pytest.mark.parametrize("name", sorted(CHAPTERS))
def test_every_chapter_can_be_told_in_every_language(
    compile_texts: CompileTexts, name: str, tag: str
) -> None:
    sentences = told(compile_texts, name, tag)

    assert sentences
    assert all(one.endswith(".") for one in sentences)


def test_measures_are_those_that_can_be_said() -> None:
    say = Say(WORDS["en"])

    assert all(say.amount(2, measure.value) for measure in Measure)
