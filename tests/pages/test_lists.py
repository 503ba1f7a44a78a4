"""Lists: each publication once, newest first, names by the alphabet."""

from __future__ import annotations

from tellal.pages.views import HomeView, IndexView, ListView, MonthView
from tests.conftest import CompileTexts
from tests.pages.told import SNOW, pages_of, text, titles


def test_home_lists_nothing_twice(compile_texts: CompileTexts) -> None:
    files = {
        "invitations/2026/03-12-takimi/index.sq.md": text("Takimi", "starts: 2026-04-02 10:00"),
        "consultations/2026/03-12-uji/index.sq.md": text(
            "Uji", "opens: 2026-03-12", "closes: 2026-04-12"
        ),
        f"{SNOW}/index.sq.md": text("Bora"),
    }
    home = pages_of(compile_texts(files))["sq/index.html"].view

    assert isinstance(home, HomeView)
    assert [titles(some) for some in (home.upcoming, home.open_now, home.latest)] == [
        ["Takimi"],
        ["Uji"],
        ["Bora"],
    ]


def test_home_shows_the_newest_twelve_and_a_section_the_newest_twenty(
    compile_texts: CompileTexts,
) -> None:
    files = {
        f"releases/2026/03-{day:02}-bora-{day}/index.sq.md": text(f"Bora {day}")
        for day in range(1, 26)
    }
    pages = pages_of(compile_texts(files))
    home, section = pages["sq/index.html"].view, pages["sq/komunikata/index.html"].view
    month = pages["sq/komunikata/2026/03/index.html"].view

    assert isinstance(home, HomeView)
    assert isinstance(section, ListView)
    assert isinstance(month, MonthView)
    assert titles(home.latest) == [f"Bora {day}" for day in range(25, 13, -1)]
    assert titles(section.entries) == [f"Bora {day}" for day in range(25, 5, -1)]
    assert titles(month.entries) == [f"Bora {day}" for day in range(25, 0, -1)]


def test_index_of_tags_follows_the_alphabet_of_the_language(compile_texts: CompileTexts) -> None:
    tags = "tags: zogjtë, çmimet, dhjami, Arnishta, druri, xhamia, xixa"
    pages = pages_of(compile_texts({f"{SNOW}/index.sq.md": text("Bora", tags)}))
    albanian, cyrillic = (
        pages[path].view for path in ("sq/etiketa/index.html", "sr-cyrl/oznake/index.html")
    )

    assert isinstance(albanian, IndexView)
    assert isinstance(cyrillic, IndexView)
    assert [link.text for link in albanian.links] == (
        "Arnishta çmimet druri dhjami xixa xhamia zogjtë".split()
    )
    assert "Арниште" in [link.text for link in cyrillic.links]
