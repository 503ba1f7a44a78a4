"""Bytes -> output/: each file appears whole, unchanged ones stay untouched, stale ones go."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files. `unknown` are files in the output that are not ours; they stay."""

    written: int
    kept: int
    deleted: int
    unknown: tuple[str, ...]


class Writer:
    """Writes one build into a folder, and remembers in the cache what it wrote there."""

    def __init__(self, output: Path, cache: Path) -> None:
        """Write into `output`; what was written before is listed under `cache`."""
        self.output = output
        digest = blake2b(str(output.resolve()).encode(), digest_size=8).hexdigest()
        self.list = cache / f"written-{digest}.txt"
        self.before = set(_lines(self.list))
        self.now: set[str] = set()
        self.folders: set[Path] = set()
        self.changed = 0

    def expect(self, paths: Iterable[str]) -> None:
        """Remember what this build is going to write, before it does.

        So a later build knows as ours also what a killed one left behind.
        """
        if new := set(paths) - self.before:
            self.before |= new
            self._remember(self.before)

    def forget(self) -> None:
        """Delete what earlier builds wrote, so that this one begins with nothing."""
        for path in sorted(self.before):
            self._delete(path)

    def write(self, path: str, data: bytes) -> None:
        """Make a file hold these bytes. Raises ValueError for a path already written."""
        self.changed += put(self.claim(path), data)

    def copy(self, path: str, source: Path) -> None:
        """Make a file hold what another one holds."""
        file = self.claim(path)
        if file.is_file() and _same(file, source):
            return
        temporary = _beside(file)
        shutil.copyfile(source, temporary)
        temporary.replace(file)
        self.changed += 1

    def finish(self) -> Written:
        """Delete what an earlier build wrote and this one did not; say what was done."""
        ours = self.before | self.now
        there = set(_files(self.output))
        halves = {path for path in there if _whole_of(path) in ours}
        for path in halves:
            self._delete(path)
        deleted = sum(self._delete(path) for path in sorted(self.before - self.now))
        self._remember(self.now)
        kept = len(self.now) - self.changed
        return Written(self.changed, kept, deleted, tuple(sorted(there - ours - halves)))

    def claim(self, path: str) -> Path:
        """Return the file of a path, which belongs to this build from now on; its folder is there.

        Raises ValueError for a path already claimed.
        """
        if path in self.now:
            raise ValueError(f"{path} is written twice")
        self.now.add(path)
        file = self.output / path
        if file.parent not in self.folders:
            self.folders.add(file.parent)
            file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def _delete(self, path: str) -> bool:
        """Delete a file and the folders that it leaves empty; return whether it was there."""
        file = self.output / path
        was_there = file.is_file()
        file.unlink(missing_ok=True)
        folder = file.parent
        while folder != self.output and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
        return was_there

    def _remember(self, paths: set[str]) -> None:
        """Keep the list of what is ours, whole at every moment."""
        self.list.parent.mkdir(parents=True, exist_ok=True)
        temporary = self.list.with_suffix(".new")
        temporary.write_text("".join(f"{path}\n" for path in sorted(paths)), "utf-8")
        temporary.replace(self.list)


def put(file: Path, data: bytes) -> bool:
    """Make a file hold these bytes, whole at every moment; return whether it did not yet."""
    if _holds(file, data):
        return False
    temporary = _beside(file)
    temporary.write_bytes(data)
    temporary.replace(file)
    return True


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.new")


def _whole_of(path: str) -> str | None:
    """Return the file that a killed build was about to write, None for a path that is no half."""
    folder, slash, name = path.rpartition("/")
    is_half = name.startswith(".") and name.endswith(".new")
    return f"{folder}{slash}{name[1:-4]}" if is_half else None


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except FileNotFoundError:
        return False


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").split("\n")[:-1] if file.is_file() else []


def _same(file: Path, source: Path) -> bool:
    return file.stat().st_size == source.stat().st_size and file.read_bytes() == source.read_bytes()


def _files(folder: Path) -> list[str]:
    """Return every file below a folder, relative to it."""
    found = []
    for above, _, names in os.walk(folder):
        inside = Path(above).relative_to(folder).as_posix()
        found += [name if inside == "." else f"{inside}/{name}" for name in names]
    return found
