"""What a change of one publication makes anew on the thread of its matter, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from tests.build.workplace import Workplace, differences, tree_of

ASKED = "consultations/2026/02-10-parkimi/index.sq.md"
ACT = "sq/rregullore/2026/03/parkimi/index.html"
OTHER_ACT = "sq/vendime/2026/02/oraret/index.html"


def test_another_title_is_on_all_pages_of_its_thread_and_on_no_other_matter(
    tmp_path: Path,
) -> None:
    place = Workplace(tmp_path)
    place.build()
    before = tree_of(place.output)
    file = place.content / ASKED
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: Konsultim", "title: Pyetje", 1), "utf-8")

    place.build()
    changed = differences(tree_of(place.output), before)

    assert ACT in changed
    assert OTHER_ACT not in changed
    assert differences(tree_of(place.output), place.build_from_nothing()) == []
