"""output/ -> shipment: what goes to the public, each file with the place its bytes lie at."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from tellal.domain.findings import WrongAnswer
from tellal.publish.compressed import compressed
from tellal.publish.folder import Memory, read_folder
from tellal.publish.manifest import Entry, Manifest, entry_of, manifest_of
from tellal.publish.verify import FEED

NOT_AS_BUILT = (
    "{path} is not as it was built: somebody changed it in {folder}. Build with --cold, and find "
    "out who writes there."
)
NOT_BUILT = "{path} in {folder} belongs to no page. Take it away, then publish."

PUBLIC, MANIFEST = "public", "manifest"


@dataclass(frozen=True)
class Shipment:
    """A site ready to go: what each path is, and the name of the file that holds its bytes."""

    entries: Mapping[str, Entry]
    files: Mapping[str, str]

    @cached_property
    def manifest(self) -> Manifest:
        """Return the list of all that goes."""
        return manifest_of(self.entries.values())

    def with_files(self, more: Mapping[str, Path], kept: Path | None = None) -> Shipment:
        """Return this shipment with some files more.

        Compressed ones lie beside where there is a folder for what was compressed before.
        """
        new = {path: entry_of(path, file) for path, file in more.items()}
        files = {path: str(file) for path, file in more.items()}
        beside = compressed(new.values(), files, kept) if kept else {}
        return Shipment({**self.entries, **new}, {**self.files, **files}).with_twins(beside)

    def with_twins(self, beside: Mapping[Entry, str]) -> Shipment:
        """Return this shipment with what is sent in place of some of its files, made smaller."""
        entries = {entry.path: entry for entry in beside}
        files = {entry.path: file for entry, file in beside.items()}
        return Shipment({**self.entries, **entries}, {**self.files, **files})

    def lay_out(self, paths: Iterable[str], place: Path) -> None:
        """Make a folder lead to some of the files, the manifest beside them, and to nothing else.

        A link by name leaves the file alone: a hard one would be a change of it for who looks.
        """
        shutil.rmtree(place, ignore_errors=True)
        (place / PUBLIC).mkdir(parents=True)
        (place / MANIFEST).write_text(self.manifest.text, "utf-8")
        for path in paths:
            there = place / PUBLIC / path
            there.parent.mkdir(parents=True, exist_ok=True)
            there.symlink_to(Path(self.files[path]).absolute())


def shipment_of(
    folder: Path, built: Mapping[str, bytes], kept: Path, small: bool = True
) -> Shipment:
    """Return the shipment that a folder makes; `small`: with compressed files beside.

    `built` has the digest of every file as a build remembers it; `kept` is a folder for what was
    read and compressed before. Feeds are not yet as they will be. Raises WrongAnswer where the
    folder holds anything else.
    """
    entries, digests = read_folder(folder, Memory(kept / "read"))
    if digests != built:
        _refuse(folder, digests, built)
    files = {path: f"{folder}/{path}" for path in entries}
    same = [entry for entry in entries.values() if not FEED.fullmatch(entry.path)] if small else []
    beside = compressed(same, files, kept / "compressed")
    own = {entry: file for entry, file in beside.items() if entry.path not in files}
    return Shipment(entries, files).with_twins(own)


def _refuse(folder: Path, there: Mapping[str, bytes], built: Mapping[str, bytes]) -> NoReturn:
    """Raise WrongAnswer for the first path that is not as it was built."""
    path = min(path for path in {*there, *built} if there.get(path) != built.get(path))
    raise WrongAnswer(NOT_AS_BUILT if path in built else NOT_BUILT, path=path, folder=folder)
