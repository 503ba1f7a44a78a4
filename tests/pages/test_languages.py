"""A page is in one language, stays on its subject in the others, and hides no doubt."""

from __future__ import annotations

from tellal.domain.languages import LANGUAGES
from tests.conftest import CompileTexts
from tests.pages.told import SNOW, SNOW_SQ, pages_of, seen_on, text, theme, view_of


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
