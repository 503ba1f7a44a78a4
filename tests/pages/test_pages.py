"""Which pages a publication has, and what each of them shows."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from tellal.domain.facts import KINDS, Kind
from tellal.domain.languages import LANGUAGES
from tellal.domain.publication import Common
from tellal.outputs.render import Theme, open_theme, render
from tellal.pages.page import Page
from tellal.pages.plan import plan_pages
from tellal.pages.views import (
    GoneView,
    HomeView,
    IndexView,
    ListView,
    MissingView,
    MonthView,
    MovedView,
    PublicationView,
    Row,
)
from tellal.reading.schema import types_of
from tellal.site.site import Site
from tests.conftest import CompileTexts
from tests.pages import filled
from tests.pages.filled import Filler

ROOT = Path(__file__).parents[2]
URL = "https://x.example/zyra"


@cache
def theme() -> Theme:
    return open_theme(ROOT / "theme", LANGUAGES)


def pages_of(site: Site) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(site, URL, theme().messages)}


def view_of(pages: dict[str, Page], path: str) -> PublicationView:
    view = pages[path].view
    assert isinstance(view, PublicationView)
    return view


def bodies_of(site: Site) -> dict[str, str]:
    editions = [edition for publication in site.publications for edition in publication.editions]
    return {edition.body.digest: edition.body.html for edition in editions}


def seen_on(site: Site, page: Page) -> str:
    """Return all that somebody can read, hear or follow on a page."""
    tree = html.fromstring(render(page, theme(), bodies_of(site)))
    told = [str(text) for text in tree.xpath("//body//text()")]
    told += [str(text) for text in tree.xpath("//body//@alt | //body//@href | //body//@src")]
    return re.sub(r"\s+", " ", " ".join(told))


def text(title: str, *facts: str, body: str = "Teksti.") -> str:
    """Return a file as staff write it."""
    return "\n".join(["---", f"title: {title}", *facts, "---", "", body, ""])


def titles(entries: tuple[object, ...]) -> list[str]:
    return [entry.title.text for entry in entries]  # type: ignore[attr-defined]


SNOW = "releases/2026/03-12-bora"
SNOW_SQ = "sq/komunikata/2026/03/bora/index.html"
DECISION = "decisions/2026/03-02-parkimi"
ACT = ("number: 1/2026", "body: mayor", "adopted: 2026-03-02")


# --- which pages there are ---


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
    assert [link.text for link in view.shell.place.pages] == ["Për ne"]
    assert [link.address for link in view.shell.trail] == ["/zyra/sq/"]


# --- what stays of what goes ---


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
    assert not [path for path in pages if "Emri" in seen_on_any(day_after, pages[path])]


def seen_on_any(site: Site, page: Page) -> str:
    return render(page, theme(), bodies_of(site)).decode()


# --- languages ---


def test_language_switch_stays_on_the_publication(compile_texts: CompileTexts) -> None:
    files = {f"{SNOW}/index.sq.md": text("Bora"), f"{SNOW}/index.tr.md": text("Kar")}
    shell = view_of(pages_of(compile_texts(files)), SNOW_SQ).shell

    assert [(one.tag, one.address, one.current, one.missing) for one in shell.languages] == [
        ("sq", "/zyra/sq/komunikata/2026/03/bora/", True, False),
        ("sr-Latn", "/zyra/sr/saopstenja/2026/03/bora/", False, True),
        ("sr-Cyrl", "/zyra/sr-cyrl/saopstenja/2026/03/bora/", False, True),
        ("tr", "/zyra/tr/bildiriler/2026/03/bora/", False, False),
    ]
    assert [one.tag for one in shell.alternates] == ["sq", "tr"]


def test_language_switch_of_a_list_stays_on_the_list(compile_texts: CompileTexts) -> None:
    pages = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora", "directorate: culture")}))

    for path in (
        "sq/komunikata/2026/03/index.html",
        "tr/mudurlukler/culture/index.html",
        "en/releases/2026/index.html",
    ):
        links = pages[path].view.shell.languages  # type: ignore[union-attr]
        assert [link.tag for link in links] == [one.tag for one in LANGUAGES]
        for link in links:
            assert f"{link.address.removeprefix('/zyra/')}index.html" in pages


def test_words_are_said_in_the_language_of_the_page_as_far_as_somebody_gave_them(
    compile_texts: CompileTexts,
) -> None:
    place = "place: {sq: Prishtinë, sr: Priština}"
    facts = (place, "issued_by: Salla e Kuvendit", "signed_by: Drejtori")
    files = {
        f"{SNOW}/index.{language}.md": text(title, *(facts if language == "sq" else ()))
        for language, title in (("sq", "Bora"), ("sr", "Sneg"), ("tr", "Kar"))
    }
    pages = pages_of(compile_texts(files))
    paths = {
        "sq": SNOW_SQ,
        "sr-Cyrl": "sr-cyrl/saopstenja/2026/03/bora/index.html",
        "tr": "tr/bildiriler/2026/03/bora/index.html",
    }
    said = {
        tag: [
            (value.text, value.lang)  # type: ignore[union-attr]
            for key in ("place", "issued_by", "signed_by")
            for value in view_of(pages, path).common.of(key)
        ]
        for tag, path in paths.items()
    }

    assert said == {
        "sq": [("Prishtinë", None), ("Salla e Kuvendit", None), ("Drejtori", None)],
        "sr-Cyrl": [("Приштина", None), ("Сала Скупштине", None), ("Drejtori", "sq")],
        "tr": [("Prishtinë", "sq"), ("Meclis Salonu", None), ("Drejtori", "sq")],
    }


def test_outdated_translation_says_since_when_and_leads_to_the_original(
    compile_texts: CompileTexts,
) -> None:
    revisions = (
        "revisions:",
        *(f"  - {{on: 2026-03-{day}, note: U ndryshua}}" for day in (14, 18)),
    )
    files = {
        f"{SNOW}/index.sq.md": text("Bora", *revisions),
        f"{SNOW}/index.sr.md": text("Sneg", "revision: 2"),
        f"{SNOW}/index.tr.md": text("Kar", "revision: 3"),
    }
    site = compile_texts(files)
    pages = pages_of(site)
    serbian = view_of(pages, "sr/saopstenja/2026/03/bora/index.html")

    assert serbian.outdated
    assert serbian.outdated.since.isoformat() == "2026-03-18"
    assert serbian.outdated.original.address == "/zyra/sq/komunikata/2026/03/bora/"
    assert view_of(pages, "sr-cyrl/saopstenja/2026/03/bora/index.html").outdated
    assert view_of(pages, "tr/bildiriler/2026/03/bora/index.html").outdated is None
    assert view_of(pages, SNOW_SQ).outdated is None
    assert "18. mart 2026." in seen_on(site, pages["sr/saopstenja/2026/03/bora/index.html"])


def test_minor_correction_makes_no_translation_outdated(compile_texts: CompileTexts) -> None:
    revision = "revisions: [{on: 2026-03-14, note: Gabim shtypi, minor: true}]"
    files = {f"{SNOW}/index.sq.md": text("Bora", revision), f"{SNOW}/index.tr.md": text("Kar")}
    pages = pages_of(compile_texts(files))

    assert view_of(pages, "tr/bildiriler/2026/03/bora/index.html").outdated is None


def test_machine_translation_says_so_until_a_person_has_read_it(
    compile_texts: CompileTexts,
) -> None:
    def turkish(*facts: str) -> str:
        files = {f"{SNOW}/index.sq.md": text("Bora"), f"{SNOW}/index.tr.md": text("Kar", *facts)}
        site = compile_texts(files)
        return seen_on(site, pages_of(site)["tr/bildiriler/2026/03/bora/index.html"])

    remark = theme().messages["tr"]["translated_by_machine"]
    assert remark in turkish("translated_by: machine")
    assert remark not in turkish("translated_by: human")
    assert remark not in turkish()


# --- what belongs together ---


def test_what_waits_for_its_moment_is_neither_linked_nor_named(
    compile_texts: CompileTexts,
) -> None:
    waiting = "releases/2026/03-12-pritet"
    there = f"[atë]({{filename}}/{waiting}/index.sq.md)"
    link = f"Shih {there} dhe [hartën]({{static}}/{waiting}/harta.pdf)."
    files: dict[str, str | bytes | Path | None] = {
        f"{waiting}/index.sq.md": text(
            "Pritet", "embargo: 2026-04-01 08:00", "attachments: [{file: harta.pdf}]"
        ),
        f"{waiting}/harta.pdf": b"%PDF-1.4",
        f"{SNOW}/index.sq.md": text("Bora", f"about: {waiting}", body=link),
    }

    for as_of, is_there in (("2026-04-01T07:59", False), ("2026-04-01T08:00", True)):
        site = compile_texts(files, as_of)
        pages = pages_of(site)
        told = "".join(seen_on_any(site, page) for page in pages.values())
        assert ("Pritet" in told) is is_there
        assert ("2026/03/pritet" in told) is is_there
        assert ("files/releases/2026/03-12-pritet/harta.pdf" in told) is is_there
        assert (site.waiting == 0) is is_there


def test_publications_that_name_each_other_are_linked_from_both_sides(
    compile_texts: CompileTexts,
) -> None:
    session = "sessions/2026/02-20-seanca"
    minutes = "minutes/2026/03-05-procesverbali"
    files = {
        f"{session}/index.sq.md": text("Seanca", "body: assembly", "starts: 2026-03-01 10:00"),
        f"{SNOW}/index.sq.md": text("Bora", f"about: {DECISION}"),
        "releases/2026/03-15-akulli/index.sq.md": text(
            "Akulli", body=f"Shih [vendimin]({{filename}}/{DECISION}/index.sq.md)."
        ),
    }
    for folder, title, facts in (
        (DECISION, "Parkimi", (*ACT, f"decided_in: {session}")),
        (
            "decisions/2026/03-10-parkimi-i-ri",
            "Parkimi i ri",
            ("number: 2/2026", *ACT[1:], f"amends: {DECISION}"),
        ),
        (minutes, "Procesverbali", (f"session: {session}",)),
    ):
        files[f"{folder}/index.sq.md"] = text(title, *facts)
        files[f"{folder}/index.sr.md"] = text(title)
    pages = pages_of(compile_texts(files))

    assert related(view_of(pages, "sq/vendime/2026/03/parkimi/index.html").related) == {
        "amended_by": ["Parkimi i ri"],
        "mentioned_in": ["Akulli", "Bora"],
    }
    assert related(view_of(pages, "sq/seanca/2026/02/seanca/index.html").related) == {
        "decisions": ["Parkimi"],
        "minutes": ["Procesverbali"],
    }
    assert related(view_of(pages, SNOW_SQ).related) == {"about": ["Parkimi"]}
    newer = view_of(pages, "sq/vendime/2026/03/parkimi-i-ri/index.html")
    assert [link.text for link in newer.facts.of("amends")] == ["Parkimi"]  # type: ignore[union-attr]


def related(rows: tuple[Row, ...]) -> dict[str, list[str]]:
    return {row.key: [link.text for link in row.values] for row in rows}  # type: ignore[union-attr]


def test_link_in_a_text_leads_to_the_same_language_or_says_which(
    compile_texts: CompileTexts,
) -> None:
    link = f"[lidhja]({{filename}}/{SNOW}/index.sq.md)"
    files = {
        f"{SNOW}/index.sq.md": text("Bora"),
        f"{SNOW}/index.tr.md": text("Kar"),
        "releases/2026/03-15-akulli/index.sq.md": text("Akulli", body=link),
        "releases/2026/03-15-akulli/index.tr.md": text("Buz", body=link),
        "releases/2026/03-15-akulli/index.en.md": text("Ice", body=link),
    }
    site = compile_texts(files)
    pages = pages_of(site)

    assert 'href="/zyra/sq/komunikata/2026/03/bora/"' in seen_on_any(
        site, pages["sq/komunikata/2026/03/akulli/index.html"]
    )
    assert 'href="/zyra/tr/bildiriler/2026/03/bora/"' in seen_on_any(
        site, pages["tr/bildiriler/2026/03/akulli/index.html"]
    )
    assert 'href="/zyra/sq/komunikata/2026/03/bora/" hreflang="sq"' in seen_on_any(
        site, pages["en/releases/2026/03/akulli/index.html"]
    )


# --- lists ---


def test_home_lists_nothing_twice(compile_texts: CompileTexts) -> None:
    files = {
        "invitations/2026/03-12-takimi/index.sq.md": text("Takimi", "starts: 2026-04-02 10:00"),
        "consultations/2026/03-12-uji/index.sq.md": text(
            "Uji", "opens: 2026-03-12", "closes: 2026-04-12"
        ),
        f"{SNOW}/index.sq.md": text("Bora"),
    }
    home = pages_of(compile_texts(files))["sq/index.html"].view

    assert isinstance(home, HomeView)
    assert [titles(some) for some in (home.upcoming, home.open_now, home.latest)] == [
        ["Takimi"],
        ["Uji"],
        ["Bora"],
    ]


def test_home_shows_the_newest_twelve_and_a_section_the_newest_twenty(
    compile_texts: CompileTexts,
) -> None:
    files = {
        f"releases/2026/03-{day:02}-bora-{day}/index.sq.md": text(f"Bora {day}")
        for day in range(1, 26)
    }
    pages = pages_of(compile_texts(files))
    home, section = pages["sq/index.html"].view, pages["sq/komunikata/index.html"].view
    month = pages["sq/komunikata/2026/03/index.html"].view

    assert isinstance(home, HomeView)
    assert isinstance(section, ListView)
    assert isinstance(month, MonthView)
    assert titles(home.latest) == [f"Bora {day}" for day in range(25, 13, -1)]
    assert titles(section.entries) == [f"Bora {day}" for day in range(25, 5, -1)]
    assert titles(month.entries) == [f"Bora {day}" for day in range(25, 0, -1)]


def test_index_of_tags_follows_the_alphabet_of_the_language(compile_texts: CompileTexts) -> None:
    tags = "tags: zogjtë, çmimet, dhjami, Arnishta, druri, xhamia, xixa"
    pages = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora", tags)}))
    albanian, cyrillic = (
        pages[path].view for path in ("sq/etiketa/index.html", "sr-cyrl/oznake/index.html")
    )

    assert isinstance(albanian, IndexView)
    assert isinstance(cyrillic, IndexView)
    assert [link.text for link in albanian.links] == (
        "Arnishta çmimet druri dhjami xixa xhamia zogjtë".split()
    )
    assert "Арниште" in [link.text for link in cyrillic.links]


# --- facts ---


# The dateline of what has no date, and the tags of what stands in no list.
NOT_ON_A_PAGE = ("place", "time", "tags")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_fact_that_was_stated_is_on_the_page(kind: Kind, compile_texts: CompileTexts) -> None:
    filler = Filler(kind, theme().voices["sq"])
    site = compile_texts(filler.write(), filled.AS_OF)
    publication = site.by_folder[filler.folder]
    path = "sq/plot" if kind.name == "page" else f"sq/{kind.sections[0]}/2026/03/plot"
    page = seen_on(site, pages_of(site)[f"{path}/index.html"])

    unseen = [(key, shown) for key, shown in filler.shown if shown not in page]
    assert [key for key, _ in unseen if kind.name != "page" or key not in NOT_ON_A_PAGE] == []
    assert publication.kind is kind
    assert len(filler.shown) > 25


def test_every_field_was_filled_so_that_none_can_be_forgotten() -> None:
    for kind in KINDS:
        filler = Filler(kind, theme().voices["sq"])
        filler.write()
        stated = {key.partition(".")[0] for key, _ in filler.shown}
        wanted = {*types_of(kind.facts), *types_of(Common)} - {*filled.UNSTATED, *filled.UNSHOWN}
        assert wanted <= stated
