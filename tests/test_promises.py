"""Promises that hold for any content: Hypothesis looks for the one that breaks them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tellal.domain.editions import Body, Edition, Publication
from tellal.domain.facts import KINDS, Facts, Notice, Release, StandingPage
from tellal.domain.languages import LANGUAGES
from tellal.domain.office import Office
from tellal.domain.publication import Common, Standing, TranslatedBy
from tellal.domain.values import Key, Reference, Words
from tellal.outputs.catalogues import compile_words
from tellal.outputs.language import EVERY, language_of_page
from tellal.outputs.render import Theme, open_theme, render
from tellal.pages.page import Page
from tellal.pages.plan import plan_pages
from tellal.pages.views import MissingView, PublicationView
from tellal.reading.office import read_office
from tellal.reading.scan import Source
from tellal.reading.texts import read_edition
from tellal.site.site import Site, build_site
from tests.golden.accept import CONTENT, ROOT

ZONE = ZoneInfo("Europe/Belgrade")
AS_OF = datetime(2026, 3, 31, 12, 0, tzinfo=ZONE)
URL = "https://lug.example"
FACTS: dict[str, Facts] = {"releases": Release(), "notices": Notice(), "pages": StandingPage()}
KIND = {kind.collection: kind for kind in KINDS}


@cache
def office() -> Office:
    found, findings = read_office(CONTENT)
    assert found
    assert not findings
    return found


@cache
def theme() -> Theme:
    return open_theme(ROOT / "theme", compile_words(ROOT / "theme", office().languages))


def site_of(found: list[Publication]) -> Site:
    texts = {edition.body.digest: "" for one in found for edition in one.editions}
    return build_site(found, office(), AS_OF, texts)


def pages_of(found: list[Publication]) -> list[Page]:
    return list(plan_pages(site_of(found), URL, theme().messages))


names = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True)
texts = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=60)
tags = st.sets(st.sampled_from([language.tag for language in LANGUAGES]), min_size=1)


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    """Draw a publication that reading could have made."""
    collection = draw(st.sampled_from(sorted(FACTS)))
    name = draw(names)
    day = draw(st.dates(datetime(2025, 11, 1).date(), AS_OF.date()))
    folder = f"pages/{name}" if collection == "pages" else f"{collection}/{day:%Y/%m-%d}-{name}"
    reference = Reference(folder)
    order = [language.tag for language in LANGUAGES]
    languages = sorted(draw(tags), key=order.index)
    common = Common(
        date=reference.date,
        directorate=draw(st.sampled_from([None, Key("education"), Key("urbanism")])),
        tags=tuple(draw(st.sets(st.sampled_from(["arsimi", "uji"])))),
        place=Words((("sq", draw(texts)),)),
    )
    editions = tuple(
        Edition(
            tag=tag,
            title=draw(texts),
            summary=draw(st.none() | texts),
            slug=name,
            former_slugs=(),
            body=Body(name),
            standing=Standing.ORIGINAL if tag == languages[0] else Standing.TRANSLATION,
            revision=1,
            translated_by=TranslatedBy.HUMAN,
            path=f"{folder}/index.md",
        )
        for tag in languages
    )
    return Publication(
        reference=reference,
        kind=KIND[collection],
        common=common,
        facts=FACTS[collection],
        original=languages[0],
        editions=editions,
        files=(),
    )


collections = st.lists(publications(), max_size=5, unique_by=lambda p: p.reference.folder)
few = st.lists(publications(), max_size=2, unique_by=lambda p: p.reference.folder)


@settings(max_examples=25, report_multiple_bugs=False)
@given(collections)
def test_no_two_pages_share_a_path(found: list[Publication]) -> None:
    paths = [page.path for page in pages_of(found)]

    assert len({path.casefold() for path in paths}) == len(paths)


@settings(max_examples=25, report_multiple_bugs=False)
@given(collections)
def test_every_edition_has_exactly_one_page_in_its_language(found: list[Publication]) -> None:
    pages = pages_of(found)

    shown = [
        (page.view.shell.place.tag, page.path, page.view.shell.title)
        for page in pages
        if isinstance(page.view, PublicationView)
    ]
    wanted = [(edition.tag, edition.title) for p in found for edition in p.editions]
    assert sorted((tag, title) for tag, _, title in shown) == sorted(wanted)
    missing = [page for page in pages if isinstance(page.view, MissingView)]
    assert all(page.view.editions for page in missing)  # type: ignore[union-attr]


@settings(max_examples=25, report_multiple_bugs=False)
@given(collections, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(
    found: list[Publication], chance: random.Random
) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)

    assert pages_of(found) == pages_of(shuffled)


@settings(max_examples=5)
@given(few)
def test_no_text_breaks_a_page(found: list[Publication]) -> None:
    bodies = {edition.body.digest: "<p>…</p>" for p in found for edition in p.editions}

    for page in pages_of(found):
        if language_of_page(page) == EVERY:  # a kit is packed, of texts that are rendered besides
            continue
        data = render(page, theme(), bodies)
        assert data == render(page, theme(), bodies)
        if page.path.endswith(".html"):
            assert data.count(b"<h1") == data.count(b"</html>") == 1


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    source = Source("notices/2026/03-12-x/index.sq.md", "notices/2026/03-12-x", "index.sq.md")

    edition, findings = read_edition(source, f"---\ntitle: x\n---\n{text}", ZONE)
    read_edition(source, text, ZONE)

    assert edition or findings


@settings(max_examples=25, report_multiple_bugs=False)
@given(collections)
def test_a_new_publication_changes_only_its_own_lists(found: list[Publication]) -> None:
    """Only month, year, section, home, its own page, and its directorate, tags and feeds change."""
    if not found:
        return
    new, *others = found
    before = {page.path: page for page in pages_of(others)}
    after = {page.path: page for page in pages_of(found)}
    if _frame(before.values()) != _frame(after.values()):
        return  # the first of its section: the menu of every page has a new entry
    if _feeds(before) != _feeds(after):
        return  # the first of its language: every page of the list names a new feed
    on = new.reference.date

    for path, page in after.items():
        if before.get(path) == page or on is None:
            continue
        months = [part for part in Path(path).parts[2:4] if part.isdigit()]
        assert not months or int(months[0]) == on.year, path
        assert len(months) < 2 or int(months[1]) == on.month, path


def _feeds(paths: Iterable[str]) -> set[str]:
    return {path for path in paths if "/feeds/" in path}


def _frame(pages: object) -> set[object]:
    return {
        page.view.shell.place
        for page in pages  # type: ignore[attr-defined]
        if hasattr(page.view, "shell")
    }
