"""A site's files -> one zip that opens from a stick: pages made for a disk, and a manifest of all.

The same site gives the same bytes. It is a change of files and no second build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tellal.publish.compressed import SUFFIXES
from tellal.publish.manifest import Entry, Manifest, manifest_of
from tellal.publish.offline import SEARCH, Offline
from tellal.publish.shipment import MANIFEST
from tellal.publish.zipped import BEGINNING, FILE

SITE, START = "site", "START.html"
IN_A_LOT = 8_000_000
"""Bytes: two lots are in the memory at a time."""
LEVEL = 6

Lot = list[tuple[str, bytes]]


def write_bundle(
    files: Mapping[str, Path], offline: Offline, more: Mapping[str, bytes], file: Path
) -> Manifest:
    """Make a zip hold a site for a disk in a folder of its own, and `more` beside that folder.

    Returns what is in it. The zip is there whole or not at all.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.new")
    try:
        with ZipFile(half, "w") as archive:
            manifest = manifest_of(_written(archive, files, offline, more))
            _put(archive, MANIFEST, manifest.text.encode())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    return manifest


def _written(
    archive: ZipFile, files: Mapping[str, Path], offline: Offline, more: Mapping[str, bytes]
) -> Iterator[Entry]:
    for lot in (list(more.items()), *_lots(files, offline)):
        for path, data in lot:
            _put(archive, path, data)
            yield Entry(path, len(data), sha256(data).hexdigest())


def _lots(files: Mapping[str, Path], offline: Offline) -> Iterator[Lot]:
    """Yield all files in order; while one lot is packed, the next one is made."""
    waiting: Future[Lot] | None = None
    with ThreadPoolExecutor(1) as pool:
        for paths in _shares(files):
            following = pool.submit(_made, paths, files, offline)
            if waiting:
                yield waiting.result()
            waiting = following
        if waiting:
            yield waiting.result()


def _shares(files: Mapping[str, Path]) -> Iterator[list[str]]:
    """Yield the paths in order, cut where their files become too much at a time."""
    share, size = [], 0
    for path in sorted(files, key=str.encode):
        share.append(path)
        size += files[path].stat().st_size
        if size >= IN_A_LOT:
            yield share
            share, size = [], 0
    if share:
        yield share


def _made(paths: Sequence[str], files: Mapping[str, Path], offline: Offline) -> Lot:
    lot = []
    for path in paths:
        data = files[path].read_bytes()
        if path.endswith(".html"):
            data = offline.page(path, data)
        elif path.startswith(SEARCH):
            data = offline.answers(data)
        lot.append((f"{SITE}/{path}", data))
    return lot


def _put(archive: ZipFile, path: str, data: bytes) -> None:
    """Add a file that has no time; what is small already is not packed again."""
    info = ZipInfo(path, BEGINNING)
    packs = Path(path).suffix in SUFFIXES or path == MANIFEST
    info.compress_type = ZIP_DEFLATED if packs else ZIP_STORED
    info.create_system, info.external_attr = 3, FILE
    archive.writestr(info, data, compresslevel=LEVEL)
