"""What a template is made of: an edit of any of it may change its pages, of anything else not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellal.outputs.closures import closures
from tellal.outputs.render import open_theme, render
from tests.outputs.keys import ROOT
from tests.outputs.test_language import golden, words

ACT = "sq/rregullore/2026/03/parkimi/index.html"

FILES = {
    "page.html": "{% extends 'base.html' %}{% from 'link.html' import link %}",
    "base.html": "{% import 'foot.html' as foot %}",
    "foot.html": "{% include 'link.html' %}",
    "link.html": "",
    "loop.html": "{% include 'pool.html' %}",
    "pool.html": "{% include 'loop.html' %}",
    "either.html": "{% include ['link.html', 'foot.html'] %}",
    "notes.txt": "{% nothing of this is a template",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_template_reaches_what_it_extends_includes_and_imports(folder: Path) -> None:
    found = closures(folder)

    assert found["link.html"] == {"link.html"}
    assert found["foot.html"] == {"foot.html", "link.html"}
    assert found["page.html"] == {"page.html", "base.html", "foot.html", "link.html"}
    assert found["either.html"] == {"either.html", "foot.html", "link.html"}
    assert "notes.txt" not in found


def test_templates_that_reach_each_other_end_somewhere(folder: Path) -> None:
    assert closures(folder)["loop.html"] == {"loop.html", "pool.html"}


def test_template_that_names_another_by_a_value_reaches_all(folder: Path) -> None:
    (folder / "foot.html").write_text("{% include which %}", "utf-8")

    found = closures(folder)
    assert found["page.html"] == found["foot.html"] == set(found)
    assert found["link.html"] == {"link.html"}


@pytest.mark.parametrize("path", ["index.html", "sq/index.html", "sq/404.html", ACT])
def test_page_is_made_of_nothing_that_its_template_does_not_reach(path: str) -> None:
    pages, bodies = golden()
    page = next(page for page in pages if page.path == path)
    theme = open_theme(ROOT / "theme", words())

    render(page, theme, bodies)

    used = {template.name for template in theme.env.loaded.values()}
    reached = closures(ROOT / "theme" / "templates")[page.maker]
    assert page.maker in used <= reached


def test_an_agenda_stands_in_sessions_and_minutes_only() -> None:
    found = closures(ROOT / "theme" / "templates")

    assert [name for name, reached in found.items() if "parts/agenda.html" in reached] == [
        "pages/minutes.html",
        "pages/session.html",
        "parts/agenda.html",
    ]
