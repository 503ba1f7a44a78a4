"""Shipment -> object storage, SFTP or FTP by rclone: places that know no links and no one step.

New files go first, so that no page names what is not there; then the pages, feeds and sitemaps
that lead to them; what is gone goes last. Beside the site lie its manifest and, while something is
on its way, that of what shall be: whatever a publish that broke off has left, the next one knows.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.manifest import NOTHING, Differences, Entry, Manifest, manifest_of, parse
from tellal.publish.shipment import PUBLIC, Shipment

NOT_STORED = "{place} could not be brought up to date: {reason}. Publish again; that finishes it."
NO_RCLONE = "rclone is not installed here. Install it: sudo apt-get install rclone."
NOT_THERE = (3, 4)
"""How rclone ends where there is no such folder or file."""
KEPT, INTENT = ".tellal/manifest", ".tellal/intent"
LEADING = (".html", ".xml", ".json", ".ics", ".txt")
"""What leads to other files, and so is renewed after them."""


@dataclass(frozen=True, slots=True)
class Storage:
    """A place that rclone knows, like remote:bucket/path."""

    place: str

    def manifest(self) -> Manifest:
        """Return what is there; what is doubtful after a publish that broke off has no digest."""
        kept, intent = self._read(KEPT), self._read(INTENT)
        if intent is NOTHING:
            return kept
        unmoved = {one for one in kept.entries if intent.by_path.get(one.path) == one}
        paths = {one.path for one in (*kept.entries, *intent.entries)}
        doubtful = paths - {one.path for one in unmoved}
        return manifest_of((*unmoved, *(Entry(path, 0, "") for path in doubtful)))

    def _read(self, name: str) -> Manifest:
        text = self.read(name).decode("utf-8", "replace")
        return parse(text, f"{self.place}/{name}") if text else NOTHING

    def read(self, name: str) -> bytes:
        """Return what a file holds, nothing where there is none. Raises WrongAnswer."""
        done = self._run("cat", f"{self.place}/{name}")
        if done.returncode and done.returncode not in NOT_THERE:
            raise self._failure(done)
        return done.stdout.encode("utf-8", "replace") if not done.returncode else b""

    def store(self, shipment: Shipment, changes: Differences, upload: Path) -> None:
        """Make the place hold a shipment, in an order in which no page leads to nothing."""
        shipment.lay_out(changes.to_send, upload)
        self._put(upload / "manifest", INTENT)
        leading = [path for path in changes.changed if path.endswith(LEADING)]
        first = [path for path in changes.to_send if path not in set(leading)]
        home = [path for path in leading if path.count("/") < 2]
        self._copy(upload, first)
        self._copy(upload, [path for path in leading if path not in set(home)])
        self._copy(upload, home)
        self._delete(upload, changes.deleted)
        self._put(upload / "manifest", KEPT)
        self._do("deletefile", f"{self.place}/{INTENT}")

    def damage(self, upload: Path) -> bool:
        """Return whether something that was sent is not there as it was sent."""
        done = self._run("check", "--one-way", str(upload / PUBLIC), self.place)
        return done.returncode != 0

    def _copy(self, upload: Path, paths: Sequence[str]) -> None:
        if paths:
            listed = str(_list(upload, paths))
            more = ("--ignore-times", "--no-traverse", "--files-from-raw", listed)
            self._do("copy", *more, str(upload / PUBLIC), self.place)

    def _delete(self, upload: Path, paths: Sequence[str]) -> None:
        if paths:
            self._do("delete", "--files-from-raw", str(_list(upload, paths)), self.place)

    def _put(self, file: Path, name: str) -> None:
        self._do("copyto", "--ignore-times", str(file), f"{self.place}/{name}")

    def _do(self, *words: str) -> None:
        if (done := self._run(*words)).returncode:
            raise self._failure(done)

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = ("rclone", *words, "--retries=3", "--ask-password=false")
        try:
            return subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except FileNotFoundError:
            raise WrongAnswer(NO_RCLONE) from None

    def _failure(self, done: subprocess.CompletedProcess[str]) -> WrongAnswer:
        lines = done.stderr.strip().splitlines() or ["?"]
        return WrongAnswer(NOT_STORED, place=self.place, reason=lines[-1][:300])


def _list(upload: Path, paths: Iterable[str]) -> Path:
    file = upload / "paths"
    file.write_text("".join(f"{path}\n" for path in paths), "utf-8")
    return file
