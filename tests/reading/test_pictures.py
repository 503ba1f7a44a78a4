"""A published picture shows what it showed, and tells nothing else."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps
from PIL.PngImagePlugin import PngInfo

from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.reading.pictures import NotAPicture, stripped
from tellal.settings import Settings
from tests.conftest import AS_OF, NOW, OFFICE, WriteContent

FORMATS = ["JPEG", "PNG", "WEBP"]
MOMENTS = Moments(AS_OF, None, NOW)
SECRETS = (b"Canon", b"Fitim", b"Fotograf", b"GPSLatitude", b"xmpmeta")


def exif(turned: int = 6) -> Image.Exif:
    """Return what a camera writes: which way up, its name, its owner, and where it was."""
    data = Image.Exif()
    data[0x0112], data[0x010F], data[0x013B] = turned, "Canon EOS", "Fitim Fitimi"
    data.get_ifd(0x8825).update({1: "N", 2: (42.0, 27.0, 49.3), 3: "E", 4: (21.0, 28.0, 9.6)})
    return data


def photo(kind: str, turned: int = 6, **options: object) -> bytes:
    """Return a photo with everything in it that may not be published."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options |= {"exif": exif(turned), "icc_profile": profile}
    if kind == "JPEG":
        options["comment"] = b"Fotograf: Fitim"
    if kind == "PNG":
        text = PngInfo()
        text.add_text("Author", "Fitim Fitimi")
        text.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Fitim</x:xmpmeta>", zip=False)
        options["pnginfo"] = text
    else:
        options["xmp"] = b"<x:xmpmeta>GPSLatitude Fitim</x:xmpmeta>"
    stream = BytesIO()
    picture = Image.effect_noise((64, 40), 60).convert("RGB")
    picture.save(stream, kind, **options)
    return stream.getvalue()


PHOTOS = {kind: photo(kind) for kind in FORMATS}


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_that_the_camera_wrote_is_left(kind: str) -> None:
    data = PHOTOS[kind]
    assert any(secret in data for secret in SECRETS)

    left = stripped(data)

    assert [secret for secret in SECRETS if secret in left] == []
    assert set(opened(left).getexif()) <= {0x0112}
    assert not opened(left).getexif().get_ifd(0x8825)


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_seen_stays_bit_for_bit(kind: str) -> None:
    data = PHOTOS[kind]

    assert opened(stripped(data)).tobytes() == opened(data).tobytes()
    assert opened(stripped(data)).info["icc_profile"] == opened(data).info["icc_profile"]


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_photo_stands_as_it_stood(kind: str, turned: int) -> None:
    data = photo(kind, turned)
    left = opened(stripped(data))

    assert ImageOps.exif_transpose(left).size == ImageOps.exif_transpose(opened(data)).size
    assert left.getexif().get(0x0112, 1) == turned


@pytest.mark.parametrize("kind", FORMATS)
def test_picture_that_tells_nothing_stays_as_it_is(kind: str) -> None:
    once = stripped(PHOTOS[kind])

    assert stripped(once) == once


def test_picture_in_several_passes_is_whole() -> None:
    data = photo("JPEG", progressive=True)

    assert opened(stripped(data)).tobytes() == opened(data).tobytes()


def test_what_is_hung_behind_a_picture_is_cut_off() -> None:
    for kind in FORMATS:
        data = PHOTOS[kind]

        assert stripped(data + b"Fitim" + data) == stripped(data)


def test_part_that_only_looks_like_colours_is_taken_out() -> None:
    data = PHOTOS["JPEG"]
    preview = b"\xff\xe2\x00\x0bMPF\x00Fitim"

    assert stripped(data[:2] + preview + data[2:]) == stripped(data)


def test_remark_between_two_passes_is_taken_out() -> None:
    data = photo("JPEG", progressive=True)
    place = data.rindex(b"\xff\xda")
    remark = b"\xff\xfe\x00\x07Fitim"

    assert stripped(data[:place] + remark + data[place:]) == stripped(data)


@given(st.sampled_from(FORMATS), st.integers(0, 3000), st.binary(max_size=20))
def test_no_picture_breaks_it_and_none_is_published_half_searched(
    kind: str, place: int, noise: bytes
) -> None:
    data = PHOTOS[kind]
    hostile = data[:place] + noise + data[place + len(noise) :]
    try:
        left = stripped(hostile)
    except NotAPicture:
        return
    assert stripped(left) == left


PHOTOS = {kind: photo(kind) for kind in FORMATS}


@given(st.binary().filter(lambda data: data[:1] not in b"\xff\x89R"))
def test_what_is_no_picture_is_told(data: bytes) -> None:
    with pytest.raises(NotAPicture):
        stripped(data)


def test_site_publishes_the_stripped_picture_and_names_its_digest(
    write_content: WriteContent, tmp_path: Path
) -> None:
    folder = "releases/2026/03-12-bora"
    text = "---\ntitle: Bora\nattachments: [{file: bora.jpg}]\n---\n\nTeksti.\n"
    content = write_content({f"{folder}/index.sq.md": text, f"{folder}/bora.jpg": PHOTOS["JPEG"]})
    output = tmp_path / "output"
    theme = OFFICE.parents[1] / "theme"
    settings = Settings(content, output, theme, "https://x.example", tmp_path / "cache")

    build(settings, MOMENTS)

    data = (output / "files" / folder / "bora.jpg").read_bytes()
    assert data == stripped(PHOTOS["JPEG"])
    page = (output / "sq/komunikata/2026/03/bora/index.html").read_text("utf-8")
    assert sha256(data).hexdigest() in page or "sha" not in page.lower()
