"""Folder of content -> its texts as they were, commit by commit, from the repository around it.

Only the line of first parents is looked at: what was merged, not how it came about on a branch.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.git import Blobs, git
from tellal.reading.scan import EDITION

REVISED = re.compile(rb"^revisions[^\S\n]*:", re.MULTILINE)
"""How a text says that it was another one before."""
LOG = (
    "-c",
    "log.showSignature=false",
    "log",
    "--no-color",
    "--first-parent",
    "-m",
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--relative",
)
MARK = "\x01"
FILE = "100"
"""How the mode of a file begins, unlike that of a link."""


@dataclass(frozen=True, slots=True)
class Past:
    """The texts of a folder as a commit left them, by their paths, until the next one.

    `since` is the moment of that commit, in seconds since 1970; that of the present is endless.
    """

    since: float
    texts: tuple[tuple[str, bytes], ...]


Blob = tuple[str, str]
"""A path, and the name of what lies there, "" where nothing does any more."""


class Annals:
    """Tells of folders what their texts were; asks git once it is asked, and not before."""

    def __init__(self, content: Path, is_whole: bool = True, commit: str = "") -> None:
        """Tell what happened up to a commit, that of `HEAD` where none is named.

        `is_whole` says that many folders will be asked about, so that all of them are looked at
        in one go.
        """
        self.content, self.is_whole = content, is_whole
        self._commit = commit
        self.asked: set[str] = set()

    def __call__(self, folder: str, texts: list[tuple[str, bytes]]) -> tuple[Past, ...]:
        """Return what the texts of a folder were, the first ones first; nothing of one that
        does not say that it was revised, or that no commit has.
        """
        if not any(REVISED.search(data) for _, data in texts):
            return ()
        self.asked.add(folder)
        if not self.commit:
            return ()
        turns = self._all.get(folder, []) if self.is_whole else self._turns(folder).get(folder, [])
        return tuple(self._pasts(turns))

    @cached_property
    def commit(self) -> str:
        """Return the last commit, "" where there is none."""
        return self._commit or head_of(self.content)

    def close(self) -> None:
        """End what was begun."""
        if "_blobs" in self.__dict__:
            self._blobs.close()

    @cached_property
    def _blobs(self) -> Blobs:
        return Blobs(self.content)

    @cached_property
    def _all(self) -> dict[str, list[tuple[int, list[Blob]]]]:
        return self._turns(".")

    def _turns(self, below: str) -> dict[str, list[tuple[int, list[Blob]]]]:
        """Return by folder what each commit changed, the last one first, and when."""
        found: dict[str, list[tuple[int, list[Blob]]]] = defaultdict(list)
        log = git(self.content, *LOG, f"--format={MARK}%ct", self.commit, "--", below).stdout
        for part in log.decode("utf-8", "surrogateescape").split(MARK)[1:]:
            moment, *rest = part.split("\0")
            changed: dict[str, list[Blob]] = defaultdict(list)
            for line, path in zip(rest[::2], rest[1::2], strict=False):
                folder, _, name = path.rpartition("/")
                if EDITION.match(name):
                    _, mode, _, blob, _ = line.split()
                    changed[folder].append((path, blob if mode.startswith(FILE) else ""))
            for folder, some in changed.items():
                found[folder].append((int(moment), some))
        return found

    def _pasts(self, turns: list[tuple[int, list[Blob]]]) -> Iterator[Past]:
        there: dict[str, str] = {}
        for moment, changed in reversed(turns):
            there |= changed
            try:
                texts = [(path, self._blobs[blob]) for path, blob in sorted(there.items()) if blob]
            except KeyError:  # not fetched: of this commit nothing is at hand
                texts = []
            yield Past(moment, tuple(texts))


def head_of(content: Path) -> str:
    """Return the commit that a folder shows, "" where there is none, or no git."""
    try:
        done = git(content, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except FileNotFoundError:
        return ""
    return done.stdout.decode().strip() if done.returncode == 0 else ""


def folders_since(content: Path, before: str, after: str) -> set[str] | None:
    """Return the folders that commits changed after one; None where it is not in their line."""
    if not before or not after:
        return None
    line = f"{before}..{after}"
    walk = git(content, "rev-list", "--first-parent", "--parents", line, "--").stdout.decode()
    last = (walk.splitlines() or [""])[-1].split()
    if last[1:2] != [before]:
        return None
    options = (*(one for one in LOG if one != "--raw"), "--name-only", "--format=")
    log = git(content, *options, line, "--", ".").stdout
    paths = log.decode("utf-8", "surrogateescape").split("\0")
    return {path.strip("\n").rpartition("/")[0] for path in paths} - {""}
