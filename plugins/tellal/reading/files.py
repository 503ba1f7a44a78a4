"""Files beside a text -> Attached: size, and of pictures width and height."""

from __future__ import annotations

from pathlib import Path

from tellal.domain.editions import Attached
from tellal.domain.findings import Finding, finding
from tellal.reading.scan import Source

PICTURES = (".jpg", ".jpeg", ".png", ".webp")

NOT_A_PICTURE = "The picture cannot be opened. Save it again as JPEG, PNG or WebP."


def read_file(root: Path, source: Source) -> tuple[Attached | None, list[Finding]]:
    """Return what pages say of a file, or the finding that it is not what its name says."""
    file = root / source.path
    size = file.stat().st_size
    if not is_picture(source.name):
        return Attached(name=source.name, path=source.path, size_bytes=size), []
    measures = _measures(file)
    if measures is None:
        return None, [finding(source.path, 0, "picture-broken", NOT_A_PICTURE)]
    width, height = measures
    return Attached(
        name=source.name, path=source.path, size_bytes=size, width=width, height=height
    ), []


def is_picture(name: str) -> bool:
    """Return whether a file name says that it is a picture."""
    return name.casefold().endswith(PICTURES)


def _measures(file: Path) -> tuple[int, int] | None:
    """Return width and height in pixels; only the head of the file is read."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(file) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
