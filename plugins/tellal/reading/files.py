"""Files beside a text -> Attached: size, of pictures width and height, of PDFs the pages."""

from __future__ import annotations

import warnings
from hashlib import sha256
from io import BytesIO

from tellal.domain.editions import Attached
from tellal.domain.findings import Finding, finding
from tellal.reading.pdfs import is_pdf, measures_of
from tellal.reading.scan import Source

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
FORMATS = ("JPEG", "PNG", "WEBP")

NO_PICTURE = (
    'The file "{file}" is not a picture. Name a JPEG, PNG or WebP, or link to the file instead.'
)
NOT_A_PICTURE = "The picture cannot be opened. Save it again as JPEG, PNG or WebP."


def attached_of(source: Source, data: bytes) -> tuple[Attached, list[Finding]]:
    """Return what pages say of a file, and the finding that it is not what its name says."""
    measures = _measures(data) if is_picture(source.name) else None
    width, height = measures or (None, None)
    pages, has_text = (measures_of(data) if is_pdf(source.name) else None) or (None, None)
    attached = Attached(
        name=source.name,
        path=source.path,
        size_bytes=len(data),
        digest=sha256(data).hexdigest(),
        width=width,
        height=height,
        pages=pages,
        has_text=has_text,
    )
    if is_picture(source.name) and not measures:
        return attached, [finding(source.path, 0, "picture-broken", NOT_A_PICTURE)]
    return attached, []


def is_picture(name: str) -> bool:
    """Return whether a file name says that it is a picture."""
    return name.casefold().endswith(PICTURES)


def _measures(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; only the head of the file is read.

    A file of another format is no picture, whatever its name says: no browser would show it.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():  # a large picture is told by its size, if it is too large
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                return picture.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
