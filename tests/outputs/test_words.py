"""What is said from kept words is what Babel says, and nothing heavy is loaded to say it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.core import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.numbers import format_decimal

from tellal.domain.languages import LANGUAGES, Language, language_of
from tellal.outputs.catalogues import compile_words
from tellal.outputs.locales import _pattern
from tellal.outputs.say import Say
from tellal.outputs.words import messages_of, word_files

THEME = Path(__file__).parents[2] / "theme"
WORDS = compile_words(THEME, LANGUAGES)
# A year of each kind, on either side of where a year has fewer or more digits to it.
YEARS = (1, 987, 1999, 2000, 2019, 2024, 2026, 2100)
DAYS = [date(year, 1, 1) + timedelta(n) for year in YEARS for n in range(366)]
SMALL = range(100_001)
GREAT = [sign * 10**power + more for power in range(13) for more in (-1, 0, 1) for sign in (1, -1)]
# All that rounds to a tenth of a megabyte or to half of one, and what stands beside it.
SIZES = [*range(0, 2_000_000, 499), *(n * 50_000 + more for n in range(800) for more in (-1, 0, 1))]

each = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)


def voice(language: Language) -> Say:
    return Say(WORDS[language.tag])


@each
def test_every_day_is_written_as_babel_writes_it(language: Language) -> None:
    say, locale = voice(language), Locale.parse(language.locale)
    names = get_day_names("wide", "format", locale)

    for on in DAYS:
        assert say.day(on) == format_date(on, "long", locale=locale)
        assert say.weekday(on) == names[on.weekday()]


@each
def test_every_month_is_written_as_babel_writes_it(language: Language) -> None:
    say, locale = voice(language), Locale.parse(language.locale)
    names = get_month_names("wide", "stand-alone", locale)

    for on in (on for on in DAYS if on.day == 1):
        assert say.month(on) == format_skeleton("yMMMM", on, locale=locale)
        assert say.month_name(on) == names[on.month]


@each
def test_every_number_is_written_as_babel_writes_it(language: Language) -> None:
    say, locale = voice(language), Locale.parse(language.locale)

    for n in (*SMALL, *GREAT):
        assert say.number(n) == format_decimal(n, locale=locale)


@each
def test_every_size_is_written_as_babel_writes_it(language: Language) -> None:
    say, locale = voice(language), Locale.parse(language.locale)

    for size in SIZES:
        if size < 999_500:
            number, unit = max(1, round(size / 1000)), "kB"
        else:
            number, unit = round(size / 1_000_000, 1), "MB"
        assert say.size(size) == f"{format_decimal(number, locale=locale)} {unit}"


@each
def test_words_are_the_same_after_they_were_kept(language: Language) -> None:
    kept = pickle.loads(pickle.dumps(WORDS))

    assert kept == WORDS
    assert Say(kept[language.tag]).count("publications", 22) == voice(language).count(
        "publications", 22
    )


def test_messages_and_files_are_known_by_language() -> None:
    both = (language_of("sr-Latn"), language_of("sr-Cyrl"))

    assert messages_of(WORDS)["tr"] is WORDS["tr"].messages
    assert list(word_files(THEME, both)) == ["sr"]
    assert word_files(THEME, both)["sr"].is_file()


@pytest.mark.parametrize("pattern", ["%(EEE)s %(d)s", "%(d)s {0}", "%(d)s %% %(y)s"])
def test_pattern_that_would_be_written_otherwise_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is no pattern"):
        _pattern(pattern)


LOADED = "import sys, tellal.outputs.render; print(*sorted(sys.modules))"
HEAVY = {"babel", "feedgenerator", "http", "urllib.request", "xml.sax", "pelican", "markdown"}


def test_whoever_renders_pages_loads_nothing_heavy() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOADED],
        cwd=THEME.parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        capture_output=True,
        text=True,
    )
    loaded = set(run.stdout.split())

    assert "tellal.outputs.render" in loaded
    assert not HEAVY & loaded
