"""200 questions of readers, written before there was a search, and how many are answered well.

`expected` in queries.csv is what answers best: what has the words in its title, number or file, not
all that mentions them. So precision counts good answers besides the best ones as none.
"""

from __future__ import annotations

import pytest

from bench import corpus
from tellal.build.store import Store
from tellal.compiler.archive import Archive
from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.compiler.packing import store_of
from tellal.domain.addresses import Addresses
from tellal.settings import Settings
from tests.golden.accept import ROOT
from tests.search.asking import Engine, Score, queries, scores
from tests.worlds import NOW

pytestmark = pytest.mark.browser

LEAST = {"sq": (0.96, 0.62, 0.93), "sr": (0.98, 0.6, 0.83), "tr": (0.97, 0.63, 0.96)}
"""Recall and precision of the first five answers, and how often the first one is right."""


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> list[Score]:
    """Give the score of each question over the shipped content and nine months of an office."""
    place = tmp_path_factory.mktemp("search")
    corpus.main(["--nine-months-2019", str(place / "nine")])
    found: list[Score] = []
    for name, content in (("demo", ROOT / "content"), ("nine", place / "nine")):
        output = place / f"{name}-output"
        settings = Settings(content, output, ROOT / "theme", "https://x.example", place / "cache")
        build(settings, Moments(None, None, NOW))
        folders = folders_by_address(settings)
        with Engine(output) as engine:
            found += scores(engine, queries(name), folders)
    return found


def folders_by_address(settings: Settings) -> dict[str, str]:
    listings = Archive(Store(store_of(settings.cache, settings.output))).listings()
    return {
        Addresses().item(tag, one.kind, one.on if one.is_dated else None, slug): one.folder
        for one in listings
        for tag, slug in one.slugs
    }


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@pytest.mark.parametrize("language", LEAST)
def test_questions_are_answered_as_well_as_the_decision_says(
    answered: list[Score], language: str
) -> None:
    some = [score for score in answered if score.query.language == language]
    reached = (
        mean([score.recall for score in some]),
        mean([score.precision for score in some]),
        mean([float(score.is_first) for score in some]),
    )

    assert all(one >= least for one, least in zip(reached, LEAST[language], strict=True)), reached


@pytest.mark.parametrize("about", ["number", "typo", "script", "filter", "several"])
def test_every_question_of_a_sort_finds_what_it_asks_for(answered: list[Score], about: str) -> None:
    missed = [s.query.question for s in answered if s.query.about == about and s.recall < 1]

    assert missed == []
