"""A photo in its sizes shows what the photo shows, to every reader, and tells nothing else."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms

from tellal.domain.sizes import Size, card_of, sizes_of
from tellal.outputs.photos import in_sizes
from tests.reading.test_pictures import SECRETS, exif

FORMS = ["avif", "webp", "jpg"]
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(width: int = 600, height: int = 400, mode: str = "RGB") -> Image.Image:
    """Return a picture that is red above and blue below."""
    whole = Image.new("RGB", (width, height), RED)
    whole.paste(BLUE, (0, height // 2, width, height))
    return whole.convert(mode)


def saved(some: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    stream = BytesIO()
    some.save(stream, form, **options)
    return stream.getvalue()


def made(data: bytes, *sizes: Size) -> list[Image.Image]:
    return [Image.open(BytesIO(made)) for made in in_sizes(data, sizes)]


def is_like(pixel: Any, colour: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 25 for one, other in zip(pixel, colour, strict=False))


@pytest.mark.parametrize("form", FORMS)
def test_photo_that_was_taken_on_its_side_stands_upright(form: str) -> None:
    data = saved(picture(), "JPEG", exif=exif(turned=6))

    (size,) = made(data, Size(200, 300, form))

    assert size.size == (200, 300)
    assert is_like(size.convert("RGB").getpixel((190, 150)), RED)
    assert is_like(size.convert("RGB").getpixel((10, 150)), BLUE)


@pytest.mark.parametrize("form", FORMS)
def test_size_holds_nothing_that_the_camera_wrote(form: str) -> None:
    data = saved(picture(), "JPEG", exif=exif(), comment=b"Fotograf: Fitim", xmp=b"<x:xmpmeta>")

    (size,) = in_sizes(data, [Size(200, 300, form)])

    assert [secret for secret in SECRETS if secret in size] == []
    assert not Image.open(BytesIO(size)).getexif()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "1", "P", "PA", "I;16", "CMYK"])
def test_photo_is_shown_in_whatever_colours_it_was_saved(mode: str) -> None:
    some = Image.new("I;16", (600, 400), 40_000) if mode == "I;16" else picture(mode=mode)
    data = saved(some, "TIFF" if mode == "PA" else "JPEG" if mode == "CMYK" else "PNG")

    sizes = made(data, *(Size(480, 320, form) for form in FORMS))

    assert [size.size for size in sizes] == [(480, 320)] * 3
    for size in sizes if mode in ("RGB", "RGBA", "P", "CMYK") else ():
        assert is_like(size.convert("RGB").getpixel((240, 40)), RED)
    if mode == "I;16":
        assert is_like(sizes[0].convert("RGB").getpixel((240, 40)), (156, 156, 156))


def test_what_is_clear_stays_so_and_is_white_where_it_cannot() -> None:
    data = saved(Image.new("RGBA", (600, 400), (0, 0, 0, 0)))

    avif, webp, jpg = made(data, *(Size(480, 320, form) for form in FORMS))

    assert avif.convert("RGBA").getpixel((9, 9))[3] == 0  # type: ignore[index]
    assert webp.convert("RGBA").getpixel((9, 9))[3] == 0  # type: ignore[index]
    assert jpg.getpixel((9, 9)) == (255, 255, 255)


def test_colours_of_another_profile_are_brought_into_those_of_the_web() -> None:
    data = saved(picture(), icc_profile=red_for_blue())

    (size,) = made(data, Size(480, 320, "webp"))

    assert "icc_profile" not in size.info
    assert is_like(size.convert("RGB").getpixel((240, 40)), BLUE)


def red_for_blue() -> bytes:
    """Return a profile in which red and blue have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile.replace("sRGB".encode("utf-16-be"), "anti".encode("utf-16-be"))
    names = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    return re.sub(rb"[rb]XYZ", lambda match: names[match[0]], profile)


def test_same_photo_gives_the_same_bytes_twice() -> None:
    data, sizes = saved(picture(), "JPEG"), sizes_of(600, 400)

    assert list(in_sizes(data, sizes)) == list(in_sizes(data, sizes))


@pytest.mark.parametrize("shape", [(481, 5), (481, 9_000), (500, 300), (1440, 960), (9_000, 500)])
def test_no_size_is_larger_than_the_photo(shape: tuple[int, int]) -> None:
    for size in sizes_of(*shape):
        assert 1 <= size.width <= shape[0]
        assert 1 <= size.height <= shape[1]
    card = card_of(*shape)
    assert card is None or (card.width <= shape[0] and card.height <= shape[1])


def test_small_photo_is_shown_as_it_is() -> None:
    assert sizes_of(480, 320) == ()


def test_card_is_cut_out_of_the_middle_and_more_below_than_above() -> None:
    (card,) = made(saved(picture(1200, 2400)), Size(1200, 630, "jpg"))

    first_blue = next(y for y in range(630) if is_like(card.getpixel((600, y)), BLUE))
    assert 300 < first_blue < 600
