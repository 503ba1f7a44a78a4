"""Acts turn by themselves, and by other acts: a later build makes just the pages that show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellal.compiler.report import Report
from tests.build.workplace import Workplace, differences, tree_of
from tests.pages.told import text

FIRST = "regulations/2025/05-12-parkimi"
SECOND = "regulations/2025/06-16-ndryshimi"
CITING = "releases/2025/05-20-parkingjet"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """Give an office with an act, one that amends it from 1 July on, and a text that cites it."""
    place = Workplace(tmp_path, as_of="2025-06-30T12:00")
    write(place, FIRST, "Parkimi", "number: 07/2025", "in_force: 2025-06-01")
    write(place, SECOND, "Ndryshimi", "number: 08/2025", "in_force: 2025-07-01", f"amends: {FIRST}")
    body = "Sipas nenit 1 të Rregullores nr. 07/2025 parkingu paguhet."
    (place.content / CITING).mkdir(parents=True)
    (place.content / CITING / "index.sq.md").write_text(text("Parkingjet", body=body), "utf-8")
    place.build()
    return place


def write(place: Workplace, folder: str, title: str, *facts: str) -> None:
    (place.content / folder).mkdir(parents=True, exist_ok=True)
    header = ("body: assembly", "adopted: 2025-05-10", *facts)
    for name, some, article in (("sq", header, "Neni"), ("sr", (), "Član")):
        told = text(title, *some, body=f"## {article} 1\n\n1. {title}.")
        (place.content / folder / f"index.{name}.md").write_text(told, "utf-8")


def written_by(place: Workplace) -> tuple[set[str], Report]:
    """Build, and return the files that were written; the output is that of a build from nothing."""
    before = tree_of(place.output)
    report = place.build()
    after = tree_of(place.output)
    assert differences(after, place.build_from_nothing()) == []
    return set(differences(before, after)), report


def page(place: Workplace, path: str) -> str:
    return (place.output / path / "index.html").read_text("utf-8")


def test_entry_into_force_turns_the_amending_act_the_amended_one_and_their_lists(
    place: Workplace,
) -> None:
    assert "state-act-amended" not in page(place, "sq/rregullore/2025/05/parkimi")
    place.as_of = "2025-07-01T00:00"

    written, report = written_by(place)

    assert "state-act-amended" in page(place, "sq/rregullore/2025/05/parkimi")
    assert "state-act-amended" in page(place, "sq/rregullore/2025/05")
    assert "sq/rregullore/2025/06/ndryshimi/index.html" in written
    assert not [path for path in written if "/komunikata/" in path or "/vendime/" in path]
    assert report.rendered < report.pages / 3


def test_day_on_which_nothing_turns_makes_nothing(place: Workplace) -> None:
    place.as_of = "2025-06-30T23:59"

    assert written_by(place)[1].rendered == 0


def test_second_act_of_a_number_takes_the_link_from_who_cites_it(place: Workplace) -> None:
    link = 'href="/zyra/sq/rregullore/2025/05/parkimi/#art-1"'
    cites = "sq/komunikata/2025/05/parkingjet"
    assert link in page(place, cites)
    assert "parkingjet" in page(place, "sq/rregullore/2025/05/parkimi")

    (place.content / SECOND / "index.sq.md").write_text(
        (place.content / SECOND / "index.sq.md")
        .read_text("utf-8")
        .replace("number: 08/2025", "number: 7/2025"),
        "utf-8",
    )
    written_by(place)

    assert link not in page(place, cites)
    assert "nenit 1 të Rregullores nr. 07/2025 parkingu" in page(place, cites)
    assert "parkingjet" not in page(place, "sq/rregullore/2025/05/parkimi")


def test_other_words_in_the_original_stand_beside_every_translation(place: Workplace) -> None:
    file = place.content / FIRST / "index.sq.md"
    file.write_text(file.read_text("utf-8").replace("1. Parkimi.", "1. Parkingu."), "utf-8")

    written, report = written_by(place)

    beside = {"sq/rregullore/2025/05/parkimi/krahas", "sr/uredbe/2025/05/parkimi/uporedo"}
    names = {path.removeprefix("./") for path in written}
    assert {f"{path}/index.html" for path in beside} <= names
    assert "Parkingu." in page(place, "sr-cyrl/uredbe/2025/05/parkimi/uporedo")
    assert "search/sq/quarter/0.js" in names  # the new word is found
    assert "search/sq/ir5.js" in names  # as the text begins with it
    assert report.rendered == len(written) == 12  # four pages, six feeds, two files of the search
