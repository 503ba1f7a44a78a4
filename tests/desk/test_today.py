"""What the staff have to do, as they read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellal.__main__ import main
from tellal.compiler.memory import compile_site
from tellal.compiler.moments import Moments
from tellal.desk.today import SHOWN, task_lines, tasks_of
from tests.accounts import SMALL, release
from tests.conftest import AS_OF, NOW, WriteContent

REQUEST = ("reference: 1/2026", "channel: email", "category: media")
BUSY = {
    **SMALL,
    "requests/2026/03-10-shpenzimet/index.sq.md": release(
        "Shpenzimet", "received: 2026-03-10", *REQUEST
    ),
    "requests/2026/03-27-kontratat/index.sq.md": release(
        "Kontratat", "received: 2026-03-27", *REQUEST
    ),
    "requests/2026/03-02-numrat/index.sq.md": release(
        "Numrat", "received: 2026-03-02", *REQUEST, "answered: 2026-03-04", "outcome: granted"
    ),
    "competitions/2026/03-20-zyrtar/index.sq.md": release("Zyrtar", "closes: 2026-04-02 15:00"),
    "competitions/2026/03-20-zyrtar/index.sr.md": release("Službenik"),
    "sessions/2026/03-12-seanca/index.sq.md": release(
        "Seanca", "body: assembly", "starts: 2026-03-19 10:00", "status: held"
    ),
    "minutes/2026/03-24-procesverbali/index.sq.md": release(
        "Procesverbali", "session: sessions/2026/03-12-seanca", "status: draft"
    ),
    "minutes/2026/03-24-procesverbali/index.sr.md": release("Zapisnik"),
}


def lines_of(content: Path, language: str = "en", as_of: str = AS_OF) -> list[str]:
    site = compile_site(content, Moments(as_of, None, NOW))
    return list(task_lines(tasks_of(site), "content/", language))


def below(lines: list[str], title: str) -> list[str]:
    """Return the lines of a group."""
    start = next(place for place, line in enumerate(lines) if line.startswith(title))
    rest = lines[start + 1 :]
    end = next((place for place, line in enumerate(rest) if not line.startswith(" ")), len(rest))
    return [line.strip() for line in rest[:end]]


def test_requests_are_told_by_the_day_on_which_they_are_due(write_content: WriteContent) -> None:
    """Seven days from registration: domain.md 1.1."""
    lines = lines_of(write_content(BUSY))

    assert below(lines, "Requests whose time limit has passed: 1") == [
        "content/requests/2026/03-10-shpenzimet/index.sq.md  until 2026-03-17"
    ]
    assert below(lines, "Requests due within a week: 1") == [
        "content/requests/2026/03-27-kontratat/index.sq.md  until 2026-04-03"
    ]


def test_competitions_minutes_and_embargoes_are_told(write_content: WriteContent) -> None:
    lines = lines_of(write_content(BUSY))

    assert below(lines, "Competitions that close within a week: 1") == [
        "content/competitions/2026/03-20-zyrtar/index.sq.md  until 2026-04-02 15:00"
    ]
    assert below(lines, "Minutes not approved: 1") == [
        "content/minutes/2026/03-24-procesverbali/index.sq.md"
    ]
    assert below(lines, "Waiting for their moment: 1") == [
        "content/releases/2026/04-10-pranvera/index.sq.md  from 2026-04-10 08:00"
    ]


def test_translations_are_told_by_duty_and_the_optional_ones_not_at_all(
    write_content: WriteContent,
) -> None:
    lines = lines_of(write_content(BUSY))

    expected = below(lines, "Translations expected, missing")
    assert expected[0] == "content/requests/2026/03-27-kontratat/index.sr.md"
    assert not any("index.en.md" in line for line in lines)


def test_translations_of_what_is_newest_come_first(write_content: WriteContent) -> None:
    expected = below(lines_of(write_content(BUSY)), "Translations expected, missing")
    days = [path.split("/")[3] for path in expected[:-1]]

    assert len(days) == SHOWN
    assert days == sorted(days, reverse=True)


def test_outdated_translations_are_told_in_albanian_by_default(
    write_content: WriteContent,
) -> None:
    revised = release("Uji", "revisions:", "  - on: 2026-03-03", "    note: U korrigjua.")
    content = write_content({**SMALL, "releases/2026/03-02-uji/index.sq.md": revised})

    lines = lines_of(content, "sq")

    assert below(lines, "Përkthime të një teksti më të vjetër: 2") == [
        "content/releases/2026/03-02-uji/index.sr.md",
        "content/releases/2026/03-02-uji/index.tr.md",
    ]


def test_a_long_group_says_how_many_more_there_are(write_content: WriteContent) -> None:
    many = {
        f"releases/2026/03-05-lajmi-{n}/index.sq.md": release(f"Lajmi {n}") for n in range(SHOWN)
    }

    group = below(lines_of(write_content(many)), "Translations expected, missing")

    assert len(group) == SHOWN + 1
    assert group[-1] == f"(and {SHOWN} more)"


def test_an_office_with_nothing_to_do_is_told_so(write_content: WriteContent) -> None:
    assert lines_of(write_content({})) == ["Nothing is waiting."]


def test_command_prints_what_is_to_be_done(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content(BUSY)
    settings = str(Path(__file__).parents[2] / "publishconf.py")

    words = ["today", "--content", str(content), "--settings", settings, "--as-of", AS_OF]

    assert main(words) == 0
    assert "Konkurse që mbyllen brenda një jave: 1" in capsys.readouterr().out


def test_exceptions_that_let_nothing_pass_any_more_are_told(write_content: WriteContent) -> None:
    line = "- {path: pages/kontakti/index.sq.md, what: 0123456789ab, reason: Kontrolluar}\n"
    lines = lines_of(write_content({**BUSY, "office/exceptions.yaml": line}))

    title = "Exceptions in office/exceptions.yaml that let nothing pass any more: 1"
    assert below(lines, title) == ["content/pages/kontakti/index.sq.md"]
