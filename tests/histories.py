"""Content under git, with commits at moments that a test names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WHO = ("-c", "user.name=Zyra", "-c", "user.email=zyra@arnishta.example")


@dataclass(frozen=True)
class Repository:
    """A repository around a folder."""

    folder: Path

    def git(self, *command: str, at: str = "2026-03-12T12:00:00+01:00") -> str:
        """Return what a command of git says, at a moment."""
        moments = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        done = subprocess.run(
            ("git", *WHO, "-C", str(self.folder), *command),
            env={**os.environ, **moments},
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write some files, and take away those that are None."""
        for path, text in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.unlink()
            else:
                file.write_text(text, "utf-8")

    def commit(self, files: Mapping[str, str | None], on: str = "2026-03-12") -> str:
        """Write and commit some files at the noon of a day; return the commit."""
        self.write(files)
        self.git("add", "--all")
        at = f"{on}T12:00:00+01:00"
        self.git("commit", "--quiet", "--allow-empty", "--message", "Shkruaj", at=at)
        return self.git("rev-parse", "HEAD")


def repository_in(folder: Path) -> Repository:
    """Return a new repository in a folder."""
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    return repository
