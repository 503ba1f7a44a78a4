"""python -m bench: what building a site costs, here and with other generators, by turns.

Corpora and each engine's copy of the site are kept under `.cache/bench`, and so are the results:
a size measured again replaces its older result. Every run is a process of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bench.measuring.engines import PEERS, SCENARIOS, Engine, engines, tellal
from bench.measuring.imports import dearest_imports
from bench.measuring.machine import machine, versions
from bench.measuring.page import section, write_page
from bench.measuring.processes import PLACE
from bench.measuring.results import Result, keep, kept_in, medians
from bench.measuring.rounds import Measured, rounds, sites

SIZES = (1000, 3000, 7300)
RESULTS = PLACE / "results.json"


def main() -> None:
    """Measure what is asked for, print it, and write it where that is asked too."""
    options = arguments().parse_args()
    if options.importtime:
        print(imports(options))
        return
    places = {key: getattr(options, key) for key in PEERS}
    there = list(engines(options.only, places, options.jobs))
    told = f"{machine()}.\n{versions()}."
    print(told)
    for size in options.sizes:
        result = measure(size, there, options)
        print(f"\n{section(result)}", flush=True)
        keep(RESULTS, result)
    if options.write:
        write_page(options.write, kept_in(RESULTS), told)


def measure(size: int, there: list[Engine], options: argparse.Namespace) -> Result:
    """Return what the engines cost at a size."""
    made = sites(there, size)
    measured = []
    for one in rounds(made, options.scenarios, options.runs):
        print(progress(size, one), file=sys.stderr, flush=True)
        measured.append(one)
    return Result(
        size=size,
        day=date.today().isoformat(),
        runs=options.runs,
        names={one.key: one.name for one in there},
        versions={one.key: one.version for one in there},
        rows=tuple(medians(measured)),
        outputs={site.engine.key: site.output() for site in made},
    )


def progress(size: int, one: Measured) -> str:
    """Return a run in a line."""
    cost = f"{one.run.wall:.2f} s, CPU {one.run.cpu:.2f} s, {one.run.memory:.0f} MiB"
    return f"{size:,} {one.scenario} {one.engine}: {cost}"


def imports(options: argparse.Namespace) -> str:
    """Return the dearest imports of a build in which nothing changed, at the smallest size."""
    site = sites([tellal(options.jobs)], min(options.sizes))[0]
    site.build("cold")
    return dearest_imports(site.engine, site.folder)


def arguments() -> argparse.ArgumentParser:
    """Return what the command line understands."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), metavar="N")
    parser.add_argument("--runs", type=int, default=3)
    for name, known in (("--only", ("tellal", "pelican", *PEERS)), ("--scenarios", SCENARIOS)):
        told = ",".join(known)
        parser.add_argument(name, type=some_of(known), default=told, metavar="A,B", help=told)
    cores = len(os.sched_getaffinity(0))
    help_of_jobs = "Tellal's --jobs where there are many pages to make (default: the cores)"
    parser.add_argument("--jobs", type=int, default=cores, help=help_of_jobs)
    for key in PEERS:
        parser.add_argument(f"--{key}", type=Path, metavar="PATH", help=f"where {key} is")
    parser.add_argument("--write", type=Path, metavar="FILE", help="docs/performance.md")
    parser.add_argument("--importtime", action="store_true", help="print the dearest imports")
    return parser


def some_of(known: Sequence[str]) -> Callable[[str], list[str]]:
    """Return what splits words at commas; it raises ArgumentTypeError for one that is not known."""

    def split(words: str) -> list[str]:
        if unknown := set(words.split(",")) - set(known):
            raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: not of {known}")
        return words.split(",")

    return split


if __name__ == "__main__":
    main()
