"""A short address is printed once and leads on for ever, to every language of a publication."""

from __future__ import annotations

from itertools import count

from tellal.domain.short import SIGNS, short_name_of
from tellal.domain.values import Reference
from tellal.pages.views import FormsView, PublicationView, ShortView
from tests.conftest import CompileTexts, Files, FindingsOf
from tests.pages.told import SNOW, pages_of, text

NAME = short_name_of(Reference(SNOW))
PATH = f"k/{NAME}/index.html"
BOTH: Files = {f"{SNOW}/index.sq.md": text("Bora"), f"{SNOW}/index.sr.md": text("Sneg")}


def test_page_leads_to_each_language_by_its_title_there(compile_texts: CompileTexts) -> None:
    view = pages_of(compile_texts(BOTH))[PATH].view

    assert isinstance(view, ShortView)
    assert [(tag, address, title) for tag, _, address, title in view.names] == [
        ("sq", "/zyra/sq/komunikata/2026/03/bora/", "Bora"),
        ("sr-Latn", "/zyra/sr/saopstenja/2026/03/bora/", "Sneg"),
        ("sr-Cyrl", "/zyra/sr-cyrl/saopstenja/2026/03/bora/", "Снег"),
    ]
    assert view.canonical == "https://x.example/zyra/sq/komunikata/2026/03/bora/"


def test_page_and_its_sheet_say_it_for_paper(compile_texts: CompileTexts) -> None:
    pages = pages_of(compile_texts(BOTH))
    views = [page.view for page in pages.values()]

    said = [view.short for view in views if isinstance(view, PublicationView | FormsView)]
    assert len(said) == 6
    assert set(said) == {f"https://x.example/zyra/k/{NAME}"}


def test_what_is_withdrawn_keeps_it_and_what_has_expired_keeps_it_without_a_title(
    compile_texts: CompileTexts,
) -> None:
    gone = "withdrawn: {on: 2026-03-20, reason: in_error}"
    for fact, title in ((gone, "Bora"), ("expires: 2026-03-20", "Komunikatë për media")):
        view = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora", fact)}))[PATH].view

        assert isinstance(view, ShortView)
        assert [name[3] for name in view.names] == [title]


def test_what_waits_for_its_moment_has_none_yet(compile_texts: CompileTexts) -> None:
    waiting = text("Bora", "publish_at: 2026-04-02 12:00")

    assert PATH not in pages_of(compile_texts({f"{SNOW}/index.sq.md": waiting}))


def test_page_without_a_day_has_none(compile_texts: CompileTexts) -> None:
    pages = pages_of(compile_texts({"pages/kontakti/index.sq.md": text("Kontakti")}))

    assert not [path for path in pages if path.startswith("k/")]


def test_signs_cannot_be_taken_for_each_other() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 31
    assert not set(SIGNS) & set("01ilo")


def test_name_is_that_of_the_folder_and_changes_with_nothing_else() -> None:
    assert short_name_of(Reference("releases/2019/09-12-snow")) == "s9cxzt"


def test_two_publications_cannot_have_the_same(findings_of: FindingsOf) -> None:
    seen: dict[str | None, str] = {}
    for number in count():
        folder = f"releases/2026/03-12-a{number}"
        other = seen.setdefault(short_name_of(Reference(folder)), folder)
        if other != folder:
            break

    found = findings_of({f"{one}/index.sq.md": text("Bora") for one in (folder, other)})

    assert [line.rpartition(" ")[2] for line in found] == ["[address-twice]"]
    assert "/k/" in found[0]
