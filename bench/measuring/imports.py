"""python -X importtime -> the dearest imports of a build in which nothing changed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from bench.measuring.engines import Engine
from bench.measuring.processes import environment
from bench.measuring.tables import table

LINE = re.compile(r"^import time:\s+(\d+) \|\s+(\d+) \|\s*(\S+)$", re.MULTILINE)
DEAREST = 20


def dearest_imports(engine: Engine, folder: Path) -> str:
    """Return the table of the dearest imports, dearest first. The site must be built."""
    python, *words = engine.command_for("nothing")
    command = (python, "-X", "importtime", *words)
    done = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=True
    )
    return imports_table(done.stderr)


def imports_table(told: str) -> str:
    """Return the table of what Python told about its imports."""
    times = [(int(alone), int(whole), name) for alone, whole, name in LINE.findall(told)]
    times.sort(key=lambda time: -time[1])
    rows = [(name, f"{whole / 1000:.1f}", f"{alone / 1000:.1f}") for alone, whole, name in times]
    total = sum(alone for alone, _, _ in times) / 1000
    last = (f"all {len(times)}", f"{total:.1f}", "")
    return table(("import", "with its own imports, ms", "alone, ms"), [*rows[:DEAREST], last])
