"""Folder -> manifest: every file with its size and SHA-256, in a text that `sha256sum -c` reads.

The same files give the same bytes, on any machine:

    # tellal manifest 1: 2 files, 11 bytes
    #5
    2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  en/index.html
    #6
    5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  sq/index.html
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from os import DirEntry
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from tellal.domain.findings import WrongAnswer

HEAD = "# tellal manifest 1: "
LINES = re.compile(r"#([0-9]+)\n([0-9a-f]{64})  ([^\\\n]+)\n")

NOT_A_FILE = "{path} is no file but a link or a device. Only files and folders are published."
BAD_NAME = "The name {path} holds a character that cannot be published. Give the file another name."
NO_MANIFEST = "The manifest {where} is damaged at line {line}. Nothing was published."


class Entry(NamedTuple):
    """One file as it is published. `path` is relative, with "/"."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """All files of a release, in the order of the bytes of their paths."""

    entries: tuple[Entry, ...]

    @cached_property
    def text(self) -> str:
        """Return the manifest as it is written down."""
        count, size = len(self.entries), sum(entry.size for entry in self.entries)
        lines = [f"{HEAD}{count} files, {size} bytes\n"]
        lines += [f"#{entry.size}\n{entry.sha256}  {entry.path}\n" for entry in self.entries]
        return "".join(lines)

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the text: it stands for the whole release."""
        return sha256(self.text.encode()).hexdigest()

    @cached_property
    def by_path(self) -> Mapping[str, Entry]:
        """Return the entries by their paths."""
        return {entry.path: entry for entry in self.entries}


NOTHING = Manifest(())


@dataclass(frozen=True, slots=True)
class Differences:
    """What one manifest has that another had not, paths in order."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    deleted: tuple[str, ...]

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self.new or self.changed or self.deleted)

    @property
    def to_send(self) -> tuple[str, ...]:
        """Return the files that the other side does not have."""
        return self.new + self.changed


def differences(before: Manifest, after: Manifest) -> Differences:
    """Return what became of the files of `before` in `after`."""
    old, new = before.by_path, after.by_path
    return Differences(
        new=tuple(path for path in new if path not in old),
        changed=tuple(path for path in new if path in old and new[path] != old[path]),
        deleted=tuple(path for path in old if path not in new),
    )


def manifest_of(entries: Iterable[Entry]) -> Manifest:
    """Return a manifest with its entries in order."""
    return Manifest(tuple(sorted(entries)))


def parse(text: str, where: object) -> Manifest:
    """Return the manifest that a text is. Raises WrongAnswer where one byte of it cannot be."""
    lines = LINES.findall(text)
    found = Manifest(tuple(Entry(path, int(size), digest) for size, digest, path in lines))
    if found.text != text:
        line = _first_other_line(found.text, text)
        raise WrongAnswer(NO_MANIFEST, where=where, line=line)
    return found


def _first_other_line(one: str, other: str) -> int:
    """Return the number of the first line in which two texts differ."""
    pairs = zip(one.split("\n"), other.split("\n"), strict=False)
    return next((number for number, (a, b) in enumerate(pairs, 1) if a != b), 1)


def verify(manifest: Manifest, folder: Path) -> Differences:
    """Return in what a folder differs from its manifest. Raises WrongAnswer for links."""
    there = manifest_of(entry_of(path, folder / path) for path, _ in files_in(folder))
    return differences(manifest, there)


def entry_of(path: str, file: Path) -> Entry:
    """Return the entry of a file that is read for it."""
    data = file.read_bytes()
    return Entry(path, len(data), sha256(data).hexdigest())


def files_in(folder: Path) -> Iterator[tuple[str, DirEntry[str]]]:
    """Yield every file below a folder by its path, without following a link.

    Raises WrongAnswer for links, devices, and names that no line can hold.
    """
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                if is_unspeakable(path):
                    raise WrongAnswer(BAD_NAME, path=ascii(path))
                mode = entry.stat(follow_symlinks=False).st_mode
                if S_ISDIR(mode):
                    waiting.append(path)
                elif S_ISREG(mode):
                    yield path, entry
                else:
                    raise WrongAnswer(NOT_A_FILE, path=path)


def is_unspeakable(path: str) -> bool:
    """Return whether a line, a terminal or another system would read a path as something else."""
    if "\\" in path or path.isprintable():
        return "\\" in path
    return any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in path)
