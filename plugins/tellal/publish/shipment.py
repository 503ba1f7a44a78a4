"""output/ -> shipment: what goes to the public, each file with the place its bytes lie at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.compressed import compressed
from tellal.publish.manifest import Entry, Manifest, manifest_of, read_folder
from tellal.publish.verify import FEED

NOT_AS_BUILT = (
    "{path} is not as it was built: somebody changed it in {folder}. Build with --cold, and find "
    "out who writes there."
)
NOT_BUILT = "{path} in {folder} belongs to no page. Take it away, then publish."

PUBLIC, MANIFEST = "public", "manifest"


@dataclass(frozen=True)
class Shipment:
    """A site ready to go. `files` has by path the file that holds the bytes."""

    manifest: Manifest
    files: Mapping[str, Path]

    def with_files(self, more: Mapping[str, Path], kept: Path | None = None) -> Shipment:
        """Return this shipment with some files more.

        Compressed ones lie beside where there is a folder for what was compressed before.
        """
        new = [_entry_of(path, file) for path, file in more.items()]
        beside = compressed(new, more, kept) if kept else {}
        entries = {entry.path: entry for entry in (*self.manifest.entries, *new, *beside)}
        files = {**self.files, **more} | {entry.path: file for entry, file in beside.items()}
        return Shipment(manifest_of(entries.values()), files)

    def lay_out(self, paths: Iterable[str], place: Path) -> None:
        """Make a folder hold some of the files, and the manifest beside them, and nothing else."""
        shutil.rmtree(place, ignore_errors=True)
        (place / PUBLIC).mkdir(parents=True)
        (place / MANIFEST).write_text(self.manifest.text, "utf-8")
        for path in paths:
            there = place / PUBLIC / path
            there.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(self.files[path], there)
            except OSError:  # another disk, or one that knows no links
                shutil.copy2(self.files[path], there)


def _entry_of(path: str, file: Path) -> Entry:
    data = file.read_bytes()
    return Entry(path, len(data), sha256(data).hexdigest())


def shipment_of(
    folder: Path, built: Mapping[str, bytes], kept: Path, small: bool = True
) -> Shipment:
    """Return the shipment that a folder makes; `small`: with compressed files beside.

    `built` has the digest of every file as a build remembers it; `kept` is a folder for what was
    compressed before. Feeds are not yet as they will be. Raises WrongAnswer where the folder holds
    anything else.
    """
    manifest, digests = read_folder(folder)
    for path in sorted({*digests, *built}):
        if path not in built:
            raise WrongAnswer(NOT_BUILT, path=path, folder=folder)
        if digests.get(path) != built[path]:
            raise WrongAnswer(NOT_AS_BUILT, path=path, folder=folder)
    same = [entry for entry in manifest.entries if not FEED.fullmatch(entry.path)] if small else []
    files = {path: folder / path for path in digests}
    beside = compressed(same, files, kept)
    files |= {entry.path: file for entry, file in beside.items() if entry.path not in files}
    both = [*manifest.entries, *(entry for entry in beside if entry.path not in digests)]
    return Shipment(manifest_of(both), files)
