"""Photos in their sizes come and go with what shows them, and are made once."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tellal.compiler import darkroom
from tellal.compiler.building import build
from tellal.compiler.crew import Crew
from tellal.outputs import photos
from tests.build.workplace import Workplace

FOLDER = "releases/2026/03-12-foto"
TEXT = """---
title: Foto
photos:
  - {{file: bora.jpg, alt: Bora, credit: Zyra, licence: CC0}}
{more}---

Teksti. ![Harta](harta.png)
"""


def picture(form: str, shade: int = 90) -> bytes:
    stream = BytesIO()
    Image.new("L", (700, 400), shade).save(stream, form)
    return stream.getvalue()


def lay(place: Workplace, more: str = "", shade: int = 90) -> None:
    """Lay a release there with a photo, a picture in its text, and a picture to load down."""
    folder = place.content / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.sq.md").write_text(TEXT.format(more=more), "utf-8")
    (folder / "bora.jpg").write_bytes(picture("JPEG", shade))
    (folder / "harta.png").write_bytes(picture("PNG"))


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    place = Workplace(tmp_path)
    lay(place)
    return place


def sizes(place: Workplace) -> dict[str, bytes]:
    folder = place.output / "files" / FOLDER / "sizes"
    return {file.name: file.read_bytes() for file in folder.glob("*")}


def kept(place: Workplace) -> set[Path]:
    return set((place.settings.cache / "pictures").glob("*/*"))


def test_photos_and_pictures_in_texts_have_sizes_and_the_first_photo_a_card(
    place: Workplace,
) -> None:
    place.build()

    forms = {"480x274.avif", "480x274.webp", "700x400.avif", "700x400.webp", "700x400.jpg"}
    expected = {f"{name}-{form}" for name in ("bora.jpg", "harta.png") for form in forms}
    assert sizes(place).keys() == {*expected, "bora.jpg-700x368.jpg"}


def test_another_output_takes_them_as_they_were_made(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.build()
    before = sizes(place)
    monkeypatch.setattr(photos, "in_sizes", _nobody)

    build(place.settings, place.moments, Crew(cold=True))

    assert sizes(place) == before


def _nobody(*_: object) -> None:
    raise AssertionError("a picture was made again")


@pytest.mark.parametrize(
    "harm", [lambda file: file.write_bytes(b"half"), lambda file: file.write_bytes(b"")]
)
def test_what_is_kept_and_broken_is_made_again(
    place: Workplace, harm: Callable[[Path], object]
) -> None:
    place.build()
    before = sizes(place)
    for file in kept(place):
        harm(file)

    build(place.settings, place.moments, Crew(cold=True))

    assert sizes(place) == before


def test_another_photo_of_the_same_name_has_other_sizes_at_the_same_addresses(
    place: Workplace,
) -> None:
    place.build()
    before = sizes(place)

    lay(place, shade=20)
    place.build()

    after = sizes(place)
    assert after.keys() == before.keys()
    assert all((after[name] != before[name]) == name.startswith("bora") for name in after)


def test_photo_waits_with_its_publication_and_goes_with_it(place: Workplace) -> None:
    lay(place, "publish_at: 2026-03-31 12:00\n")
    place.as_of = "2026-03-31T11:59"
    place.build()
    assert sizes(place) == {}

    place.as_of = "2026-03-31T12:00"
    place.build()
    assert sizes(place)

    lay(place, "withdrawn: {on: 2026-03-31, reason: in_error}\n")
    place.build()
    assert sizes(place) == {}


def test_what_nobody_shows_any_more_is_swept_away_by_a_build_of_everything(
    place: Workplace,
) -> None:
    place.build()
    before = kept(place)
    (place.content / FOLDER / "harta.png").unlink()
    text = place.content / FOLDER / "index.sq.md"
    text.write_text(text.read_text("utf-8").replace("![Harta](harta.png)", ""), "utf-8")

    place.build()
    assert {name.split("-")[0] for name in sizes(place)} == {"bora.jpg"}
    assert kept(place) == before

    build(place.settings, place.moments, Crew(cold=True))
    gone = {name for name in before if name not in kept(place)}
    assert len(gone) == 5


def test_full_disk_leaves_no_half_picture(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tellal.domain.findings import WrongAnswer

    monkeypatch.setattr(darkroom, "sealed", _full)

    with pytest.raises(WrongAnswer, match="cannot be written"):
        place.build()
    assert kept(place) == set()


def _full(data: bytes) -> bytes:
    raise OSError(28, "No space left on device")
