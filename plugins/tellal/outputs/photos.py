"""A picture -> the same picture in smaller sizes, upright and in the colours of the web."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

import PIL
from PIL import Image, ImageCms, ImageOps, features

from tellal.domain.sizes import OLD_FORM, Size

# One thread: with several the bytes might depend on who was quicker.
AVIF = {"format": "AVIF", "quality": 50, "speed": 9, "max_threads": 1}
WEBP = {"format": "WEBP", "quality": 76, "method": 2}
JPEG = {"format": "JPEG", "quality": 78, "progressive": True, "optimize": True}
RECIPES: dict[str, dict[str, Any]] = {"avif": AVIF, "webp": WEBP, "jpg": JPEG}
HIGH_UP = 0.4
"""Where the middle of a card is, from above: faces are seldom in the lower half."""
REDUCING = 2.0
CLEAR = ("RGBA", "LA", "PA", "La", "RGBa")


@cache
def recipe() -> str:
    """Return all that may make other bytes of the same picture: this module, and its libraries."""
    libraries = [f"{name} {features.version(name)}" for name in ("avif", "webp", "jpg")]
    return f"{blake2b(Path(__file__).read_bytes()).hexdigest()} {PIL.__version__} {libraries}"


def in_sizes(data: bytes, sizes: Sequence[Size]) -> Iterator[bytes]:
    """Yield a picture in each of some sizes. It is unfolded once, no larger than is needed."""
    picture = _upright(data, sizes)
    scaled: dict[tuple[int, int], Any] = {}
    for size in sizes:
        shape = size.width, size.height
        if shape not in scaled:
            scaled[shape] = _fitted(picture, *shape)
        yield _encoded(scaled[shape], size.form)


def _upright(data: bytes, sizes: Sequence[Size]) -> Any:
    """Return a picture as it is seen, in RGB, with clear parts where it has any."""
    with Image.open(BytesIO(data)) as picture:
        longest = max(max(size.width, size.height) for size in sizes)
        picture.draft(None, (longest, longest))
        ImageOps.exif_transpose(picture, in_place=True)  # unfolded pictures are large: no copies
        picture.load()
    return _in_srgb(_in_colours(picture), picture.info.get("icc_profile"))


def _in_colours(picture: Any) -> Any:
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "CMYK":
        return picture
    is_clear = picture.mode in CLEAR or "transparency" in picture.info
    return _in_mode(picture, "RGBA" if is_clear else "RGB")


def _in_mode(picture: Any, mode: str) -> Any:
    return picture if picture.mode == mode else picture.convert(mode)


def _in_srgb(picture: Any, profile: bytes | None) -> Any:
    """Return a picture in the colours of the web; a profile that cannot be read is left out."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(own):
                srgb = ImageCms.createProfile("sRGB")
                return ImageCms.profileToProfile(picture, own, srgb, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return _in_mode(picture, mode)


def _fitted(picture: Any, width: int, height: int) -> Any:
    """Return a picture that fills a shape; what is over is cut off, more of it below than above."""
    wide, high = picture.size
    across, down = min(wide, high * width / height), min(high, wide * height / width)
    left, top = (wide - across) / 2, (high - down) * HIGH_UP
    box = (left, top, left + across, top + down)
    if box == (0, 0, width, height):
        return picture
    lanczos = Image.Resampling.LANCZOS
    return picture.resize((width, height), lanczos, box, reducing_gap=REDUCING)


def _encoded(picture: Any, form: str) -> bytes:
    """Return the bytes of a picture in a form, without a word of where it came from."""
    if form == OLD_FORM and picture.mode == "RGBA":
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture).convert("RGB")
    plain = picture.copy()
    plain.info.clear()
    stream = BytesIO()
    plain.save(stream, **RECIPES[form])
    return stream.getvalue()
