"""python -m bench: what building a site costs, here and with other generators, by turns.

Corpora and each engine's copy of the site are kept under `.cache/bench`, and so are the results:
a size measured again replaces its older result. Every run is a process of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
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
    there = list(engines(options.only.split(","), places, options.jobs))
    told = f"{machine()}.\n{versions(there)}."
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
    for one in rounds(made, options.scenarios.split(","), options.runs):
        print(progress(size, one), file=sys.stderr, flush=True)
        measured.append(one)
    return Result(
        size=size,
        day=date.today().isoformat(),
        runs=options.runs,
        names={site.engine.key: site.engine.name for site in made},
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
    parser.add_argument("--only", default=",".join(("tellal", "pelican", *PEERS)))
    parser.add_argument("--scenarios", default=",".join(SCENARIOS))
    cores = len(os.sched_getaffinity(0))
    help_of_jobs = "Tellal's --jobs where there are many pages to make (default: the cores)"
    parser.add_argument("--jobs", type=int, default=cores, help=help_of_jobs)
    for key in PEERS:
        parser.add_argument(f"--{key}", type=Path, metavar="PATH", help=f"where {key} is")
    parser.add_argument("--write", type=Path, metavar="FILE", help="docs/performance.md")
    parser.add_argument("--importtime", action="store_true", help="print the dearest imports")
    return parser


if __name__ == "__main__":
    main()
