"""Bytes -> output/: each file appears whole, unchanged ones stay untouched, stale ones go.

Before a file is touched its path is put into a journal, so that a build which is killed leaves
behind a list of what may not be as the store remembers it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

HALF = ".new"


class Output:
    """A folder that one process writes into."""

    def __init__(self, folder: Path, journal: Path) -> None:
        """Write into `folder`, telling `journal` first."""
        self.folder, self.journal = folder, journal
        self._folders: set[str] = set()

    def announce(self, paths: Iterable[str]) -> None:
        """Tell the journal which files will be written or deleted."""
        if lines := "".join(f"{path}\n" for path in paths):
            self.journal.parent.mkdir(parents=True, exist_ok=True)
            with self.journal.open("a", encoding="utf-8") as stream:
                stream.write(lines)

    def put(self, path: str, data: bytes) -> bool:
        """Make a file hold these bytes, whole at every moment; return whether it did not yet."""
        file = f"{self.folder}/{path}"
        if _holds(file, data):
            return False
        above, _, name = file.rpartition("/")
        if above not in self._folders:
            _make(above)
            self._folders.add(above)
        half = f"{above}/.{name}{HALF}"
        try:
            with open(half, "wb") as stream:
                stream.write(data)
            os.replace(half, file)
        except OSError:
            if os.path.lexists(half):
                os.unlink(half)
            raise
        return True

    def delete(self, path: str) -> bool:
        """Delete a file and the folders that it leaves empty; return whether it was there."""
        file = self.folder / path
        was_there = file.is_file() or file.is_symlink()
        for ours in (file, file.with_name(f".{file.name}{HALF}")):
            if ours.is_file() or ours.is_symlink():  # a folder in its place is not what we made
                ours.unlink()
        folder = file.parent
        while folder != self.folder and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            self._folders.discard(str(folder))
            folder = folder.parent
        return was_there


def _make(folder: str) -> None:
    """Make a folder; most often only the last one of its path is missing."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _holds(file: str, data: bytes) -> bool:
    try:
        if os.stat(file).st_size != len(data):
            return False
        with open(file, "rb") as stream:
            return stream.read() == data
    except FileNotFoundError:
        return False


def journal_of(store: Path, process: int) -> Path:
    """Return the journal of a process that writes for a store."""
    return store.with_name(f"{store.stem}.{process}.journal")


def journals_of(store: Path) -> list[Path]:
    """Return the journals that builds into the same output have left."""
    return sorted(store.parent.glob(f"{store.stem}.*.journal"))


def journaled(journals: Iterable[Path]) -> set[str]:
    """Return every path in some journals; what the last line half names was not yet touched."""
    found: set[str] = set()
    for journal in journals:
        found.update(journal.read_text("utf-8", "replace").split("\n")[:-1])
    return found


def files_in(folder: Path) -> Iterator[str]:
    """Yield every file below a folder, relative to it."""
    for above, _, names in os.walk(folder):
        inside = os.path.relpath(above, folder)
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)


def whole_of(path: str) -> str | None:
    """Return the file that a killed build was about to write, None for a path that is no half."""
    folder, slash, name = path.rpartition("/")
    is_half = name.startswith(".") and name.endswith(HALF)
    return f"{folder}{slash}{name[1 : -len(HALF)]}" if is_half else None


def signature_of(folder: Path) -> bytes:
    """Return what shows that a folder was emptied, replaced, or changed at its top."""
    try:
        status = folder.stat()
    except FileNotFoundError:
        return b""
    return f"{status.st_dev} {status.st_ino} {status.st_mtime_ns}".encode()
