"""The index: small files by term and by time, so that one publication makes few of them anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tellal.reading.searching.folding import term_of, tokens_of
from tellal.reading.searching.rules import ENDINGS
from tellal.site.blocks import block_of, bucket_of, code_of_month, merged, pieces_in
from tellal.site.segments import layout_of, segment_in
from tests.build.workplace import Workplace
from tests.conftest import CompileTexts
from tests.search.asking import Engine

STEMS = ("qytetar", "drejtori", "trg", "odluc", "kitab", "burs", "isitma")
RELEASE = """---
title: {title}
summary: {summary}
---

{body}
"""


def release(title: str, summary: str = "Shkurt.", body: str = "Teksti.") -> str:
    return RELEASE.format(title=title, summary=summary, body=body)


def test_what_is_newest_is_searched_in_a_small_segment() -> None:
    assert segment_in("2026-05", "2026-04") == "quarter"
    assert segment_in("2026-05", "2026-03") == "year"
    assert segment_in("2026-05", "2025-12") == "archive"
    assert segment_in("2026-05", "0000-00") == "archive"


def test_term_tells_month_place_and_weight_of_what_has_it(compile_texts: CompileTexts) -> None:
    site = compile_texts(
        {
            "releases/2026/03-02-bursat/index.sq.md": release("Bursat", "Konkursi.", "Java."),
            "releases/2026/03-01-java/index.sq.md": release("Java e librit", "Bursat.", "Uji."),
        }
    )
    block = block_of(site, "sq", "2026-03")
    terms, _ = merged(pieces_in([block], 0, 1))
    head = code_of_month("2026-03") + "1"

    assert terms["burs"] == f"{head}27"  # of the first in its summary, of the second in its title
    assert terms["jav"] == f"{head}35"


def test_what_waits_is_found_by_nobody(compile_texts: CompileTexts) -> None:
    waiting = release("Bursat").replace("title", "publish_at: 2030-01-01 08:00\ntitle")
    site = compile_texts({"releases/2026/03-02-bursat/index.sq.md": waiting})

    assert "2026-03" not in site.findable


def test_of_what_was_taken_back_only_the_title_is_found(compile_texts: CompileTexts) -> None:
    withdrawn = release("Bursat", "Konkursi.").replace(
        "---\n\n", "withdrawn:\n  on: 2026-03-05\n  reason: in_error\n---\n\n"
    )
    site = compile_texts({"releases/2026/03-02-bursat/index.sq.md": withdrawn})
    terms, _ = merged(pieces_in([block_of(site, "sq", "2026-03")], 0, 1))

    assert set(terms) == {"burs"}


def test_buckets_of_a_segment_together_have_all_terms(compile_texts: CompileTexts) -> None:
    site = compile_texts(
        {
            f"releases/2026/03-{n:02}-rruga-{n}/index.sq.md": release(f"Rruga {n}")
            for n in range(1, 29)
        }
    )
    block = block_of(site, "sq", "2026-03")
    count = layout_of(site).buckets["sq", "quarter"]
    parts = [merged(pieces_in([block], bucket, count))[0] for bucket in range(count)]

    assert count == 2
    assert {t: c for part in parts for t, c in part.items()} == merged(pieces_in([block], 0, 1))[0]
    assert all(bucket_of(term[:3]) % count == n for n, part in enumerate(parts) for term in part)


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)


def index_of(place: Workplace) -> dict[str, tuple[int, bytes]]:
    files = (place.output / "search").rglob("*.js")
    return {
        file.relative_to(place.output / "search").as_posix(): (
            file.stat().st_mtime_ns,
            file.read_bytes(),
        )
        for file in files
    }


def test_new_word_in_a_text_writes_the_bucket_of_its_term_and_nothing_of_other_languages(
    place: Workplace,
) -> None:
    place.build()
    before = index_of(place)
    file = next(one for one in place.texts() if one.name == "index.sq.md")
    file.write_text(f"{file.read_text('utf-8')}\nKsilofoni.\n", "utf-8")
    place.build()
    after = index_of(place)
    written = {path for path in after if before.get(path) != after[path]}

    assert written
    assert all(path.startswith("sq/") for path in written)
    assert any(b"ksilofon" in after[path][1] for path in written)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["sq", "sr", "tr", "en"])
def test_browsers_take_words_apart_as_the_index_does(place: Workplace, language: str) -> None:
    chance = random.Random(f"words {language}")
    letters = "abcçćčdđeëfgğhiıjklmnoöprsşštuüvzžаДбђжљњћчџшЋŠÇËĞİIŞĐ0123456789/-.’'  "
    text = " ".join(
        ["Građani 016-126211 Nr.01/2019 05/L-040 10km 2019-ta İSTANBUL’da 2’si njёga"]
        + ["".join(chance.choices(letters, k=chance.randint(1, 12))) for _ in range(3000)]
        + [stem + ending for stem in STEMS for ending in ENDINGS[language].split()]
    )
    place.build()
    with Engine(place.output) as engine:
        theirs = engine.terms(text, language)

    ours = [term_of(token, language) for token in tokens_of(text, language)]
    assert theirs == [term for term in ours if term]
