"""A published address never breaks: what goes leaves a page that says so."""

from __future__ import annotations

from tellal.pages.views import GoneView, HomeView, MonthView, MovedView, PublicationView
from tests.conftest import CompileTexts
from tests.pages.told import SNOW, SNOW_SQ, pages_of, seen_on, source_of, text, view_of


def test_former_slug_leads_to_the_present_address(compile_texts: CompileTexts) -> None:
    facts = ("slug: bora-e-pare", "former_slugs: bora-sot")
    pages = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora", *facts)}))

    here = "/zyra/sq/komunikata/2026/03/bora-e-pare/"
    assert "sq/komunikata/2026/03/bora-e-pare/index.html" in pages
    for slug in ("bora", "bora-sot"):
        view = pages[f"sq/komunikata/2026/03/{slug}/index.html"].view
        assert isinstance(view, MovedView)
        assert view.to.address == here
        assert not view.shell.indexed
        assert view.shell.canonical == f"https://x.example{here}"


def test_withdrawn_publication_leaves_a_page_that_says_when_why_and_what_instead(
    compile_texts: CompileTexts,
) -> None:
    withdrawn = (
        "withdrawn:",
        "  on: 2026-03-20",
        "  reason: in_error",
        "  note: Shuma ishte e gabuar.",
        "  replaced_by: releases/2026/03-21-bora-e-re",
    )
    site = compile_texts(
        {
            f"{SNOW}/index.sq.md": text("Bora", *withdrawn, body="Teksti i fshehtë."),
            "releases/2026/03-21-bora-e-re/index.sq.md": text("Bora e re"),
        }
    )
    pages = pages_of(site)
    page = seen_on(site, pages[SNOW_SQ])

    assert isinstance(pages[SNOW_SQ].view, GoneView)
    assert all(said in page for said in ("20 mars 2026", "Shuma ishte e gabuar.", "Bora e re"))
    assert "Teksti i fshehtë" not in page
    assert "/zyra/sq/komunikata/2026/03/bora-e-re/" in page
    other = view_of(pages, "sq/komunikata/2026/03/bora-e-re/index.html")
    assert [row.key for row in other.related] == []  # what is gone leads nobody anywhere


def test_withdrawn_publication_stays_in_the_lists_with_a_mark_and_leaves_home_and_feeds(
    compile_texts: CompileTexts,
) -> None:
    withdrawn = ("summary: Fjala e fshehtë.", "withdrawn: {on: 2026-03-20, reason: annulled}")
    pages = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora", *withdrawn)}))
    month, home = pages["sq/komunikata/2026/03/index.html"].view, pages["sq/index.html"].view

    assert isinstance(month, MonthView)
    assert [(entry.title.text, entry.state, entry.summary) for entry in month.entries] == [
        ("Bora", "withdrawn", None)
    ]
    assert isinstance(home, HomeView)
    assert home.latest == ()
    assert not [path for path in pages if "feeds" in path]


def test_expired_publication_leaves_a_page_without_its_title(compile_texts: CompileTexts) -> None:
    files = {f"{SNOW}/index.sq.md": text("Emri Mbiemri", "expires: 2026-03-20")}
    last_day = pages_of(compile_texts(files, "2026-03-20T23:59"))
    day_after = compile_texts(files, "2026-03-21T00:00")
    pages = pages_of(day_after)

    assert isinstance(last_day[SNOW_SQ].view, PublicationView)
    assert isinstance(pages[SNOW_SQ].view, GoneView)
    assert not [path for path in pages if "Emri" in source_of(day_after, pages[path])]


def test_page_of_what_expired_leads_up_only_to_lists_that_are_left(
    compile_texts: CompileTexts,
) -> None:
    alone = {f"{SNOW}/index.sq.md": text("Bora", "expires: 2026-03-20")}
    others = alone | {"releases/2026/03-15-akulli/index.sq.md": text("Akulli")}

    for files, trail in ((alone, ["/zyra/sq/"]), (others, ["/zyra/sq/", "/zyra/sq/komunikata/"])):
        pages = pages_of(compile_texts(files))
        view = pages[SNOW_SQ].view
        assert isinstance(view, GoneView)
        assert [link.address for link in view.shell.trail] == trail
        for link in view.shell.trail:
            assert f"{link.address.removeprefix('/zyra/')}index.html" in pages
