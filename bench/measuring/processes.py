"""A command -> what it cost, measured by the operating system when it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".cache" / "bench"
BETWEEN_SAMPLES = 0.1
# A look at a large process takes long; no more than a twentieth of the time may go into looking.
REST_AFTER_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of the processor, and the highest memory in MiB.

    Seconds of the processor are those of all processes. Memory is the highest sum of all of them
    that was seen at a time, shared pages counted once, or the highest of one of them.
    """

    wall: float
    cpu: float
    memory: float


@dataclass(slots=True)
class Watch:
    """Looks again and again how much memory a process and its descendants have together."""

    pid: int
    highest_kib: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Look until the process ended."""
        pause = 0.0
        while not self.ended.wait(pause):
            started = time.perf_counter()
            self.highest_kib = max(self.highest_kib, sum(map(_pss_kib, _family(self.pid))))
            spent = time.perf_counter() - started
            pause = max(BETWEEN_SAMPLES, REST_AFTER_SAMPLE * spent)


def run(command: Sequence[str], folder: Path = ROOT) -> Run:
    """Run a command in a folder to its end; return its cost. Raises CalledProcessError."""
    started = time.perf_counter()
    env = environment() if command[0] == sys.executable else None
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder, env=env
    ) as process:
        watch = Watch(process.pid)
        watcher = threading.Thread(target=watch.watch)
        watcher.start()
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.ended.set()
        watcher.join()
    if process.returncode:
        print(said.decode(errors="replace"), file=sys.stderr)
        raise subprocess.CalledProcessError(process.returncode, command)
    highest = max(usage.ru_maxrss, watch.highest_kib)
    return Run(wall, usage.ru_utime + usage.ru_stime, highest / 1024)


def environment() -> Mapping[str, str]:
    """Return the environment of a run: this one, and where the project is."""
    modules = os.pathsep.join((str(ROOT / "plugins"), str(ROOT)))
    return {**os.environ, "PYTHONPATH": modules}


def _family(pid: int) -> list[int]:
    """Return a process and its descendants."""
    found = [pid]
    for parent in found:
        found += _children(Path(f"/proc/{parent}/task"))
    return found


def _children(tasks: Path) -> list[int]:
    """Return the children that the threads of a process began; none where it just ended."""
    try:
        return [int(pid) for file in tasks.glob("*/children") for pid in _text(file).split()]
    except OSError:
        return []


def _pss_kib(pid: int) -> int:
    lines = _text(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _text(file: Path) -> str:
    """Return what a file of /proc says; nothing where its process just ended."""
    try:
        return file.read_text("ascii")
    except OSError:
        return ""
