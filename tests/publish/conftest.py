"""Offices that publish: a repository with one release, and the host that takes it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.hosts import Sshd
from tests.desks import TELLAL, furnish_with_a_release, run, said
from tests.publish.hosts import Public

IGNORED = "/output\n/log\n/outbox\n/ways\n/.cache\n/.venv\n/theme\n__pycache__\n"
TEXT = "---\ntitle: Bora\n{revisions}---\n\n{text}\n"
REVISION = "- {on: 2026-03-20, note: U ndryshua, minor: true}\n"
BORA = "2026/03-12-bora"
PAGE = "sq/komunikata/2026/03/bora/index.html"


@dataclass
class Desk:
    """The folder of an office under git, and the host to which it publishes."""

    folder: Path
    public: Public
    key: Path | None = None
    log_key: Path | None = None
    token: str | None = None

    @property
    def world(self) -> dict[str, str]:
        keys: dict[str, object] = {"TELLAL_SSH_KEY": self.key, "TELLAL_LOG_KEY": self.log_key}
        keys |= {"TELLAL_FACEBOOK_TOKEN": self.token}
        return {name: str(file) for name, file in keys.items() if file}

    def tellal(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run(self.folder, *TELLAL, *words, "--language", "en", **self.world)

    def publish(self, *words: str) -> str:
        """Publish, which has to succeed; return what was said."""
        done = self.tellal("publish", *words)
        assert done.returncode == 0, said(done)
        return said(done)

    def refused(self, *words: str) -> str:
        """Run a command that has to fail; return its last line."""
        done = self.tellal(*words)
        assert done.returncode == 1, said(done)
        assert "Traceback" not in said(done)
        return said(done).splitlines()[-1]

    def git(self, *words: str) -> str:
        who = ("-c", "user.name=Arta Krasniqi", "-c", "user.email=arta@arnishte.example")
        done = subprocess.run(
            ("git", *who, *words), cwd=self.folder, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self, text: str, word: bool = True) -> None:
        """Write the release anew, and commit it."""
        self.write(text, word=word)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", f"Write {text}")

    def write(self, text: str, name: str = BORA, word: bool = True) -> None:
        """Write a release; whoever writes it anew says so, unless without a `word`."""
        file = self.folder / "content/releases" / name / "index.sq.md"
        before = file.read_text("utf-8").count("U ndryshua") if file.exists() else -1
        said = "" if before < 0 else "revisions:\n" + REVISION * (before + word)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT.format(text=text, revisions=said if "-" in said else ""), "utf-8")

    def set(self, line: str) -> None:
        """Add a line to the settings, and commit it."""
        with (self.folder / "publishconf.py").open("a", encoding="utf-8") as settings:
            settings.write(f"{line}\n")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Set")


def desk_of(folder: Path, target: str, public: Path, more: str = "") -> Desk:
    """Return the desk of an office that has committed one release."""
    desk = Desk(furnish_with_a_release(folder), Public(public))
    (desk.folder / ".gitignore").write_text(IGNORED, "utf-8")
    desk.git("init", "-q", "-b", "main")
    desk.set(f"PUBLISH_TO = {target!r}\n{more}")
    return desk


@pytest.fixture
def sshd(tmp_path: Path) -> Iterator[Sshd]:
    """Give a server of SSH."""
    server = Sshd(tmp_path / "sshd")
    yield server
    server.cut()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an office that publishes into a folder of this machine."""
    srv = tmp_path / "srv"
    return desk_of(tmp_path / "desk", f"folder://{srv}", srv)


@pytest.fixture
def far_desk(tmp_path: Path, sshd: Sshd) -> Desk:
    """Give an office that publishes to a host."""
    srv = tmp_path / "srv"
    known = f"PUBLISH_KNOWN_HOSTS = {str(sshd.known_hosts)!r}"
    desk = desk_of(tmp_path / "desk", sshd.url(srv), srv, known)
    desk.key = sshd.key
    return desk
