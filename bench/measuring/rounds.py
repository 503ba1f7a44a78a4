"""Engines and a corpus -> what every run of every engine cost, the engines by turns."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measuring.engines import Engine
from bench.measuring.outputs import Output, count_output
from bench.measuring.processes import PLACE, Run, run


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one engine."""

    scenario: str
    engine: str
    run: Run


@dataclass(frozen=True, slots=True)
class Site:
    """An engine's own copy of the site."""

    engine: Engine
    corpus: Path
    folder: Path

    def write(self) -> None:
        """Write the site anew. Its memory and time belong to nobody."""
        self._step("write")

    def change(self, scenario: str, number: int) -> None:
        """Prepare a run: what was made is deleted, or something in the content changes."""
        if scenario == "cold":
            for name in self.engine.made:
                for made in self.folder.glob(name):
                    shutil.rmtree(made) if made.is_dir() else made.unlink()
        elif scenario != "nothing":
            self._step(scenario, "--number", str(number))

    def build(self, scenario: str) -> Run:
        """Build, and return what it cost."""
        return run(self.engine.command_for(scenario), self.folder)

    def output(self) -> Output:
        """Return what the engine made."""
        return count_output(self.folder / "output")

    def _step(self, step: str, *options: str) -> None:
        words = (self.engine.kind, step, str(self.corpus), str(self.folder), *options)
        run((sys.executable, "-m", "bench.peers.sites", *words))


def corpus(size: int) -> Path:
    """Return the corpus of a size, written if it is not there yet."""
    folder = PLACE / f"content-{size}"
    if not folder.is_dir():
        half = PLACE / f"content-{size}-half"
        command = f"{sys.executable} -m bench.corpus --publications {size}"
        run((*command.split(), str(half)))
        half.replace(folder)
    return folder


def sites(engines: Sequence[Engine], size: int) -> list[Site]:
    """Return a copy of the site for each engine."""
    place = PLACE / "sites"
    made = [Site(one, corpus(size), place / f"{one.key}-{size}") for one in engines]
    for site in made:
        site.write()
    return made


def rounds(made: Sequence[Site], scenarios: Sequence[str], runs: int) -> Iterator[Measured]:
    """Yield every run. The first build of an engine that has no cold runs is not measured."""
    for site in made:
        if "cold" not in scenarios or "cold" not in site.engine.scenarios:
            site.build("cold")
    for scenario in scenarios:
        for number in range(runs):
            for site in made:
                if scenario in site.engine.scenarios:
                    site.change(scenario, number)
                    yield Measured(scenario, site.engine.key, site.build(scenario))
