"""What everybody must know at once: who holds it, who brings it, in which language."""

from __future__ import annotations

import pytest

from tests.conftest import CompileTexts, FindingsOf
from tests.pages.told import SNOW, SNOW_SQ, pages_of, seen_on, source_of, text

ALARM = """text:
  sq: Mos e pini ujin "e rrjetit" </style>.
  sr: Ne pijte vodu.
since: 2026-03-31 08:00
until: 2026-04-02 20:00
about: releases/2026/03-12-bora
"""
FILES = {f"{SNOW}/index.sq.md": text("Uji i pijshëm"), "office/emergency.yaml": ALARM}
FRONT = 'Mos e pini ujin "e rrjetit" </style>. Uji i pijshëm'


def test_front_page_page_of_errors_and_front_door_hold_it(compile_texts: CompileTexts) -> None:
    site = compile_texts(FILES)
    pages = pages_of(site)

    for path in ("sq/index.html", "sq/404.html", "index.html"):
        assert FRONT in seen_on(site, pages[path])
        assert "emergency.js" not in source_of(site, pages[path])
    assert "Vlen deri më 2 prill 2026, 20:00" in seen_on(site, pages["sq/index.html"])


def test_other_pages_ask_for_it_and_hold_nothing_of_it(compile_texts: CompileTexts) -> None:
    site = compile_texts(FILES)
    page = source_of(site, pages_of(site)[SNOW_SQ])

    assert '<script src="/zyra/sq/emergency.js"></script>' in page
    assert '<noscript><link rel="stylesheet" href="/zyra/sq/emergency.css"></noscript>' in page
    assert "Mos e pini" not in page


def test_style_sheet_says_it_whole_and_cannot_be_left_by_it(compile_texts: CompileTexts) -> None:
    site = compile_texts(FILES)
    pages = pages_of(site)

    style = source_of(site, pages["sq/emergency.css"])
    assert r"Mos e pini ujin \22 e rrjetit\22  \3c /style>." in style
    assert "https://x.example/zyra/sq/komunikata/2026/03/bora/" in style
    assert style.count('"') == 2
    assert "Не пијте воду." in source_of(site, pages["sr-cyrl/emergency.css"])


def test_language_without_a_text_of_its_own_tells_the_first_one_and_marks_it(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(FILES)

    assert '<span lang="sq">Mos e pini' in source_of(site, pages_of(site)["tr/index.html"])


@pytest.mark.parametrize(
    ("moment", "is_told"),
    [("2026-03-31T07:59", False), ("2026-03-31T08:00", True), ("2026-04-02T20:00", False)],
)
def test_it_is_told_from_its_first_moment_until_it_is_over(
    moment: str, is_told: bool, compile_texts: CompileTexts
) -> None:
    site = compile_texts(FILES, moment)
    pages = pages_of(site)

    assert ("Mos e pini" in seen_on(site, pages["sq/index.html"])) is is_told
    assert bool(source_of(site, pages["sq/emergency.js"]).strip()) is is_told
    assert bool(source_of(site, pages["sq/emergency.css"]).strip()) is is_told


def test_file_of_remarks_alone_is_none(findings_of: FindingsOf) -> None:
    assert findings_of({"office/emergency.yaml": "# text: …\n"}) == []
