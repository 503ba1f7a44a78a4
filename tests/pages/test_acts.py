"""The page of an act says what it is today and why; the register and open data say the same."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from tests.conftest import CompileTexts
from tests.pages.told import pages_of, seen_on, source_of, text, view_of
from tests.site.test_acts import FIRST, LIFE, act, both

PARKING = "sq/rregullore/2026/03/parkimi/index.html"


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2026-03-10T12:00", "Ende jo në fuqi : hyn në fuqi më 18 mars 2026"),
        ("2026-03-20T12:00", "Në fuqi që nga data 18 mars 2026"),
        ("2026-03-26T12:00", "I pezulluar që nga data 25 mars 2026"),
        ("2026-04-02T12:00", "I ndryshuar dhe plotësuar që nga data 1 prill 2026 Ndryshimi"),
        ("2026-04-20T12:00", "I shfuqizuar që nga data 20 prill 2026 Shfuqizimi"),
    ],
)
def test_page_says_the_state_with_its_reason(
    as_of: str, words: str, compile_texts: CompileTexts
) -> None:
    site = compile_texts(LIFE, as_of)

    assert words in seen_on(site, pages_of(site)[PARKING])


def test_page_shows_the_working_with_source_and_doubt(compile_texts: CompileTexts) -> None:
    site = compile_texts(LIFE)
    page = seen_on(site, pages_of(site)[PARKING])

    for told in (
        "Hyrja në fuqi 18 mars 2026 Vlen data më e vonshme nga të dyja.",
        "e martë, 3 mars 2026 Dita zero: akti u regjistrua në ministri",
        "e mërkurë, 18 mars 2026 Dita 15. Dita e fundit",
        "e mërkurë, 11 mars 2026 Dita 7. Dita e fundit",
        "Burimi: A rule that the tests made up. Pret konfirmimin e juristit.",
    ):
        assert told in page


def test_page_says_what_is_awaited_where_no_day_can_be_counted(
    compile_texts: CompileTexts,
) -> None:
    files = both(FIRST, act("Parkimi", 1, "adopted: 2026-03-02", "published: 2026-03-04"))
    site = compile_texts(files)
    page = seen_on(site, pages_of(site)[PARKING])

    assert "nuk dihet ende. Pritet: Regjistruar në ministri." in page


def test_contents_lead_to_each_chapter_and_article(compile_texts: CompileTexts) -> None:
    body = "## Kapitulli I – Zonat\n\n### Neni 1\n**Qëllimi**\n\n1. Po.\n\n### Neni 2\n\nJo."
    original = text("Parkimi", "number: 1/2026", "body: assembly", "adopted: 2026-03-02", body=body)
    other = body.replace("Kapitulli", "Poglavlje").replace("Neni", "Član")
    site = compile_texts(
        {f"{FIRST}/index.sq.md": original, f"{FIRST}/index.sr.md": text("Uredba", body=other)}
    )
    page = seen_on(site, pages_of(site)[PARKING])

    assert "Kapitulli I – Zonat Neni 1 Qëllimi Neni 2" in page
    source = source_of(site, pages_of(site)[PARKING])
    for anchor in ("ch-1", "art-1", "art-2"):
        assert f'href="#{anchor}"' in source
        assert f'id="{anchor}"' in source
    assert 'aria-label="Lidhja e përhershme: Neni 2"' in source


def test_signed_original_is_told_with_its_digest(compile_texts: CompileTexts) -> None:
    facts = ("adopted: 2026-03-02", "signed_original: akti.pdf", "scanned: true")
    files: dict[str, str | bytes] = {**both(FIRST, act("Parkimi", 1, *facts))}
    site = compile_texts({**files, f"{FIRST}/akti.pdf": b"%PDF-1.4"})
    view = view_of(pages_of(site), PARKING)
    assert view.act
    assert view.act.original
    page = seen_on(site, pages_of(site)[PARKING])

    assert view.act.original.digest in page
    assert "ekziston vetëm në origjinalin e skanuar" in page
    assert view.act.parallel is None


def test_register_and_open_data_say_the_same(compile_texts: CompileTexts) -> None:
    site = compile_texts(LIFE, "2026-04-02T12:00")
    pages = pages_of(site)
    register = seen_on(site, pages["sq/rregullore/2026/index.html"])
    table = source_of(site, pages["data/acts-2026.csv"])
    rows = list(csv.DictReader(StringIO(table)))

    assert [row["number"] for row in rows] == ["1/2026", "2/2026", "3/2026"]
    assert [row["status"] for row in rows] == ["amended", "in_force", "not_yet_in_force"]
    assert rows[1]["amends"] == FIRST
    assert rows[0]["in_force"] == "2026-03-18"
    for words in ("1/2026", "18 mars 2026", "I ndryshuar dhe plotësuar", "/data/acts-2026.csv"):
        assert words in register


def test_both_languages_stand_on_a_page_that_leads_back(compile_texts: CompileTexts) -> None:
    site = compile_texts(LIFE)
    pages = pages_of(site)
    beside = {
        "sq/rregullore/2026/03/parkimi/krahas/index.html": "sr",
        "sr/uredbe/2026/03/parkimi/uporedo/index.html": "sq",
        "sr-cyrl/uredbe/2026/03/parkimi/uporedo/index.html": "sq",
    }

    for path, other in beside.items():
        source = source_of(site, pages[path])
        assert f'lang="{"sr-Latn" if other == "sr" else other}"' in source
        assert '<meta name="robots" content="noindex">' in source
        act_page = path.rsplit("/", 2)[0] + "/"
        assert f'href="/zyra/{act_page}"' in source
        assert f'href="/zyra/{path.removesuffix("index.html")}"' in source_of(
            site, pages[f"{act_page}index.html"]
        )
