"""What texts said before, in builds that follow one another: git is asked when it must be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.workplace import Workplace, differences, tree_of

FOLDER = "releases/2026/03-12-bora"
PAGE, COMPARED = "sq/komunikata/2026/03/bora", "sq/komunikata/2026/03/bora/ndryshimet/index.html"
TEXT = "---\ntitle: Bora\n{facts}---\n\n{text}\n"
REVISIONS = "revisions:\n  - on: 2026-03-13\n    note: Bursat janë 90.\n"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    """Give a place with a release of which the first text was committed and the second was not."""
    place = Workplace(tmp_path)
    write(place, "U ndanë 120 bursa.")
    assert place.history.folder == tmp_path
    write(place, "U ndanë 90 bursa.", REVISIONS)
    place.build()
    yield place
    assert differences(tree_of(place.output), place.build_from_nothing()) == []


def write(place: Workplace, text: str, facts: str = "") -> None:
    file = place.content / FOLDER / "index.sq.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEXT.format(text=text, facts=facts), "utf-8")


def commit(place: Workplace, *words: str) -> None:
    place.history.git("add", "content")
    place.history.git("commit", "-qm", "Ndrysho", *words, at="2026-03-13T12:00:00+01:00")


def compared(place: Workplace) -> str:
    html = (place.output / COMPARED).read_text("utf-8")
    return html.partition("<main")[2].partition("</main>")[0]


def test_page_compares_both_wordings_and_says_so_without_colours(place: Workplace) -> None:
    page = compared(place)

    assert '<del><span class="hidden">[hequr: </span>120<span class="hidden">]</span></del>' in page
    assert '<ins><span class="hidden">[shtuar: </span>90<span class="hidden">]</span></ins>' in page
    assert "Bursat janë 90." in page
    assert (
        f'href="/zyra/{PAGE}/ndryshimet/#v-2"' in (place.output / PAGE / "index.html").read_text()
    )


def test_to_commit_what_was_built_makes_nothing_anew(place: Workplace) -> None:
    commit(place)

    report = place.build()

    assert report.written == report.deleted == 0
    assert place.build().rendered == 0


def test_a_history_that_was_rewritten_is_read_again(place: Workplace) -> None:
    write(place, "U ndanë 110 bursa.")
    commit(place, "--amend")
    write(place, "U ndanë 90 bursa.", REVISIONS)

    assert place.build().written == 1
    assert "110" in compared(place)
    assert "120" not in compared(place)


def test_without_its_first_commit_nothing_is_compared(place: Workplace) -> None:
    (place.root / ".git").rename(place.root / ".git-elsewhere")

    assert place.build().deleted == 1
    assert not (place.output / COMPARED).exists()
    assert (
        "Teksti i mëparshëm nuk është ruajtur" in (place.output / PAGE / "index.html").read_text()
    )


def test_a_reason_against_comparing_takes_the_old_wording_away(place: Workplace) -> None:
    reason = "    no_comparison: Përmbante një emër.\n"
    write(place, "U ndanë 90 bursa.", REVISIONS + reason)

    place.build()

    assert not (place.output / COMPARED).exists()
    page = (place.output / PAGE / "index.html").read_text("utf-8")
    assert "Teksti i mëparshëm nuk shfaqet: Përmbante një emër." in page
    assert place.store.read_bytes().count("U ndanë 120 bursa".encode()) == 0
