"""The acts of a period are counted with the list behind each figure."""

from __future__ import annotations

from datetime import date

from tellal.site.act_figures import act_figures
from tellal.site.figures import Figure, Period
from tests.conftest import CompileTexts
from tests.pages.told import text

FIRST = "decisions/2026/03-04-tregu"
SECOND = "regulations/2026/03-12-parkimi"
THIRD = "regulations/2026/03-20-skanimi"
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def act(number: int, adopted: str, *facts: str) -> str:
    head = (f"number: {number}/2026", "body: assembly", f"adopted: {adopted}")
    return text("Akti", *head, *facts)


FILES: dict[str, str | bytes] = {
    f"{FIRST}/index.sq.md": act(1, "2026-03-02", "published: 2026-03-04"),
    f"{FIRST}/index.sr.md": text("Akt"),
    f"{FIRST}/index.tr.md": text("Metin"),
    f"{SECOND}/index.sq.md": act(1, "2026-03-02"),
    f"{SECOND}/index.sr.md": text("Akt"),
    f"{THIRD}/index.sq.md": act(
        2, "2026-03-15", "scanned: true", "signed_original: akti.pdf", "published: 2026-03-19"
    ),
    f"{THIRD}/index.sr.md": text("Akt"),
    f"{THIRD}/akti.pdf": b"%PDF-1.4",
    "releases/2026/03-04-bora/index.sq.md": text("Bora"),
}


def figures_of(compile_texts: CompileTexts, period: Period) -> dict[str, Figure]:
    return {figure.key: figure for figure in act_figures(compile_texts(FILES), period)}


def test_acts_are_counted_by_kind_and_language_with_the_list_behind(
    compile_texts: CompileTexts,
) -> None:
    figures = figures_of(compile_texts, YEAR)

    assert figures["acts_published"].folders == (FIRST, SECOND, THIRD)
    assert {key: figure.value for key, figure in figures.items()} == {
        "acts_published": 3,
        "acts_published.decision": 1,
        "acts_published.regulation": 2,
        "acts_in.sq": 3,
        "acts_in.sr": 3,
        "acts_in.tr": 1,
        "acts_in.en": 0,
        "acts_in_both_official_languages": 3,
        "acts_scanned_only": 1,
        "acts_days_to_publication_median": 4,
    }
    assert figures["acts_scanned_only"].folders == (THIRD,)
    assert figures["acts_in.tr"].folders == (FIRST,)
    assert figures["acts_days_to_publication_median"].folders == (SECOND, THIRD, FIRST)


def test_act_counts_on_its_day_of_issue(compile_texts: CompileTexts) -> None:
    figures = figures_of(compile_texts, Period(date(2026, 3, 5), date(2026, 3, 12)))

    assert figures["acts_published"].folders == (SECOND,)
    assert figures["acts_published.decision"].value == 0


def test_nothing_is_measured_where_nothing_was_published(compile_texts: CompileTexts) -> None:
    figures = figures_of(compile_texts, Period(date(2025, 1, 1), date(2025, 12, 31)))

    assert figures["acts_published"].value == 0
    assert figures["acts_days_to_publication_median"].value is None
