"""Folder -> its files and their digests, reading only what was touched since the last time.

A file is the one that was read when size, both times and inode are what they were: no program but
the kernel sets the time of change (ctime). What was touched while we looked is read again next
time, as git does it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b, sha256
from os import stat_result
from pathlib import Path
from typing import NamedTuple

from tellal.domain.findings import WrongAnswer
from tellal.publish.manifest import Entry, files_in

SHORT = 16
"""Bytes of the digest by which a build remembers what it wrote."""
RACY_NS = 2_000_000_000
"""How long before a look a file must have been left alone, for clocks are coarse."""

EMPTY = "There is nothing in {folder}. Build the site first."


class Read(NamedTuple):
    """What a file was when it was read: its signature, and digests as the site and the build do."""

    signature: str
    sha256: str
    short: str


@dataclass(frozen=True, slots=True)
class Memory:
    """A file that remembers what was read of a folder; where there is none, all is read."""

    file: Path

    def known(self) -> dict[str, Read]:
        """Return what was read of each path."""
        try:
            lines = self.file.read_text("utf-8").splitlines()
        except (FileNotFoundError, UnicodeDecodeError):
            return {}
        parts = (line.split(" ", 3) for line in lines)
        return {one[3]: Read(*one[:3]) for one in parts if len(one) == 4}

    def keep(self, found: Iterable[tuple[str, Read]]) -> None:
        """Remember this, and nothing else."""
        half = self.file.with_suffix(".new")
        half.parent.mkdir(parents=True, exist_ok=True)
        half.write_text("".join(f"{' '.join(read)} {path}\n" for path, read in found), "utf-8")
        half.replace(self.file)


def read_folder(folder: Path, memory: Memory) -> tuple[dict[str, Entry], dict[str, bytes]]:
    """Return what lies in a folder, and the digests that a build remembers, both by path.

    Raises WrongAnswer for links, devices, and names that no line can hold.
    """
    known, settled = memory.known(), time.time_ns() - RACY_NS
    entries, digests, kept = {}, {}, {}
    for path, there in files_in(folder):
        status = there.stat(follow_symlinks=False)
        signature = _signature_of(status)
        read = known.get(path)
        if read is None or read.signature != signature:
            read = _read(Path(there.path), signature)
        if max(status.st_mtime_ns, status.st_ctime_ns) < settled:
            kept[path] = read
        entries[path] = Entry(path, status.st_size, read.sha256)
        digests[path] = bytes.fromhex(read.short)
    if not entries:
        raise WrongAnswer(EMPTY, folder=folder)
    if kept != known:
        memory.keep(kept.items())
    return entries, digests


def _signature_of(status: stat_result) -> str:
    return f"{status.st_size}.{status.st_mtime_ns}.{status.st_ctime_ns}.{status.st_ino}"


def _read(file: Path, signature: str) -> Read:
    data = file.read_bytes()
    return Read(signature, sha256(data).hexdigest(), blake2b(data, digest_size=SHORT).hexdigest())
