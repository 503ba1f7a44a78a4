"""What git says was published is compared with what shall be, without a checkout."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree

import pytest

from tellal.__main__ import main
from tellal.domain.findings import WrongAnswer
from tellal.publish.history import History
from tellal.reading.office import read_office
from tests.conftest import AS_OF, NOW, OFFICE

FOLDER = "releases/2026/03-12-bora"
TEXT = f"{FOLDER}/index.sq.md"
Commit = Callable[[Mapping[str, str | bytes | None]], str]


def release(text: str = "Teksti.", facts: str = "") -> str:
    return f"---\ntitle: Bora\n{facts}---\n\n{text}\n"


def git(folder: Path, *command: str) -> str:
    who = ["-c", "user.name=Zyra", "-c", "user.email=zyra@arnishta.example"]
    done = subprocess.run(
        ["git", *who, "-C", str(folder), *command], capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a content folder inside a repository."""
    git(tmp_path, "init", "--quiet")
    copytree(OFFICE, tmp_path / "site" / "content" / "office")
    return tmp_path / "site" / "content"


@pytest.fixture
def commit(content: Path) -> Commit:
    """Give what commits files of the content, None for one that goes."""

    def committed(files: Mapping[str, str | bytes | None]) -> str:
        for path, data in files.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if data is None:
                file.unlink()
            elif isinstance(data, str):
                file.write_text(data, "utf-8")
            else:
                file.write_bytes(data)
        git(content, "add", "--all")
        git(content, "commit", "--quiet", "--allow-empty", "-m", "Publish")
        return git(content, "rev-parse", "HEAD")

    return committed


def found(content: Path, old: str, new: str = "HEAD") -> list[tuple[str, str]]:
    office, _ = read_office(content)
    assert office
    moment = NOW.astimezone()
    return [(f.path, f.rule) for f in History(content).findings(old, new, office, moment)]


def test_text_that_changed_is_found_by_its_path_in_the_content(
    content: Path, commit: Commit
) -> None:
    old = commit({TEXT: release()})
    commit({TEXT: release("Tjetër tekst.")})

    assert found(content, old) == [(TEXT, "revision-missing")]


def test_text_that_changed_with_a_word_is_in_order(content: Path, commit: Commit) -> None:
    old = commit({TEXT: release()})
    word = "revisions: [{on: 2026-03-20, note: U korrigjua.}]\n"
    commit({TEXT: release("Tjetër tekst.", word)})

    assert found(content, old) == []


def test_folder_that_was_renamed_is_gone(content: Path, commit: Commit) -> None:
    old = commit({TEXT: release()})
    commit({TEXT: None, "releases/2026/03-12-akulli/index.sq.md": release()})

    assert found(content, old) == [(FOLDER, "folder-gone")]


def test_what_lies_in_the_working_folder_is_no_matter(content: Path, commit: Commit) -> None:
    old = commit({TEXT: release()})
    new = commit({"releases/2026/03-13-uji/index.sq.md": release()})
    (content / TEXT).write_text("Krejt tjetër", "utf-8")

    assert found(content, old, new) == []


def test_commits_between_are_no_matter(content: Path, commit: Commit) -> None:
    old = commit({TEXT: release()})
    commit({TEXT: release("Gabim.")})
    commit({TEXT: release()})

    assert found(content, old) == []


def test_other_line_ends_are_the_same_text(content: Path, commit: Commit) -> None:
    old = commit({TEXT: release()})
    commit({TEXT: release().replace("\n", "\r\n").encode()})

    assert found(content, old) == []


def test_folder_that_cannot_be_read_is_not_said_to_be_gone(content: Path, commit: Commit) -> None:
    old = commit({TEXT: release()})
    commit({TEXT: "pa kokë"})

    assert found(content, old) == []


def test_text_in_place_of_a_link_is_no_harm(content: Path, commit: Commit) -> None:
    old = commit({TEXT: release()})
    (content / TEXT).unlink()
    (content / TEXT).symlink_to("/etc/passwd")
    commit({})

    assert found(content, old) == [(FOLDER, "folder-gone")]


@pytest.mark.parametrize("name", ["0" * 40, "nuk-ekziston", "--output=/tmp/x", "HEAD:site"])
def test_commit_that_is_not_there_is_told(content: Path, commit: Commit, name: str) -> None:
    commit({TEXT: release()})

    with pytest.raises(WrongAnswer, match="no commit"):
        found(content, name)


def test_folder_without_git_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongAnswer):
        History(tmp_path)._changed("a", "b")


def test_command_prints_findings_and_fails(
    content: Path, commit: Commit, capsys: pytest.CaptureFixture[str]
) -> None:
    old = commit({TEXT: release()})
    command = ["history", old, "--content", str(content), "--as-of", AS_OF, "--language", "en"]
    assert main(command) == 0
    assert "without a word" in capsys.readouterr().out

    commit({TEXT: release("Tjetër tekst.")})

    assert main(command) == 1
    assert "[revision-missing]" in capsys.readouterr().out
