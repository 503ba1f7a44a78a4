"""Shipment -> object storage, SFTP or FTP by rclone: places that know no links and no one step.

New files go first, so that no page names what is not there; then the pages, feeds and sitemaps
that lead to them; what is gone goes last. Beside the site lie its manifest and commit and, while
something is on its way, the manifest of what shall be: whatever a publish that broke off has left,
the next one knows. Such a place has no lock. Who finds that the manifest of what shall be is not
their own any more stops, and leaves it there, so that everything in doubt is sent once more.
"""

from __future__ import annotations

import re
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
TWO_AT_ONCE = (
    "While this was published to {place}, somebody else published there too. Agree on who does, "
    "then publish again: that sets right what both have left."
)
KEPT, INTENT, COMMIT = ".tellal/manifest", ".tellal/intent", ".tellal/commit"
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

    @property
    def commit(self) -> str | None:
        """Return the commit that was published last, None where that is not known."""
        found = self.read(COMMIT).decode("utf-8", "replace").strip()
        return found if re.fullmatch(r"[0-9a-f]{40,64}", found) else None

    def store(self, shipment: Shipment, changes: Differences, commit: str, upload: Path) -> None:
        """Make the place hold a shipment, in an order in which no page leads to nothing.

        Raises WrongAnswer also where somebody else has begun to publish there meanwhile.
        """
        shipment.lay_out(changes.to_send, upload)
        (upload / "commit").write_text(f"{commit}\n", "utf-8")
        self._put(upload / "manifest", INTENT)
        for paths in in_order(changes):
            self._copy(upload, paths)
        self._still_ours(shipment, upload)
        self._delete(upload, changes.deleted)
        self._still_ours(shipment, upload)
        self._put(upload / "commit", COMMIT)
        self._put(upload / "manifest", KEPT)
        self._do("deletefile", f"{self.place}/{INTENT}")

    def _still_ours(self, shipment: Shipment, upload: Path) -> None:
        if self.read(INTENT) != shipment.manifest.text.encode():
            self._put(upload / "manifest", INTENT)
            raise WrongAnswer(TWO_AT_ONCE, place=self.place)

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
        command = (
            "rclone",
            *words,
            "--copy-links",
            "--retries=3",
            "--transfers=8",
            "--ask-password=false",
        )
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


def in_order(changes: Differences) -> tuple[list[str], list[str], list[str]]:
    """Return what is sent first, what leads to that, and the pages that lead to those.

    >>> changes = Differences((), ("sq/a/index.html", "sq/index.html", "sq/a/x.pdf"), ())
    >>> in_order(changes)
    (['sq/a/x.pdf'], ['sq/a/index.html'], ['sq/index.html'])
    """
    leading = [path for path in changes.changed if path.endswith(LEADING)]
    home = [path for path in leading if path.count("/") < 2]
    last, at_home = set(leading), set(home)
    first = [path for path in changes.to_send if path not in last]
    return first, [path for path in leading if path not in at_home], home


def _list(upload: Path, paths: Iterable[str]) -> Path:
    file = upload / "paths"
    file.write_text("".join(f"{path}\n" for path in paths), "utf-8")
    return file
