"""What other sites show of a page: a photo, a card of its own, or that of its kind."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.build.test_photos import FOLDER as PHOTO
from tests.build.test_photos import lay
from tests.build.workplace import URL, Workplace

META = re.compile(
    r'<meta (?:property|name)="(?P<name>(?:og|twitter):[^"]*)" content="(?P<text>.*)">'
)
DATA = re.compile(r'<script type="application/ld\+json">(.*)</script>')
RELEASE = "releases/2026/03-12-bursat"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    place = Workplace(tmp_path)
    lay(place)
    card = place.content / "office/office.yaml"
    card.write_text(card.read_text("utf-8") + "titled_cards_from: 2026-03-01\n", "utf-8")
    return place


def html(place: Workplace, path: str) -> str:
    return (place.output / path / "index.html").read_text("utf-8")


def meta(place: Workplace, path: str) -> dict[str, str]:
    found = META.finditer(html(place, path))
    return {match["name"]: unescape(match["text"]) for match in found}


def data(place: Workplace, path: str) -> dict[str, Any]:
    (found,) = DATA.findall(html(place, path))
    loaded: dict[str, Any] = json.loads(found)
    return loaded


def image(place: Workplace, path: str) -> str:
    """Return the picture of a page, relative to the output."""
    return meta(place, path)["og:image"].removeprefix(f"{URL}/")


def test_every_page_that_may_be_found_names_a_picture_that_is_there(place: Workplace) -> None:
    place.build()

    pages = 0
    for file in place.output.rglob("*.html"):
        found = {m["name"]: unescape(m["text"]) for m in META.finditer(file.read_text("utf-8"))}
        is_found = 'name="robots"' not in file.read_text("utf-8")
        if "og:image" not in found:
            assert not is_found or file.parent == place.output or "moved" in file.read_text("utf-8")
            continue
        pages += 1
        measures = (int(found["og:image:width"]), int(found["og:image:height"]))
        with Image.open(place.output / found["og:image"].removeprefix(f"{URL}/")) as picture:
            assert picture.size == measures, file
        assert found["og:url"].startswith(f"{URL}/")
        assert all(found.values()), file
    assert pages > 100


def test_photo_comes_first_then_a_card_with_the_title_then_that_of_the_kind(
    place: Workplace,
) -> None:
    place.build()

    assert image(place, "sq/komunikata/2026/03/foto") == (
        f"files/{PHOTO}/sizes/bora.jpg-700x368.jpg"
    )
    assert image(place, "sr/saopstenja/2026/03/bursat") == f"cards/sr/{RELEASE}.png"
    assert image(place, "sq/konsultime/2026/02/parkimi") == "cards/sq/consultation.png"
    assert image(place, "sq") == "cards/sq/site.png"


def test_card_is_drawn_anew_with_its_title_and_goes_with_its_publication(place: Workplace) -> None:
    place.build()
    path, text = f"cards/sq/{RELEASE}.png", place.content / RELEASE / "index.sq.md"
    before, said = (place.output / path).read_bytes(), text.read_text("utf-8")

    text.write_text(f"{said}\nNjë fjali.\n", "utf-8")
    assert place.build().deleted == 0
    assert (place.output / path).read_bytes() == before

    text.write_text(re.sub("title: .*", "title: Titulli i ri", said), "utf-8")
    place.build()
    assert (place.output / path).read_bytes() != before

    withdrawn = "withdrawn: {on: 2026-03-31, reason: in_error}\n---\n\n"
    text.write_text(said.replace("---\n\n", withdrawn, 1), "utf-8")
    place.build()
    assert not (place.output / path).exists()


def test_colours_of_the_theme_are_those_of_all_cards(place: Workplace) -> None:
    place.build()
    before = (place.output / "cards/sq/site.png").read_bytes()
    tokens = place.theme / "static/css/tokens.css"
    tokens.write_text(tokens.read_text("utf-8").replace("--mast: #14294d", "--mast: #4d1429"))

    place.build()

    assert (place.output / "cards/sq/site.png").read_bytes() != before


def test_page_says_its_languages_as_other_sites_call_them(place: Workplace) -> None:
    place.build()

    text = html(place, "sr-cyrl/saopstenja/2026/03/bursat")
    assert re.findall('og:locale(?::alternate)?" content="(.*)"', text) == [
        "sr_RS",
        "sq_AL",
        "tr_TR",
    ]


def test_release_act_and_event_are_told_in_the_words_of_search_engines(place: Workplace) -> None:
    title = "A </script><b> & \\u0022"
    text = place.content / RELEASE / "index.sq.md"
    text.write_text(re.sub("title: .*", lambda _: f"title: '{title}'", text.read_text("utf-8")))
    place.build()

    release = data(place, "sq/komunikata/2026/03/bursat")
    assert (release["@type"], release["headline"]) == ("NewsArticle", title)
    assert release["datePublished"] == "2026-03-12"
    act = data(place, "sq/rregullore/2026/03/parkimi")
    assert (act["@type"], act["legislationIdentifier"]) == ("Legislation", "01/2026")
    event = data(place, "sq/seanca/2026/03/seanca-2")
    assert event["@type"] == "Event"
    assert event["startDate"].startswith("2026-03")
    assert not DATA.findall(html(place, "sq/kerkesa/2026/03/kontratat"))
