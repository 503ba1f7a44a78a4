"""The folder in which an office works: settings and tasks of its own, our theme and our code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copyfile, copytree

from tests.conftest import OFFICE
from tests.golden.accept import ROOT

TIMEOUT = 600
"""Seconds after which a command has got stuck; a machine under load needs a tenth of them."""

BYTECODE = ROOT / ".cache" / "bytecode"
UNKNOWN = ("SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE")
"""What a command is not to know of the world in which tests run."""

TELLAL = (sys.executable, "-m", "tellal")
PELICAN = (sys.executable, "-m", "pelican")
RELEASE = "---\ntitle: Bora\n---\n\nTeksti.\n"
BORA = "sq/komunikata/2026/03/bora/index.html"


def furnish(folder: Path) -> Path:
    """Make the folder, without content."""
    folder.mkdir()
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        copyfile(ROOT / name, folder / name)
    for name in ("theme", ".venv"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def furnish_with_a_release(folder: Path) -> Path:
    """Make the folder of an office that has published one text."""
    furnish(folder)
    copytree(OFFICE, folder / "content" / "office")
    release(folder, "2026/03-12-bora", RELEASE)
    return folder


def release(folder: Path, name: str, text: str) -> Path:
    """Write a media release; return its file."""
    file = folder / "content" / "releases" / name / "index.sq.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


def world_of(**more: str) -> dict[str, str]:
    """Return the environment of a command, with nothing in it that says the moment.

    Python compiles our modules once for all commands, and leaves nothing beside them.
    """
    known = {name: value for name, value in os.environ.items() if name not in UNKNOWN}
    ours = {"PYTHONPYCACHEPREFIX": str(BYTECODE), "PYTHONPATH": str(ROOT / "plugins")}
    return {**known, **ours, **more}


def run(folder: Path, *command: str, **world: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, to its end."""
    return subprocess.run(
        command,
        cwd=folder,
        env=world_of(**world),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Return all that a command printed."""
    return done.stdout + done.stderr


def files_of(folder: Path) -> set[str]:
    """Return all files below a folder, but for what is linked from elsewhere."""
    return {
        Path(above, name).relative_to(folder).as_posix()
        for above, _, names in os.walk(folder)
        for name in names
    }
