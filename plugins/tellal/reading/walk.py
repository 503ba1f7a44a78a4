"""A folder -> every file in it, by what shows that it is still the same."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG

Signature = tuple[int, int, int, int]
"""When a file was last written and last changed in any way (ns), its size in bytes, its inode."""
Found = Mapping[str, Signature | None]
# What systems leave behind without being asked; it is nobody's publication.
LITTER = re.compile(r"\.|~\$|Thumbs\.db$|desktop\.ini$|.*~$")


def walk(root: Path, whole: bool = False) -> Found:
    """Return every file below a folder with its signature, None for what is no file of its own.

    A link is nobody's file, and where it leads nothing is read; what systems leave behind is
    passed over. Of a `whole` folder nothing is passed over, and links are followed.
    """
    found: dict[str, Signature | None] = {}
    _walk(str(root), "", whole, found)
    return found


def look(file: Path, whole: bool = False) -> Signature | None:
    """Return the signature of one file as `walk` does, None for what is no file of its own."""
    status = file.stat(follow_symlinks=whole)
    return _signature(status) if S_ISREG(status.st_mode) else None


def is_litter(path: str) -> bool:
    """Return whether a path leads to or through what nobody published."""
    return any(LITTER.match(name) for name in path.split("/"))


def _signature(status: os.stat_result) -> Signature:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _walk(folder: str, prefix: str, whole: bool, found: dict[str, Signature | None]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not whole and LITTER.match(name):
                continue
            if entry.is_dir(follow_symlinks=whole):
                _walk(f"{folder}/{name}", f"{prefix}{name}/", whole, found)
            elif entry.is_file(follow_symlinks=whole):
                found[prefix + name] = _signature(entry.stat(follow_symlinks=whole))
            else:
                found[prefix + name] = None
