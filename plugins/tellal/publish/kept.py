"""What was published to a place without releases, kept on this machine so that one can go back.

Each file lies there once, under its digest, most often as one more name of the file in `output/`;
each release has its record and its manifest. A place like that is open to all: what was withdrawn
must not lie in it, so the way back is here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.manifest import Manifest, parse
from tellal.publish.records import Listed, Release, Way, line_of, listed
from tellal.publish.releases import State
from tellal.publish.shipment import Shipment

NOT_KEPT = (
    "Of release {name} {path} is not on this machine as it was. Go back on the machine that "
    "published it, or to another release."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of releases."""

    folder: Path

    def keep(self, shipment: Shipment, release: Release, way: Way, count: int) -> None:
        """Keep a release that is public now, and the newest ones before it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for path, file in shipment.files.items():
            self._take(Path(file), shipment.entries[path].sha256)
        name = release.name
        self._write(f"{name}.manifest", shipment.manifest.text)
        lines = "".join(f"{name} {line_of(record)}\n" for record in (release, way))
        self._write(f"{name}.records", lines)
        for old in self.names[:-count]:
            for suffix in ("manifest", "records"):
                (self.folder / f"{old}.{suffix}").unlink(missing_ok=True)
        self._forget()

    @property
    def names(self) -> list[str]:
        """Return the names of all releases, the oldest first."""
        return sorted(file.stem for file in self.folder.glob("*.records"))

    def state(self, public: str) -> State:
        """Return what is kept; `public` is the digest of the manifest of what is public."""
        shown = [name for name in self.names if self.manifest(name).digest == public]
        return State(shown[-1] if shown else None, public, tuple(self.names), self.held)

    def listed(self, public: str) -> list[Listed]:
        """Return all releases, the newest first; `public` as above."""
        files = (self.folder / f"{name}.records" for name in self.names)
        lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
        return listed(self.names, self.state(public).public, self.names, lines)

    def manifest(self, name: str) -> Manifest:
        """Return the manifest of a release."""
        file = self.folder / f"{name}.manifest"
        return parse(file.read_text("utf-8"), file)

    def shipment(self, name: str, needed: Iterable[str]) -> Shipment:
        """Return a release. Raises WrongAnswer where a file that is needed is not as it was."""
        manifest = self.manifest(name)
        files = {entry.path: str(self._object(entry.sha256)) for entry in manifest.entries}
        for path in needed:
            with suppress(FileNotFoundError):
                digest = sha256(Path(files[path]).read_bytes()).hexdigest()
                if digest == manifest.by_path[path].sha256:
                    continue
            raise WrongAnswer(NOT_KEPT, name=name, path=path)
        return Shipment(manifest.by_path, files)

    def hold(self, words: str) -> None:
        """Remember that somebody went back: who, and from where; "" for nobody."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "held").write_text(words, "utf-8")

    @property
    def held(self) -> str:
        """Return who went back and from where, "" for nobody."""
        file = self.folder / "held"
        return file.read_text("utf-8") if file.is_file() else ""

    def _object(self, digest: str) -> Path:
        return self.folder / "objects" / digest[:2] / digest

    def _take(self, file: Path, digest: str) -> None:
        there = self._object(digest)
        if there.exists():
            return
        there.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(file, there)
        except OSError:  # another disk, or one that knows no links
            shutil.copyfile(file, there)

    def _write(self, name: str, text: str) -> None:
        half = self.folder / f".{name}.new"
        half.write_text(text, "utf-8")
        half.replace(self.folder / name)

    def _forget(self) -> None:
        """Take away the files that no release has any more."""
        needed = {entry.sha256 for name in self.names for entry in self.manifest(name).entries}
        for file in (self.folder / "objects").glob("*/*"):
            if file.name not in needed:
                file.unlink()
