"""The other forms of a text: which texts have them, and what they say in each language."""

from __future__ import annotations

import re

import pytest

from tellal.pages.views import FormsView, PublicationView
from tests.conftest import CompileTexts
from tests.pages.told import SNOW, pages_of, seen_on, source_of, text

TITLES = {"sq": "Bora", "sr": "Sneg", "tr": "Kar", "en": "Snow"}
QUOTE = ("quotes:", "  - text: {sq: E pastruam., sr: Očistili smo.}", "    speaker: Drejtori")
FILES = {
    f"{SNOW}/index.{tag}.md": text(
        title,
        "summary: 5 km.",
        *(QUOTE if tag == "sq" else ()),
        body="**1**\n\n- 2\n- [3](https://a.example/)",
    )
    for tag, title in TITLES.items()
}
PATHS = {
    "sq": "sq/komunikata/2026/03/bora/forma/index.html",
    "sr-Latn": "sr/saopstenja/2026/03/bora/oblici/index.html",
    "sr-Cyrl": "sr-cyrl/saopstenja/2026/03/bora/oblici/index.html",
    "tr": "tr/bildiriler/2026/03/bora/bicimler/index.html",
    "en": "en/releases/2026/03/bora/forms/index.html",
}
READ = {
    "sq": ("Bora. 5 kilometra. 1. 2. 3.", "min me 150 fjalë në minutë", "Drejtori: E pastruam."),
    "sr-Latn": ("Sneg. 5 kilometara. 1. 2. 3.", "pri 150 reči u minutu", "Drejtori: Očistili smo."),
    "sr-Cyrl": ("Снег. 5 километара. 1. 2. 3.", "при 150 речи у минуту", "Drejtori: Очистили смо."),
    "tr": ("Kar. 5 kilometre. 1. 2. 3.", "dakikada 150 kelimeyle", "Drejtori: E pastruam."),
    "en": ("Snow. 5 kilometres. 1. 2. 3.", "min at 150 words a minute", "Drejtori: E pastruam."),
}


@pytest.mark.parametrize("tag", PATHS)
def test_text_is_read_out_sent_and_pasted_in_its_language(
    tag: str, compile_texts: CompileTexts
) -> None:
    site = compile_texts(FILES)
    pages = pages_of(site)
    seen = seen_on(site, pages[PATHS[tag]])
    title = READ[tag][0].partition(".")[0]
    address = f"x.example/zyra/{PATHS[tag].rsplit('/', 2)[0]}/"

    assert all(said in seen for said in READ[tag])
    assert re.search(rf"{title} – 5 km\. x\.example/zyra/k/[2-9a-z]{{6}} ", seen)
    assert "1 – 2 – 3 (https://a.example/)" in seen
    assert f"https://{address}" in seen


def test_page_of_a_text_leads_to_its_forms_and_back(compile_texts: CompileTexts) -> None:
    pages = pages_of(compile_texts(FILES))
    page, forms = pages["en/releases/2026/03/bora/index.html"].view, pages[PATHS["en"]].view

    assert isinstance(page, PublicationView)
    assert isinstance(forms, FormsView)
    assert page.forms == forms.shell.address
    assert forms.text.address == page.shell.address
    assert not forms.shell.indexed


def test_withdrawn_text_and_act_have_no_other_forms(compile_texts: CompileTexts) -> None:
    withdrawn = ("withdrawn:", "  on: 2026-03-20", "  reason: in_error")
    act = text("Vendimi", "number: 1/2026", "body: mayor", "adopted: 2026-03-02")
    site = compile_texts(
        {
            f"{SNOW}/index.sq.md": text("Bora", *withdrawn),
            "decisions/2026/03-02-a/index.sq.md": act,
            "decisions/2026/03-02-a/index.sr.md": "---\ntitle: Odluka\n---\n\nTekst.\n",
        }
    )

    assert not [path for path in pages_of(site) if "/forma/" in path or "/oblici/" in path]


def test_translation_that_lags_behind_says_so_before_it_is_posted_up(
    compile_texts: CompileTexts,
) -> None:
    revised = text("Bora", "revisions:", "  - {on: 2026-03-13, note: Shuma.}")
    site = compile_texts({f"{SNOW}/index.sq.md": revised, f"{SNOW}/index.tr.md": text("Kar")})

    page = source_of(site, pages_of(site)[PATHS["tr"]])
    assert 'class="remark remark-strong"' in page
