"""A picture -> its measures as it is seen, or why it cannot be shown to anybody."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any

from tellal.domain.findings import Finding, finding
from tellal.reading.pictures import ORIENTATION

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST_MEGAPIXELS = 64
"""More than any paper needs. A small file may unfold to any number of them."""
ON_ITS_SIDE = range(5, 9)

NOT_A_PICTURE = "The picture cannot be opened. Save it again as JPEG, PNG or WebP."
TOO_MANY_PIXELS = (
    "The picture has more than {largest} million pixels. Save it smaller; 4,000 on its long side "
    "are enough for any paper."
)
MOVES = (
    "The picture moves, and readers could not stop it. Save one that stands still, or lay a video "
    "beside the text and link to it."
)


class TooManyPixels(ValueError):
    """A picture has more pixels than are unfolded here."""


class Moving(ValueError):
    """A picture has more than one frame."""


def seen_size(path: str, data: bytes) -> tuple[tuple[int, int] | None, list[Finding]]:
    """Return width and height of a picture in pixels, the right way up, or why nobody can see it.

    All of it is unfolded once, since a head that is whole says nothing of the rest. A file of
    another format is no picture, whatever its name says: no browser would show it.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():  # how large is too large we say ourselves
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                return _size(picture), []
    except (TooManyPixels, Image.DecompressionBombError):
        largest = LARGEST_MEGAPIXELS
        return None, [finding(path, 0, "picture-too-large", TOO_MANY_PIXELS, largest=largest)]
    except Moving:
        return None, [finding(path, 0, "picture-moves", MOVES)]
    except Exception:  # whatever a broken picture does to its reader
        return None, [finding(path, 0, "picture-broken", NOT_A_PICTURE)]


def _size(picture: Any) -> tuple[int, int]:
    width, height = picture.size
    if width * height > LARGEST_MEGAPIXELS * 1_000_000:
        raise TooManyPixels
    if getattr(picture, "is_animated", False):
        raise Moving
    turned = picture.getexif().get(ORIENTATION) in ON_ITS_SIDE
    picture.draft(None, (1, 1))  # a JPEG can be unfolded to an eighth of its size
    picture.load()
    return (height, width) if turned else (width, height)
