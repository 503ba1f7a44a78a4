"""Files beside a text -> Attached: size, and of pictures width and height."""

from __future__ import annotations

import warnings
from pathlib import Path

from tellal.domain.editions import Attached
from tellal.domain.findings import Finding, finding
from tellal.reading.scan import Source

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
FORMATS = ("JPEG", "PNG", "WEBP")

NO_PICTURE = (
    'The file "{file}" is not a picture. Name a JPEG, PNG or WebP, or link to the file instead.'
)
NOT_A_PICTURE = "The picture cannot be opened. Save it again as JPEG, PNG or WebP."


def read_file(root: Path, source: Source) -> tuple[Attached | None, list[Finding]]:
    """Return what pages say of a file, and the finding that it is not what its name says."""
    file = root / source.path
    size = file.stat().st_size
    if not is_picture(source.name):
        return Attached(name=source.name, path=source.path, size_bytes=size), []
    measures = _measures(file)
    found = [] if measures else [finding(source.path, 0, "picture-broken", NOT_A_PICTURE)]
    width, height = measures or (None, None)
    return Attached(
        name=source.name, path=source.path, size_bytes=size, width=width, height=height
    ), found


def is_picture(name: str) -> bool:
    """Return whether a file name says that it is a picture."""
    return name.casefold().endswith(PICTURES)


def _measures(file: Path) -> tuple[int, int] | None:
    """Return width and height in pixels; only the head of the file is read.

    A file of another format is no picture, whatever its name says: no browser would show it.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():  # a large picture is told by its size, if it is too large
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as picture:
                return picture.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
