"""Which pages a publication has, in which languages, and at which addresses."""

from __future__ import annotations

from tellal.pages.views import ListView, MissingView, PublicationView
from tests.conftest import CompileTexts
from tests.pages.told import (
    ACT,
    DECISION,
    ROOT,
    SNOW,
    SNOW_SQ,
    pages_of,
    seen_on,
    text,
    view_of,
)


def test_publication_has_a_page_in_each_language_of_its_duty(compile_texts: CompileTexts) -> None:
    pages = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora")}))

    assert isinstance(pages[SNOW_SQ].view, PublicationView)
    for path in ("sr/saopstenja", "sr-cyrl/saopstenja", "tr/bildiriler"):
        assert isinstance(pages[f"{path}/2026/03/bora/index.html"].view, MissingView)
    assert "en/releases/2026/03/bora/index.html" not in pages


def test_translation_takes_the_place_of_the_missing_page(compile_texts: CompileTexts) -> None:
    files = {f"{SNOW}/index.sq.md": text("Bora"), f"{SNOW}/index.tr.md": text("Kar")}
    path = "tr/bildiriler/2026/03/bora/index.html"

    before = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora")}))
    after = pages_of(compile_texts(files))

    assert isinstance(before[path].view, MissingView)
    assert view_of(after, path).shell.title == "Kar"
    assert set(before) <= set(after)


def test_missing_page_names_the_original_and_stays_out_of_search(
    compile_texts: CompileTexts,
) -> None:
    view = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora")}))[
        "tr/bildiriler/2026/03/bora/index.html"
    ].view

    assert isinstance(view, MissingView)
    assert (view.title.text, view.title.lang) == ("Bora", "sq")
    assert [(link.text, link.address) for link in view.editions] == [
        ("Shqip", "/zyra/sq/komunikata/2026/03/bora/")
    ]
    assert not view.required
    assert not view.shell.indexed
    assert view.shell.alternates == ()


def test_missing_page_says_where_the_law_requires_the_text(compile_texts: CompileTexts) -> None:
    office = (ROOT / "tests/office/office.yaml").read_text("utf-8") + "grace_days: 60\n"
    files = {"office/office.yaml": office, f"{DECISION}/index.sq.md": text("Parkimi", *ACT)}
    pages = pages_of(compile_texts(files))

    required = pages["sr/odluke/2026/03/parkimi/index.html"].view
    expected = pages["tr/kararlar/2026/03/parkimi/index.html"].view
    assert isinstance(required, MissingView)
    assert isinstance(expected, MissingView)
    assert (required.required, expected.required) == (True, False)


def test_missing_page_is_in_no_feed_and_no_sitemap_of_its_language(
    compile_texts: CompileTexts,
) -> None:
    pages = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora")}))

    assert "sq/feeds/all.rss.xml" in pages
    assert not [path for path in pages if path.startswith("tr/feeds/")]
    assert "tr/sitemap-2026.xml" not in pages


def test_where_a_language_is_optional_lists_link_to_the_original_and_say_so(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts({f"{SNOW}/index.sq.md": text("Bora")})
    view = pages_of(site)["en/releases/index.html"].view

    assert isinstance(view, ListView)
    [entry] = view.entries
    assert (entry.address, entry.only_in) == ("/zyra/sq/komunikata/2026/03/bora/", "sq")
    assert (entry.title.text, entry.title.lang) == ("Bora", "sq")
    page = seen_on(site, pages_of(site)["en/releases/index.html"])
    assert "Only: Albanian" in page


def test_original_may_be_in_another_language_than_the_first(compile_texts: CompileTexts) -> None:
    files = {
        f"{SNOW}/index.tr.md": text("Kar", "original: true"),
        f"{SNOW}/index.sq.md": text("Bora"),
    }
    pages = pages_of(compile_texts(files))

    albanian = view_of(pages, SNOW_SQ)
    assert albanian.standing == "translation"
    assert albanian.original
    assert albanian.original.address == "/zyra/tr/bildiriler/2026/03/bora/"


def test_both_serbian_scripts_share_one_slug(compile_texts: CompileTexts) -> None:
    files = {f"{SNOW}/index.sq.md": text("Bora"), f"{SNOW}/index.sr.md": text("Sneg", "slug: sneg")}
    pages = pages_of(compile_texts(files))

    assert view_of(pages, "sr/saopstenja/2026/03/sneg/index.html").shell.title == "Sneg"
    cyrillic = view_of(pages, "sr-cyrl/saopstenja/2026/03/sneg/index.html")
    assert (cyrillic.shell.title, cyrillic.standing) == ("Снег", "derived")


def test_standing_page_is_at_the_top_of_its_language(compile_texts: CompileTexts) -> None:
    pages = pages_of(compile_texts({"pages/per-ne/index.sq.md": text("Për ne", "menu: 1")}))

    view = view_of(pages, "sq/per-ne/index.html")
    assert view.shell.place.pages[0].text == "Për ne"
    assert [link.address for link in view.shell.trail] == ["/zyra/sq/"]
