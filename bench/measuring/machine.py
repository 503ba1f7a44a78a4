"""What was measured with: the machine, and the versions of what ran on it."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("pelican", "markdown", "jinja2", "pyyaml", "nh3", "babel")


def machine() -> str:
    """Return the machine in a line."""
    cores = len(os.sched_getaffinity(0))
    memory = _after("MemTotal", Path("/proc/meminfo"))
    gib = f"{int(memory.split()[0]) / 2**20:.0f} GiB" if memory else "unknown memory"
    model = _after("model name", Path("/proc/cpuinfo")) or platform.machine()
    return f"{model}, {cores} cores, {gib}, {platform.system()} {platform.release()}"


def versions() -> str:
    """Return the versions of Python and the libraries in a line."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"Python {platform.python_version()}, {libraries}"


def _after(name: str, file: Path) -> str:
    """Return what stands behind a name in a file of `name : value` lines."""
    text = file.read_text("utf-8") if file.is_file() else ""
    found = re.search(rf"^{name}\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1].strip() if found else ""
