"""python -m bench: whole-process cost of building a corpus, cold and with nothing changed.

Every run is a process of its own, measured by the operating system when it ends; the median of
the runs is what counts, since machines are shared. Corpora are kept under `.cache/bench`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".cache" / "bench"
SIZES = (1000, 7300)
STAGES = re.compile(r"\((?P<stages>[^)]*)\)")


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds by the clock and of the processor, and its highest memory in MiB."""

    wall: float
    cpu: float
    memory: float
    said: str


def run(command: list[str]) -> Run:
    """Run a command to its end and return what it cost. Raises where it fails."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    wall = time.perf_counter() - started
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.strip())


def corpus(size: int) -> Path:
    """Return the corpus of a size, written if it is not there yet."""
    folder = PLACE / f"content-{size}"
    if not folder.is_dir():
        run([sys.executable, "-m", "bench.corpus", "--publications", str(size), str(folder)])
    return folder


def measure(size: int, runs: int) -> Iterator[tuple[str, list[Run]]]:
    """Yield what was done and what each run of it cost."""
    content, output = corpus(size), PLACE / f"output-{size}"
    command = [sys.executable, "-m", "tellal", "build", "--language", "en"]
    command += ["--content", str(content), "--output", str(output)]
    cold = []
    for _ in range(runs):
        shutil.rmtree(output, ignore_errors=True)
        cold.append(run(command))
    yield "cold", cold
    yield "nothing changed", [run(command) for _ in range(runs)]


def row(size: int, what: str, runs: list[Run]) -> str:
    """Return a row of the table: medians, and the stages of the last run."""
    wall, cpu, memory = (
        statistics.median(getattr(one, figure) for one in runs)
        for figure in ("wall", "cpu", "memory")
    )
    stages = STAGES.search(runs[-1].said)
    pages = runs[-1].said.splitlines()[-1].split(" ")[0]
    told = stages["stages"] if stages else ""
    return f"| {size:,} | {pages} | {what} | {wall:.1f} | {cpu:.1f} | {memory:.0f} | {told} |"


def main() -> None:
    """Print a table of medians for each size."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print("| publications | pages | what | wall s | CPU s | peak MiB | stages, s |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for size in options.sizes:
        for what, runs in measure(size, options.runs):
            print(row(size, what, runs), flush=True)


if __name__ == "__main__":
    main()
