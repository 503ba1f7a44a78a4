"""How complete each language is: every figure is the length of its list, and all adds up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.site.figures import Measure
from tellal.site.parity import parity_rows
from tests.accounts import SMALL, figures_of, release
from tests.conftest import OFFICE, CompileTexts

RATES = (Measure.PER_DAY, Measure.PERCENT)
MOMENTS = ("", "translated_at: 2026-03-10 12:00", "translated_at: 2026-03-30 08:00")


def test_each_language_knows_what_is_there_missing_and_derived(compile_texts: CompileTexts) -> None:
    rows = {(row.year, row.kind.name): row for row in parity_rows(compile_texts(SMALL), "sr-Cyrl")}

    releases = rows[2026, "release"].parity
    assert releases.missing == ("releases/2026/03-16-bora",)
    assert releases.derived == ("releases/2026/03-02-uji", "releases/2026/03-09-rruga")
    assert releases.silent == ("releases/2026/03-09-rruga",)
    assert rows[2025, "release"].parity.present == 0


def test_days_are_those_of_the_calendar_and_the_same_day_is_none(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(SMALL)

    by_tag = {tag: parity_rows(site, tag)[0].parity.days for tag in ("sr-Latn", "tr")}

    assert by_tag == {
        "sr-Latn": {"releases/2026/03-02-uji": 0},
        "tr": {"releases/2026/03-02-uji": 3},
    }


def test_a_translation_of_an_older_text_is_outdated(compile_texts: CompileTexts) -> None:
    revised = release("Uji", "revisions:", "  - on: 2026-03-03", "    note: U korrigjua.")
    files = {**SMALL, "releases/2026/03-02-uji/index.sq.md": revised}

    rows = parity_rows(compile_texts(files), "tr")

    assert rows[0].parity.outdated == ("releases/2026/03-02-uji",)


def test_the_duty_of_the_kind_is_told(compile_texts: CompileTexts) -> None:
    rows = {row.kind.name: row.duty.value for row in parity_rows(compile_texts(SMALL), "sr-Latn")}

    assert rows == {"release": "expected", "notice": "required", "invitation": "expected"}


@st.composite
def contents(draw: Callable[..., Any]) -> dict[str, str]:
    """Return releases of March, some of them translated, some of these with a moment."""
    files = {}
    for day in draw(st.sets(st.integers(1, 28), max_size=6)):
        folder = f"releases/2026/03-{day:02}-lajm-{day}"
        event = draw(st.sampled_from(("", f"event_at: 2026-03-{day:02} 07:15")))
        files[f"{folder}/index.sq.md"] = release("Lajm", *filter(None, ("time: 08:00", event)))
        for language in draw(st.sets(st.sampled_from(("sr", "tr", "en")))):
            moment = draw(st.sampled_from(MOMENTS if day <= 10 else MOMENTS[:1]))
            files[f"{folder}/index.{language}.md"] = release("Vest", *filter(None, (moment,)))
    return files


@settings(max_examples=40)
@given(contents())
def test_every_figure_is_the_length_of_its_list_and_parity_adds_up(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        copytree(OFFICE, root / "office")
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        now = datetime(2026, 3, 20, tzinfo=UTC)
        site = compile_site(root, Moments("2026-03-20T12:00", None, now))

    figures = figures_of(site)

    for figure in figures.values():
        assert not figure.values or len(figure.values) == len(figure.folders), figure.key
        if figure.measure is Measure.COUNT:
            whole = sum(figure.values) if figure.values else len(figure.folders)
            assert figure.value == whole, figure.key
        elif figure.values:
            assert figure.value in figure.values, figure.key
        elif figure.measure in RATES and figure.value:
            assert figure.of
            assert figure.value == round(len(figure.folders) / figure.of, 2), figure.key
    for tag in ("sq", "sr-Latn", "sr-Cyrl", "tr", "en"):
        present, missing = figures[f"languages_present.{tag}"], figures[f"languages_missing.{tag}"]
        assert {*present.folders} ^ {*missing.folders} == {*figures["published"].folders}
        for row in parity_rows(site, tag):
            parity = row.parity
            assert parity.present + len(parity.missing) == len(parity.published)
            assert {*parity.outdated, *parity.derived, *parity.days} <= {*parity.published}


def test_what_the_law_wants_in_two_languages_is_counted_where_it_is_in_both(
    compile_texts: CompileTexts,
) -> None:
    """The seed: published "in the official languages", domain.md 0."""
    notice = "notices/2026/03-{}/index.{}.md"
    site = compile_texts(
        {
            notice.format("02-a", "sq"): release("A"),
            notice.format("02-a", "sr"): release("A"),
            notice.format("04-c", "sq"): release("C"),
            notice.format("04-c", "sr"): release("C", "translated_at: 2026-04-09 10:00"),
            "releases/2026/03-05-d/index.sq.md": release("D"),
        },
        "2026-03-31T12:00",
    )

    figures = {key: one for key, one in figures_of(site).items() if key.startswith("official")}

    assert {key: (one.value, one.of) for key, one in figures.items()} == {
        "official_languages.notice": (1, 2)
    }
