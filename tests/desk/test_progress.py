"""How far the work has come: a bar for a person at a terminal, plain lines for all others."""

from __future__ import annotations

import os
import pty
import subprocess
import threading
from pathlib import Path

import pytest

from tellal.compiler.crew import MANY
from tellal.desk.progress import watched
from tests.desks import (
    RELEASE,
    TELLAL,
    TIMEOUT,
    furnish_with_a_release,
    release,
    run,
    said,
    world_of,
)

ESCAPE = "\x1b"
BUILD = (*TELLAL, "build", "--output", "there", "--as-of", "2026-03-31T12:00")
TERMINAL = {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return furnish_with_a_release(tmp_path / "desk")


def at_a_terminal(desk: Path, *command: str) -> tuple[int, str]:
    """Run a command whose messages go to a terminal; return how it ended and what was shown."""
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def look() -> None:
        try:
            while data := os.read(ours, 65536):
                shown.append(data)
        except OSError:
            return  # the other side is closed

    reader = threading.Thread(target=look)
    reader.start()
    process = subprocess.Popen(
        command,
        cwd=desk,
        env=world_of(**TERMINAL),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    code = process.wait(TIMEOUT)
    reader.join(TIMEOUT)
    os.close(ours)
    return code, b"".join(shown).decode()


def test_person_at_a_terminal_sees_a_bar_for_each_stage_in_the_language_asked_for(
    desk: Path,
) -> None:
    for number in range(MANY):
        release(desk, f"2026/03-13-bora-{number}", RELEASE)
    code, shown = at_a_terminal(desk, *BUILD)
    _, english = at_a_terminal(desk, *BUILD, "--language", "en", "--cold")

    assert code == 0
    assert ESCAPE in shown
    assert "%" in shown
    assert "leximi" in shown
    assert "shkrimi" in shown
    assert "reading" in english
    assert "leximi" not in english


def test_little_work_is_done_before_anybody_could_look(desk: Path) -> None:
    code, shown = at_a_terminal(desk, *BUILD)

    assert code == 0
    assert "%" not in shown


def test_where_nobody_looks_lines_are_plain(desk: Path) -> None:
    done = run(desk, *BUILD, **TERMINAL)

    assert done.returncode == 0
    assert ESCAPE not in said(done)
    assert "\r" not in said(done)
    assert "%" not in said(done)
    assert done.stdout.splitlines()[0].endswith("2026-03-31 12:00.")


def test_findings_come_out_whole_beside_a_bar(desk: Path) -> None:
    (desk / "content/shenime.md").write_text("Shënime", "utf-8")
    code, shown = at_a_terminal(desk, *BUILD)

    assert code == 1
    assert "Vërejtje: 1. Nuk u shkrua asgjë." in shown


def test_watched_items_come_through_unchanged(capsys: pytest.CaptureFixture[str]) -> None:
    with watched("en") as watching:
        assert [*watching(iter("abc"), "reading", 3)] == ["a", "b", "c"]
        assert [*watching([], "writing", 0)] == []

    assert ESCAPE not in capsys.readouterr().err
