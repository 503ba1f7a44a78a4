"""Shipment -> one zip, the same bytes for the same site, there whole or not at all."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from tellal.publish.manifest import NOTHING, Entry, Manifest, manifest_of
from tellal.publish.shipment import Shipment

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell."""
FILE = 0o100644 << 16
PIECE = 1 << 20


def manifest_in(file: Path) -> Manifest:
    """Return what a zip holds, nothing where it cannot be read."""
    try:
        with ZipFile(file) as archive:
            return manifest_of(
                Entry(one.filename, one.file_size, _digest(archive, one))
                for one in archive.infolist()
            )
    except (FileNotFoundError, BadZipFile):
        return NOTHING


def _digest(archive: ZipFile, one: ZipInfo) -> str:
    digest = sha256()
    with archive.open(one) as stream:  # piece by piece: a small zip may hold a great deal
        while piece := stream.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def read_in(file: Path, path: str) -> bytes:
    """Return what one file in a zip holds, nothing where there is none."""
    try:
        with ZipFile(file) as archive:
            return archive.read(path)
    except (FileNotFoundError, BadZipFile, KeyError):
        return b""


def write_zip(shipment: Shipment, file: Path) -> int:
    """Make a zip hold a shipment; return its bytes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.new")
    try:
        with ZipFile(half, "w", ZIP_DEFLATED, compresslevel=9) as archive:
            for entry in shipment.manifest.entries:
                info = ZipInfo(entry.path, BEGINNING)
                info.compress_type, info.create_system = ZIP_DEFLATED, 3
                info.external_attr = FILE
                archive.writestr(info, Path(shipment.files[entry.path]).read_bytes())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    return file.stat().st_size
