"""A browser of five years ago and more: style and script use nothing that it lacks and needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.once import Once
from tests.outputs.sheets import Used, as_seen_by, table, used_in

OLD = 88
"""Chromium of January 2021. Whoever has an older one reads the pages, too, perhaps less neatly."""


@pytest.fixture(scope="module")
def folder(once: Once) -> Path:
    return once.golden().folder


@pytest.fixture(scope="module")
def sheets(folder: Path) -> list[str]:
    found = [file.read_text("utf-8") for file in sorted((folder / "theme/css").rglob("*.css"))]
    assert found
    return found


def test_every_feature_of_the_style_sheets_is_one_whose_age_we_know(sheets: list[str]) -> None:
    used = {(one.what, one.name) for sheet in sheets for one in used_in(sheet)}

    assert sorted(used - set(table())) == []


def test_what_an_old_browser_lacks_is_guarded_or_missed_by_nobody(sheets: list[str]) -> None:
    known = table()
    for sheet in sheets:
        for one in used_in(sheet):
            feature = known[one.what, one.name]
            assert feature.chromium <= OLD or one.guarded or feature.without, feature


@pytest.mark.parametrize(("what", "ending"), [("script", "*.js"), ("markup", "*.html")])
def test_scripts_and_pages_use_nothing_newer_that_is_missed(
    folder: Path, what: str, ending: str
) -> None:
    newer = [one for one in table().values() if one.what == what and one.chromium > OLD]
    missed = [feature for feature in newer if not feature.without]
    for file in folder.rglob(ending):
        text = file.read_text("utf-8")
        assert [one.name for one in missed if one.name in text] == [], file


def test_newer_features_are_found_wherever_they_stand() -> None:
    sheet = """
    @layer parts { .a { color: color-mix(in oklch, red 20%, blue); block-size: 50dvh } }
    @media (width >= 40rem) { .b:has(p) { text-wrap: balance } }
    @supports (text-wrap: pretty) { .c { text-wrap: pretty } }
    """

    assert {*used_in(sheet)} >= {
        Used("at-rule", "@layer"),
        Used("function", "color-mix"),
        Used("unit", "dvh"),
        Used("media", "width"),
        Used("selector", ":has"),
        Used("property", "text-wrap"),
        Used("property", "text-wrap", guarded=True),
    }


def test_old_browser_passes_over_what_it_does_not_know() -> None:
    sheet = "@media print { .a:has(b), i { color: red } .c { text-wrap: balance; color: red } }"

    seen = as_seen_by(OLD, sheet)

    assert "has" not in seen
    assert "text-wrap" not in seen
    assert seen.count("color: red") == 1
    assert seen.startswith("@media print {")
