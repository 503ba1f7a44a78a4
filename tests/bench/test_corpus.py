"""The corpus is the same on every machine, has the office's proportions, and is valid content."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from bench.corpus import main
from bench.days import Calendar, hour_in_words, in_words
from bench.office import holidays
from bench.phrases import FOLDER, LANGUAGES, book
from tests.bench.folders import count, day_of, files_of, front_matter, names_of, of_collection

ROOT = Path(__file__).parents[2]
REQUIRED_IN_SERBIAN = ("decisions", "regulations", "minutes", "competitions", "notices")


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_corpus_has_the_same_bytes_whatever_the_hash_seed(
    corpus: Path, tmp_path: Path, hash_seed: str
) -> None:
    command = [sys.executable, "-m", "bench.corpus", "--publications", "200", "--attachments"]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run([*command, str(tmp_path)], cwd=ROOT, env=environment, check=True)

    assert files_of(tmp_path) == files_of(corpus)


def test_another_seed_writes_other_texts_and_replaces_the_old(tmp_path: Path) -> None:
    main(["--publications", "60", str(tmp_path)])
    first = files_of(tmp_path)
    main(["--publications", "60", "--seed", "2", str(tmp_path)])

    second = files_of(tmp_path)
    assert second != first
    assert sum(name.endswith("index.sq.md") for name in second) == 60


def test_corpus_has_the_proportions_of_the_office(corpus: Path) -> None:
    assert count(corpus) == {
        "releases": 114,
        "notices": 24,
        "invitations": 12,
        "decisions": 12,
        "competitions": 10,
        "conferences": 6,
        "minutes": 6,
        "sessions": 6,
        "requests": 6,
        "consultations": 2,
        "regulations": 2,
    }


def test_corpus_lacks_a_language_only_where_duty_allows(corpus: Path) -> None:
    files = files_of(corpus)
    for name in names_of(corpus):
        if name.startswith(REQUIRED_IN_SERBIAN):
            assert f"{name}/index.sr.md" in files
    editions = Counter(name[-5:-3] for name in files if name.endswith(".md"))
    assert 0 < editions["sq"] - editions["sr"] < 0.1 * editions["sq"]
    assert 0 < editions["sq"] - editions["tr"] < 0.2 * editions["sq"]


def test_front_matter_of_every_file_is_yaml(corpus: Path, nine_months: Path) -> None:
    for folder in (corpus, nine_months):
        for file in folder.rglob("*.md"):
            assert {"title", "summary"} <= front_matter(file).keys()


def test_facts_are_stated_in_the_original_only(corpus: Path) -> None:
    for language in ("sr", "tr"):
        for file in corpus.rglob(f"index.{language}.md"):
            assert front_matter(file).keys() <= {"title", "summary", "revision", "translated_at"}


def test_every_text_has_150_to_500_words(corpus: Path, nine_months: Path) -> None:
    for folder in (corpus, nine_months):
        for file in folder.rglob("*.md"):
            _, _, body = file.read_text("utf-8").split("---\n", 2)
            assert 150 <= len(body.split()) <= 500, file


def test_everything_is_issued_on_a_working_day_before_the_end(
    corpus: Path, nine_months: Path
) -> None:
    working = set(Calendar(2018, 2026, holidays()).days)
    for folder, end in ((corpus, date(2026, 9, 30)), (nine_months, date(2019, 9, 30))):
        days = {day_of(name) for name in names_of(folder)}
        assert days <= working
        assert max(days) <= end


def test_references_and_links_lead_to_publications(corpus: Path, nine_months: Path) -> None:
    for folder in (corpus, nine_months):
        files = files_of(folder)
        for name, content in files.items():
            if name.endswith(".md"):
                text = content.decode()
                links = re.findall(r"\(\{filename\}/([^)]+)\)", text)
                named = re.findall(r"[ \"]([a-z]+/\d{4}/\d\d-\d\d-[a-z0-9-]+)$", text, re.MULTILINE)
                assert set(links) | {f"{other}/index.sq.md" for other in named} <= files.keys()


def test_act_numbers_are_given_once_in_a_body_and_year(corpus: Path, nine_months: Path) -> None:
    for folder in (corpus, nine_months):
        acts = [*of_collection(folder, "decisions"), *of_collection(folder, "regulations")]
        numbers = Counter((act["body"], act["number"]) for act in acts)
        assert set(numbers.values()) == {1}
        assert all(act["number"].endswith(str(act["adopted"].year)) for act in acts)


def test_acts_have_numbered_articles_in_every_language(corpus: Path) -> None:
    for language, word in zip(LANGUAGES, ("Neni", "Član", "Madde"), strict=True):
        for file in corpus.glob(f"[dr]e*s/*/*/index.{language}.md"):
            if file.relative_to(corpus).parts[0] in ("decisions", "regulations"):
                text = file.read_text("utf-8")
                numbers = re.findall(rf"^##+ {word} (\d+)$", text, re.MULTILINE)
                assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
                assert len(numbers) >= 3


def test_attachments_are_pdfs_that_the_act_names(corpus: Path) -> None:
    named = [
        f"{name}/{facts['signed_original']}"
        for name in names_of(corpus)
        if "signed_original" in (facts := front_matter(corpus / name / "index.sq.md"))
    ]
    files = files_of(corpus)
    assert named
    assert sorted(named) == sorted(name for name in files if name.endswith(".pdf"))
    assert all(files[name].startswith(b"%PDF-1.4") for name in named)


@pytest.mark.parametrize(
    ("fixture", "end"), [("corpus", "2026-09-30 16:00"), ("nine_months", "2019-09-30 16:00")]
)
def test_the_office_stands_still_at_the_end_of_the_corpus(
    fixture: str, end: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(fixture)
    lines = (folder / "office" / "office.yaml").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("as_of:")] == [f"as_of: {end}"]
    for file in (ROOT / "content" / "office").glob("*.yaml"):
        assert (folder / "office" / file.name).exists()


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Mine", "utf-8")

    with pytest.raises(SystemExit, match="is not empty"):
        main(["--publications", "1", str(tmp_path)])

    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("publications", ["1", "7", "20"])
def test_the_smallest_corpora_have_what_they_say(tmp_path: Path, publications: str) -> None:
    main(["--publications", publications, str(tmp_path)])

    assert sum(count(tmp_path).values()) == int(publications)


def test_there_are_sixty_sentences_and_more_in_each_language() -> None:
    rows = {
        tuple(row.text.values())
        for file in FOLDER.glob("*.txt")
        for group in book(file.stem).groups.values()
        for name, section in group.sections.items()
        if name in ("sentences", "articles", "leads", "quotes", "speeches", "reasonings")
        for row in section
    }
    assert all(len({row[place] for row in rows}) >= 200 for place in range(len(LANGUAGES)))


def test_days_and_hours_are_written_as_each_language_writes_them() -> None:
    assert in_words(date(2019, 9, 12))["sr"] == "12. septembra 2019. godine"
    assert in_words(date(2019, 9, 12))["sq"] == "12 shtator 2019"
    assert hour_in_words(datetime(2019, 9, 12, 10, 0))["tr"] == "10.00’da"
    assert hour_in_words(datetime(2019, 9, 12, 14, 30))["tr"] == "14.30’da"
