"""How often and how soon the office spoke. The seed's claims and doubts: domain.md 0 and 5."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from tellal.site.figures import Period
from tests.accounts import MARCH, SMALL, figures_of, release, values_of
from tests.conftest import CompileTexts


def test_communications_are_counted_by_kind_and_in_all(compile_texts: CompileTexts) -> None:
    values = values_of(compile_texts(SMALL))

    assert values["communications"] == 5
    assert values["communications.release"] == 3
    assert values["communications.notice"] == values["communications.invitation"] == 1
    assert values["communications.conference"] == 0


def test_each_is_counted_per_working_day_with_the_days_stated(compile_texts: CompileTexts) -> None:
    """The seed says "almost two" of a number that is 2.99 in all: domain.md 0."""
    figures = figures_of(compile_texts(SMALL))

    assert figures["working_days"].value == 22
    assert figures["communications_per_day"].value == round(5 / 22, 2)
    assert figures["communications_per_day.release"].value == round(3 / 22, 2)
    assert {figures[key].of for key in figures if key.startswith("communications_per_day")} == {22}


def test_acts_requests_and_competitions_are_no_communications(compile_texts: CompileTexts) -> None:
    competition = {
        f"competitions/2026/03-03-zyrtar/index.{language}.md": release("Konkurs", *lines)
        for language, lines in (("sq", ("closes: 2026-03-30 15:00",)), ("sr", ()))
    }

    values = values_of(compile_texts({**SMALL, **competition}))

    assert values["communications"] == 5
    assert values["procedures.competition"] == 1
    assert values["published"] == 6


def test_time_runs_from_the_event_to_the_moment_of_publication(compile_texts: CompileTexts) -> None:
    """`published − event_at` by kind, as proposed in domain.md 5."""
    figures = figures_of(compile_texts(SMALL))

    assert figures["publication_minutes_median.release"].value == 90
    assert figures["publication_minutes_p90.release"].value == 720
    assert figures["publication_minutes_fastest.release"].value == 90
    assert figures["publication_minutes_slowest.release"].value == 720
    assert figures["publication_minutes_median.notice"].value == 45
    assert figures["publication_minutes_median.release"].folders == (
        "releases/2026/03-09-rruga",
        "releases/2026/03-02-uji",
    )


def test_what_says_no_time_of_day_or_came_before_its_event_is_not_measured(
    compile_texts: CompileTexts,
) -> None:
    early = {
        "releases/2026/03-17-nisja/index.sq.md": release(
            "Nisja", "time: 08:00", "event_at: 2026-03-17 11:00"
        )
    }

    figures = figures_of(compile_texts({**SMALL, **early}))

    assert figures["publication_minutes_median.release"].of == 2


def test_time_to_the_second_language_counts_what_nobody_noted_as_unknown(
    compile_texts: CompileTexts,
) -> None:
    values = values_of(compile_texts(SMALL))

    assert values["second_language_minutes_median"] == 20
    assert values["second_language_minutes_slowest"] == 120
    assert values["second_language_unknown"] == 1
    assert values["second_language_none"] == 2


def test_what_followed_after_the_moment_was_not_there_yet(compile_texts: CompileTexts) -> None:
    values = values_of(compile_texts(SMALL, "2026-03-10T10:10"))

    assert values["communications"] == 3
    assert values["second_language_none"] == 1
    assert values["languages_missing.sr-Latn"] == 1


def test_withdrawn_texts_were_published_and_count(compile_texts: CompileTexts) -> None:
    withdrawn = {
        "releases/2026/03-03-gabim/index.sq.md": release(
            "Gabim", "withdrawn:", "  on: 2026-03-04", "  reason: in_error"
        )
    }

    assert values_of(compile_texts({**SMALL, **withdrawn}))["communications"] == 6


def test_files_and_undescribed_photos_are_counted(compile_texts: CompileTexts) -> None:
    photo = (
        "photos:",
        "  - file: bora.png",
        "    alt: Bora",
        "    credit: ZIP",
        "    licence: CC BY",
    )
    files: dict[str, str | bytes] = {
        "releases/2026/03-18-foto/index.sq.md": release("Foto", *photo),
        "releases/2026/03-18-foto/index.sr.md": release("Slika"),
        "releases/2026/03-18-foto/bora.png": picture(),
        "releases/2026/03-18-foto/plani.pdf": b"%PDF-1.4",
    }

    figures = figures_of(compile_texts({**SMALL, **files}))

    assert figures["attachments"].value == figures["photos"].value == 1
    assert figures["photos_undescribed"].folders == ("releases/2026/03-18-foto",)


def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (2, 2)).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("key", ["communications", "published", "attachments"])
def test_an_empty_period_counts_nothing(compile_texts: CompileTexts, key: str) -> None:
    empty = Period(MARCH.first.replace(year=2020), MARCH.last.replace(year=2020))

    assert values_of(compile_texts(SMALL), empty)[key] == 0
