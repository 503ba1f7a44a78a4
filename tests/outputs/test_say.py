"""Dates, numbers and plurals, as each language has them, wherever the machine stands."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tellal.domain.languages import LANGUAGES
from tellal.outputs.catalogues import compile_words
from tellal.outputs.say import Say

ROOT = Path(__file__).parents[2]
WORDS = compile_words(ROOT / "theme", LANGUAGES)
VOICES = {tag: Say(lexicon) for tag, lexicon in WORDS.items()}
DAY = date(2019, 9, 12)
MOMENT = datetime(2019, 9, 12, 17, 30, tzinfo=ZoneInfo("Europe/Belgrade"))
EACH = ["sq", "sr-Latn", "sr-Cyrl", "tr", "en"]


def each(*texts: str) -> pytest.MarkDecorator:
    """Run a test for each language with what it says."""
    return pytest.mark.parametrize(("tag", "text"), [*zip(EACH, texts, strict=True)], ids=EACH)


@each(
    "12 shtator 2019",
    "12. septembar 2019.",
    "12. септембар 2019.",
    "12 Eylül 2019",
    "12 September 2019",
)
def test_day_is_written_in_full(tag: str, text: str) -> None:
    assert VOICES[tag].day(DAY) == text


@each("shtator 2019", "septembar 2019.", "септембар 2019.", "Eylül 2019", "September 2019")
def test_month_is_written_with_its_year(tag: str, text: str) -> None:
    assert VOICES[tag].month(DAY) == text


@each("shtator", "septembar", "септембар", "Eylül", "September")
def test_month_has_a_name_by_itself(tag: str, text: str) -> None:
    assert VOICES[tag].month_name(DAY) == text


@each("e enjte", "četvrtak", "четвртак", "Perşembe", "Thursday")
def test_day_of_the_week_has_its_name(tag: str, text: str) -> None:
    assert VOICES[tag].weekday(DAY) == text


@pytest.mark.parametrize("tag", EACH)
def test_time_is_on_24_hours_with_two_digits(tag: str) -> None:
    say = VOICES[tag]

    assert [say.clock(time(0, 0)), say.clock(time(9, 5)), say.clock(MOMENT)] == [
        "00:00",
        "09:05",
        "17:30",
    ]


@pytest.mark.parametrize("tag", EACH)
def test_moment_is_the_day_and_the_time(tag: str) -> None:
    moment = VOICES[tag].moment(MOMENT)

    assert moment.startswith(VOICES[tag].day(DAY))
    assert moment.endswith("17:30")


@each("1\xa0234\xa0567", "1.234.567", "1.234.567", "1.234.567", "1,234,567")
def test_number_is_grouped_as_the_language_does(tag: str, text: str) -> None:
    assert VOICES[tag].number(1234567) == text
    assert VOICES[tag].number(999) == "999"


@each("1,3 MB", "1,3 MB", "1,3 MB", "1,3 MB", "1.3 MB")
def test_size_is_in_megabytes_with_the_sign_of_the_language(tag: str, text: str) -> None:
    assert VOICES[tag].size(1_300_000) == text


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "1 kB"),
        (999, "1 kB"),
        (1_600, "2 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_000_000, "1 MB"),
        (20_000_000, "20 MB"),
    ],
)
def test_size_is_never_nothing_and_never_a_thousand(size_bytes: int, text: str) -> None:
    assert VOICES["sq"].size(size_bytes) == text


def test_place_in_a_recording_has_hours_minutes_and_seconds() -> None:
    say = VOICES["sq"]

    assert [say.duration(0), say.duration(250), say.duration(36_000)] == [
        "0:00:00",
        "0:04:10",
        "10:00:00",
    ]


@pytest.mark.parametrize(
    ("n", "latin", "cyrillic"),
    [
        (1, "1 objava", "1 објава"),
        (2, "2 objave", "2 објаве"),
        (4, "4 objave", "4 објаве"),
        (5, "5 objava", "5 објава"),
        (11, "11 objava", "11 објава"),
        (12, "12 objava", "12 објава"),
        (21, "21 objava", "21 објава"),
        (22, "22 objave", "22 објаве"),
        (101, "101 objava", "101 објава"),
        (111, "111 objava", "111 објава"),
        (1002, "1.002 objave", "1.002 објаве"),
    ],
)
def test_serbian_counts_in_three_forms_in_both_scripts(n: int, latin: str, cyrillic: str) -> None:
    assert VOICES["sr-Latn"].count("publications", n) == latin
    assert VOICES["sr-Cyrl"].count("publications", n) == cyrillic


def test_serbian_grammar_tells_one_few_and_many_apart() -> None:
    form_of = VOICES["sr-Latn"].form_of

    assert [form_of(n) for n in (1, 21, 101)] == [0, 0, 0]
    assert [form_of(n) for n in (2, 3, 4, 22, 104)] == [1, 1, 1, 1, 1]
    assert [form_of(n) for n in (0, 5, 11, 12, 14, 20, 25, 111, 112)] == [2] * 9


def test_turkish_has_no_plural_after_a_number() -> None:
    counted = {VOICES["tr"].count("publications", n).split()[1] for n in (0, 1, 2, 5, 21, 101)}

    assert counted == {"yayın"}


@pytest.mark.parametrize(
    ("tag", "one", "many"),
    [("sq", "1 publikim", "21 publikime"), ("en", "1 publication", "21 publications")],
)
def test_albanian_and_english_have_one_and_many(tag: str, one: str, many: str) -> None:
    say = VOICES[tag]

    assert [say.count("publications", 1), say.count("publications", 21)] == [one, many]
    assert say.count("publications", 0).split()[1] == many.split()[1]


@each(
    "Serbisht (cirilik)",
    "Srpski (ćirilica)",
    "Српски (ћирилица)",
    "Sırpça (Kiril)",
    "Serbian (Cyrillic)",
)
def test_language_is_named_in_each_other(tag: str, text: str) -> None:
    assert VOICES[tag].language("sr-Cyrl") == text


def test_word_that_is_not_there_is_never_said_in_english() -> None:
    with pytest.raises(KeyError, match="no_such_word"):
        VOICES["sq"]("no_such_word")


SPEAK = """
from datetime import date
from tests.outputs.test_say import DAY, EACH, MOMENT, VOICES
for tag in EACH:
    say = VOICES[tag]
    print(say.day(DAY), say.month(DAY), say.weekday(DAY), say.moment(MOMENT), say.size(1_300_000))
    print(say.number(1234567), say.count("publications", 22), say.month_name(DAY))
"""


def test_what_is_said_does_not_depend_on_the_locale_of_the_machine() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", SPEAK],
            cwd=ROOT,
            env={**os.environ, **world, "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
        ).stdout
        for world in (
            {"LC_ALL": "C", "LANG": "C", "LANGUAGE": "C"},
            {
                "LC_ALL": "de_DE.UTF-8",
                "LANG": "de_DE.UTF-8",
                "LANGUAGE": "de:fr",
                "TZ": "Asia/Tokyo",
            },
        )
    }

    assert len(said) == 1
    assert "12 shtator 2019" in said.pop().decode()
