"""The text of a request never names who asked; what is no name stands as it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.front_matter import split_text
from tellal.reading.privacy import LABELS, TITLES, applicants_named

NAMED = [
    "Kërkuesi: Emër Mbiemër",
    "**Kërkuesi:** Emër Mbiemër",
    "**Kërkuesi**: Emër Mbiemër",
    "- *Kerkuesi*: Emër Mbiemër, qytetar",
    "| Kërkuesi | Emër Mbiemër |",
    "Kërkuesi | Emër Mbiemër",
    "| Kërkuesi | Kategoria |\n|---|---|\n| Emër Mbiemër | qytetar |",
    "**Kërkuesi**\n\nEmër Mbiemër",
    "## Kërkuesi\n\nEmër Mbiemër",
    "> 1. Parashtruesi i kërkesës: z. Emër Mbiemër",
    "<b>Kërkuesi:</b> E. Mbiemër",
    "KËRKUESI: EMËR MBIEMËR",
    "Podnosilac zahteva: Ime Prezime",
    "**Подносилац захтева:** Име Презиме",
    "| Тражилац | Име Презиме |",
    "Başvuran: Ad Soyad",
    "BAŞVURU SAHİBİ: Sayın Ad Soyad",
    "Applicant: Name Surname",
    "Name of the applicant: N.S.",
]
UNNAMED = [
    "Kërkuesi: media",
    "Kërkuesi: Media",
    "**Kërkuesi:** Shoqëri civile",
    "| Kërkuesi | Parti politike |",
    "| Kërkuesi | Kategoria |\n|---|---|\n| media | media |\n\nKomuna | Gjilan Qytet",
    "Podnosilac zahteva: građanin",
    "Подносилац захтева: Цивилно Друштво",
    "Başvuran: Sivil Toplum",
    "Applicant: Political Party",
    "Kërkuesi u njoftua se Agjencia për Informim dhe Privatësi vendos brenda 30 ditësh.",
    "Kërkuesi: u njoftua se Komuna e Gjilanit nuk e posedon dokumentin.",
    "Kërkuesi kërkoi: Raporti Vjetor 2018, Plani Zhvillimor",
    "Drejtoria: Administrata Komunale",
    "| Emri dhe mbiemri | Pozita |\n|---|---|\n| Emër Mbiemër | drejtor |",
    "**Kërkuesi** e mori përgjigjen më 3 prill.",
]


def lines_found(body: str) -> list[int]:
    split, findings = split_text("index.sq.md", f"---\ntitle: K\n---\n{body}\n")
    assert split
    assert findings == []
    return [found.line for found in applicants_named("index.sq.md", split)]


@pytest.mark.parametrize("body", NAMED)
def test_name_of_an_applicant_is_found_on_its_line(body: str) -> None:
    assert lines_found(body) == [3 + len(body.split("\n"))]


@pytest.mark.parametrize("body", UNNAMED)
def test_category_and_ordinary_sentences_pass(body: str) -> None:
    assert lines_found(body) == []


WORDS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8)
SMALL = st.from_regex(r"[a-zëç]{1,10}", fullmatch=True).filter(lambda verb: verb not in TITLES)


@given(st.sampled_from(sorted(LABELS)), SMALL, st.lists(WORDS, max_size=8), st.booleans())
def test_sentence_about_an_applicant_is_never_taken_for_a_name(
    label: str, verb: str, words: list[str], is_labelled: bool
) -> None:
    colon = ": " if is_labelled else " "
    assert lines_found(f"{label.capitalize()}{colon}{verb} {' '.join(words)}.") == []


@pytest.mark.parametrize(
    "line",
    [
        "<" * 200_000,
        "| " * 100_000,
        "Kërkuesi: " + "A" * 200_000,
        "Kërkuesi:" * 20_000,
        "A.b" * 60_000,
    ],
)
def test_hostile_line_takes_no_longer_than_its_length(line: str) -> None:
    started = time.perf_counter()
    lines_found(line)
    assert time.perf_counter() - started < 2
