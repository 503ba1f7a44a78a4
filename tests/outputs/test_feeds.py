"""Feeds for newsrooms: valid in form, whole in text, with identities that outlive every edit."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tests.golden.accept import CONTENT, URL, build_golden
from tests.once import Once

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def output(once: Once) -> Path:
    return once.golden().folder


def feeds(output: Path, ending: str) -> list[Path]:
    found = sorted(output.rglob(f"feeds/*{ending}"))
    assert found
    return found


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_xml_feeds_keep_to_their_schema(output: Path, form: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMAS / f"{form}.rng"))

    for file in feeds(output, f".{form}.xml"):
        assert schema.validate(etree.parse(file)), f"{file}: {schema.error_log}"


def test_json_feeds_keep_to_their_schema(output: Path) -> None:
    schema = Draft202012Validator(json.loads((SCHEMAS / "jsonfeed.json").read_text("utf-8")))

    for file in feeds(output, "komunikata.json") + feeds(output, "all.json"):
        schema.validate(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize("ending", [".atom.xml", ".rss.xml"])
def test_feedparser_reads_every_feed_without_complaint(output: Path, ending: str) -> None:
    for file in feeds(output, ending):
        feed = feedparser.parse(file.read_bytes())

        assert not feed.bozo, f"{file}: {feed.get('bozo_exception')}"
        assert feed.entries
        assert feed.feed.language == _language_of(file, output)


def _language_of(file: Path, output: Path) -> str:
    first = file.relative_to(output).parts[0]
    return {"sr": "sr-Latn", "sr-cyrl": "sr-Cyrl"}.get(first, first)


def test_item_carries_its_whole_text_with_absolute_links(output: Path) -> None:
    feed = feedparser.parse((output / "sq/feeds/komunikata.atom.xml").read_bytes())
    text = feed.entries[0].content[0].value

    assert "Shihni" in text
    assert "<table>" in text
    assert f"{URL}/sq/vendime/2026/02/oraret/" in text
    links = re.findall(r'(?:href|src)="([^"]*)"', text)
    assert all(link.startswith("https://") for link in links)


def test_moments_are_on_the_clock_of_kosovo(output: Path) -> None:
    item = json.loads((output / "sq/feeds/komunikata.json").read_text("utf-8"))["items"][0]
    summer = json.loads((output / "sq/feeds/raporte.json").read_text("utf-8"))["items"][0]

    assert item["date_published"] == "2026-03-12T14:30:00+01:00"
    assert summer["date_published"] == "2026-01-30T00:00:00+01:00"


def test_a_correction_moves_the_moment_of_change_and_a_minor_one_does_not(output: Path) -> None:
    item = json.loads((output / "sq/feeds/komunikata.json").read_text("utf-8"))["items"][0]

    assert item["date_modified"] == "2026-03-13T00:00:00+01:00"


def test_photo_is_an_enclosure_with_type_and_length(output: Path) -> None:
    entry = feedparser.parse((output / "sr/feeds/all.rss.xml").read_bytes()).entries
    photo = next(e for e in entry if e.enclosures).enclosures[0]

    assert photo.href == f"{URL}/files/releases/2026/03-12-bursat/shkolla.png"
    assert photo.type == "image/png"
    size = (CONTENT / "releases/2026/03-12-bursat/shkolla.png").stat().st_size
    assert int(photo.length) == size


def test_feed_links_to_itself_and_pages_make_it_known(output: Path) -> None:
    for file in feeds(output, ".atom.xml"):
        root = etree.parse(file).getroot()
        own = root.find(f"{ATOM}link[@rel='self']").get("href")

        assert own == f"{URL}/{file.relative_to(output).as_posix()}"
    page = (output / "sq/komunikata/index.html").read_text("utf-8")
    for form in ("rss.xml", "atom.xml", "json"):
        assert f"/zyra/sq/feeds/komunikata.{form}" in page


def test_identity_survives_a_new_title_slug_and_text(output: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    file = content / "releases/2026/03-12-bursat/index.sq.md"
    text = file.read_text("utf-8").replace("title: Komuna ndan", "slug: tjeter\ntitle: U ndanë")
    file.write_text(text.replace("Lug, 12 mars", "Lug, 12 mars 2026"), "utf-8")
    build_golden(tmp_path / "output", tmp_path / "cache", content)

    before = json.loads((output / "sq/feeds/komunikata.json").read_text("utf-8"))["items"]
    after = json.loads((tmp_path / "output/sq/feeds/komunikata.json").read_text("utf-8"))["items"]

    assert [item["id"] for item in after] == [item["id"] for item in before]
    assert after[0]["url"] != before[0]["url"]


def test_no_two_items_share_an_identity(output: Path) -> None:
    seen: dict[str, str] = {}
    for file in feeds(output, ".json"):
        for item in json.loads(file.read_text("utf-8"))["items"]:
            assert seen.setdefault(item["id"], item["url"]) == item["url"]


def test_feed_holds_only_what_is_in_its_language(output: Path) -> None:
    turkish = json.loads((output / "tr/feeds/all.json").read_text("utf-8"))["items"]

    assert {item["url"] for item in turkish} == {f"{URL}/tr/bildiriler/2026/03/bursat/"}
    assert not (output / "tr/feeds/kararlar.json").exists()
