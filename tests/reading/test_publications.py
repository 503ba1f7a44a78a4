"""One original states the facts; its translations, scripts and revisions stand around it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellal.checks import check_all
from tellal.desk.speech import finding_line
from tellal.domain.editions import Publication
from tellal.domain.facts import KINDS, Kind
from tellal.domain.findings import Finding
from tellal.domain.office import Office
from tellal.domain.publication import Common, Standing, Wording
from tellal.reading.content import Content
from tellal.reading.office import read_office
from tellal.reading.publications import publication_of
from tellal.reading.scan import Source
from tellal.reading.schema import types_of
from tellal.reading.source_text import text_of
from tellal.reading.texts import EditionText, read_edition
from tellal.site.site import Site
from tests.conftest import OFFICE, CompileTexts, FindingsOf, parsed

FOLDER = "releases/2026/03-12-bora"


def edition(
    language: str, header: str = "title: x", body: str = "Teksti."
) -> dict[str, str | bytes]:
    return {f"{FOLDER}/index.{language}.md": f"---\n{header}\n---\n\n{body}\n"}


def only(site: Site) -> Publication:
    (publication,) = site.publications
    return publication


def standings(publication: Publication) -> dict[str, str]:
    return {edition.tag: edition.standing.value for edition in publication.editions}


def test_original_is_the_edition_in_the_first_language_of_the_office(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(
        {**edition("tr"), **edition("sq", "title: Bora\nplace: Arnishta"), **edition("sr")}
    )

    publication = only(site)

    assert publication.original == "sq"
    assert publication.path == f"{FOLDER}/index.sq.md"
    assert standings(publication) == {
        "sq": "original",
        "sr-Latn": "translation",
        "sr-Cyrl": "derived",
        "tr": "translation",
    }


def test_original_is_the_next_language_of_the_office_where_the_first_is_missing(
    compile_texts: CompileTexts,
) -> None:
    card = (OFFICE / "office.yaml").read_text("utf-8").replace("[sq, sr, tr, en]", "[sq, tr, sr]")

    site = compile_texts({"office/office.yaml": card, **edition("sr"), **edition("tr")})

    assert only(site).original == "tr"


def test_original_is_the_edition_that_says_so(compile_texts: CompileTexts) -> None:
    site = compile_texts(
        {**edition("sq"), **edition("tr", "title: Kar\noriginal: true\nplace: Arnişte")}
    )

    publication = only(site)

    assert publication.original == "tr"
    assert publication.common.place is not None
    assert publication.common.place.pairs == (("tr", "Arnişte"),)


def test_date_is_that_of_the_folder_unless_the_text_gives_one(compile_texts: CompileTexts) -> None:
    assert only(compile_texts(edition("sq"))).common.date == date(2026, 3, 12)

    stated = compile_texts(edition("sq", "title: Bora\ndate: 11.03.2026"))

    assert only(stated).common.date == date(2026, 3, 11)


def test_page_has_no_date(compile_texts: CompileTexts) -> None:
    site = compile_texts({"pages/kontakti/index.sq.md": "---\ntitle: Kontakti\n---\nTeksti.\n"})

    assert only(site).common.date is None
    assert only(site).reference.short_name == "kontakti"


REVISED = (
    "title: Bora\nrevisions:\n  - on: 2026-03-13\n    note: a\n  - on: 2026-03-14\n    note: b"
)


@pytest.mark.parametrize(
    ("revisions", "rendered", "standing"),
    [
        (REVISED, "", Standing.OUTDATED),
        (REVISED, "\nrevision: 2", Standing.OUTDATED),
        (REVISED, "\nrevision: 3", Standing.TRANSLATION),
        (f"{REVISED}\n    minor: true", "\nrevision: 2", Standing.TRANSLATION),
        (f"{REVISED}\n    minor: true", "", Standing.OUTDATED),
        ("title: Bora", "", Standing.TRANSLATION),
    ],
    ids=["first", "second", "last", "only-a-minor-one-is-missing", "more-is-missing", "none"],
)
def test_translation_is_outdated_once_the_original_changed_in_more_than_trifles(
    revisions: str, rendered: str, standing: Standing, compile_texts: CompileTexts
) -> None:
    site = compile_texts({**edition("sq", revisions), **edition("tr", f"title: Kar{rendered}")})

    translation = only(site).edition("tr")

    assert translation is not None
    assert translation.standing is standing


def test_derived_script_of_an_outdated_translation_is_outdated_too(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts({**edition("sq", REVISED), **edition("sr", "title: Sneg")})

    assert standings(only(site)) == {
        "sq": "original",
        "sr-Latn": "outdated",
        "sr-Cyrl": "outdated",
    }


def test_original_is_of_the_last_revision(compile_texts: CompileTexts) -> None:
    assert only(compile_texts(edition("sq", REVISED))).first.revision == 3


def test_serbian_is_published_in_both_scripts_whichever_it_is_written_in(
    compile_texts: CompileTexts,
) -> None:
    latin = compile_texts(edition("sr", "title: Njegoš", "## Član 1\n\nŽivot."))
    cyrillic = compile_texts(edition("sr", "title: Његош", "## Члан 1\n\nЖивот."))

    for site, written in ((latin, "sr-Latn"), (cyrillic, "sr-Cyrl")):
        publication = only(site)
        assert publication.original == written
        assert [(e.tag, e.title) for e in publication.editions] == [
            ("sr-Latn", "Njegoš"),
            ("sr-Cyrl", "Његош"),
        ]
        texts = [site.shelf.text(edition.body.digest) for edition in publication.editions]
        assert ["".join(parsed(text).itertext()).split() for text in texts] == [
            ["Član", "1", "Život."],
            ["Члан", "1", "Живот."],
        ]


def test_file_of_a_script_goes_before_the_derived_text(compile_texts: CompileTexts) -> None:
    site = compile_texts(
        {
            **edition("sr", "title: Sneg\nplace: Arnište", "Sneg."),
            **edition("sr-Cyrl", "title: Снијег", "Снијег."),
        }
    )

    publication = only(site)

    assert publication.original == "sr-Latn"
    assert [(e.tag, e.title, e.standing.value) for e in publication.editions] == [
        ("sr-Latn", "Sneg", "original"),
        ("sr-Cyrl", "Снијег", "original"),
    ]


def test_file_of_a_script_goes_before_a_text_written_in_that_script(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(
        {**edition("sr", "title: Снег", "Текст."), **edition("sr-Cyrl", "title: Снијег", "Текст.")}
    )

    assert [(e.tag, e.title) for e in only(site).editions] == [
        ("sr-Latn", "Sneg"),
        ("sr-Cyrl", "Снијег"),
    ]


def test_facts_in_a_file_of_a_script_are_refused_like_in_any_translation(
    findings_of: FindingsOf,
) -> None:
    lines = findings_of({**edition("sr"), **edition("sr-Cyrl", "title: Х\nplace: Арниште")})

    assert [line.rpartition(" ")[2] for line in lines] == ["[facts-in-translation]"]


def test_both_scripts_share_one_slug(compile_texts: CompileTexts) -> None:
    site = compile_texts(edition("sr", "title: Sneg\nslug: sneg"))

    assert [e.slug for e in only(site).editions] == ["sneg", "sneg"]


def test_slug_is_the_short_name_of_the_folder_so_that_a_corrected_title_moves_nothing(
    compile_texts: CompileTexts,
) -> None:
    before, after = (only(compile_texts(edition("sq", f"title: {t}"))) for t in ("Bora", "Akulli"))

    assert before.first.slug == after.first.slug == "bora"


def test_unreadable_publication_is_no_second_finding_for_who_names_it(
    findings_of: FindingsOf,
) -> None:
    link = f"[Bora]({{filename}}/{FOLDER}/index.sq.md)"
    page = f"---\ntitle: A\nabout: {FOLDER}\n---\n\n{link}\n"

    lines = findings_of({**edition("sq", "title: Bora\nexpires: dje"), "pages/a/index.sq.md": page})

    assert [line.partition(":")[0] for line in lines] == [f"{FOLDER}/index.sq.md"]


def test_all_findings_of_all_files_are_said_at_once(findings_of: FindingsOf) -> None:
    lines = findings_of(
        {
            **edition("sq", "title: Bora\nexpires: dje\nplaces: x"),
            **edition("tr", "title: Kar\nplace: Arnişte", body=""),
            "notices/2026/03-12-uji/index.sq.md": "Uji.",
            "releases/x.md": "",
        }
    )

    assert len(lines) == 6
    assert len({line.partition(":")[0] for line in lines}) == 4


KEYS = sorted(
    {"title", "contact.x", "xyz", *types_of(Common), *types_of(Wording)}
    | {key for kind in KINDS for key in types_of(kind.facts)}
)
VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *(
                "2026-03-12",
                "9999-12-31",
                "0001-01-01 00:00",
                "2099-12-31 23:59",
                "31.03.2019 02:30",
            ),
            *("12:30", "0:12:30", "007", "true", "assembly", "email", "open", "draft", "refused"),
            *(
                "pages/x",
                "https://example.org/",
                "a, b",
                "[a, b]",
                "[a",
                "{a: b}",
                "*a",
                '"',
                "“x”",
            ),
            *(
                "\n  - a\n  - b: c",
                "\n  sq: a\n  sr: b",
                "\n  - - - a",
                "\n  on: 2026-03-12",
                "|\n  a",
            ),
            *("\n  - file: a.jpg\n    alt: x", "\n  - title: x\n    votes:\n      in_favour: 1"),
        ]
    ),
)
LINES = st.tuples(st.sampled_from(KEYS), VALUES).map(": ".join)
FRONT = st.lists(LINES, max_size=8).map("\n".join)
BODY = st.text(max_size=20)


@cache
def the_office() -> Office:
    office, _ = read_office(OFFICE.parent)
    assert office is not None
    return office


@settings(max_examples=200)
@given(kind=st.sampled_from(KINDS), texts=st.lists(st.tuples(FRONT, BODY), min_size=2, max_size=2))
def test_no_facts_break_the_reader_or_the_checks(kind: Kind, texts: list[tuple[str, str]]) -> None:
    folder = "pages/x" if kind.name == "page" else f"{kind.collection}/2026/03-12-x"
    office = the_office()
    editions: list[EditionText] = []
    found: list[Finding] = []
    for language, (front, body) in zip(("sq", "sr"), texts, strict=True):
        source = Source(f"{folder}/index.{language}.md", folder, f"index.{language}.md")
        text, _ = text_of(f"---\n{front}\n---\n{body}".encode("utf-8", "replace"), source.path)
        edition, findings = read_edition(source, text or "", ZoneInfo("Europe/Belgrade"))
        editions += [edition] if edition else []
        found += findings
    if editions:
        draft = publication_of(editions, (), office)
        read = (draft.publication,) if draft.publication else ()
        content = Content(office, read, draft.texts, frozenset([folder]))
        found += [*draft.findings, *check_all(content, office, datetime(2026, 3, 31, tzinfo=UTC))]

    assert all(finding_line(one, "", language) for one in found for language in ("sq", "en"))
