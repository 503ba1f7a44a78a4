"""Feeds after a publish: hubs hear of news and of nothing else; feeds carry the head of the log."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tellal.publish.compressed import gzipped
from tellal.publish.verify import BEGIN, END, HEAD_IN, head_in
from tellal.publish.witnesses import with_head
from tests.publish.conftest import Desk
from tests.publish.standins import StandIn, standing_in
from tests.publish.test_log_published import begin_log, checked

SCHEMAS = Path(__file__).parent.parent / "outputs/schemas"
SITE = "https://gjilan.example"


@pytest.fixture
def hub() -> Iterator[StandIn]:
    """Give a hub on this machine."""
    with standing_in(lambda heard: (202, b"")) as server:
        yield server


@pytest.fixture
def hub_desk(desk: Desk, hub: StandIn, tmp_path: Path) -> Desk:
    """Give an office that has a log, and tells a hub of news."""
    desk.set(f"PUBLISH_HUBS = ({hub.url!r},)")
    return begin_log(desk, tmp_path)


def topics(hub: StandIn) -> list[str]:
    """Return the feeds of which the hub was told since it was asked last."""
    told = [url for heard in hub.heard for url in heard.all("hub.url")]
    assert all(heard.one("hub.mode") == "publish" for heard in hub.heard)
    hub.heard.clear()
    return sorted(told)


def feeds(desk: Desk) -> list[Path]:
    return sorted(
        file for file in desk.public.tree.glob("*/feeds/**/*.*") if not file.name.endswith(".gz")
    )


def test_hub_hears_of_news_once_and_not_of_a_minor_correction(hub_desk: Desk, hub: StandIn) -> None:
    hub_desk.publish()
    there = {
        f"{SITE}/{file.relative_to(hub_desk.public.tree).as_posix()}" for file in feeds(hub_desk)
    }
    assert set(topics(hub)) == there

    hub_desk.commit("Me një presje.")  # `minor: true`
    hub_desk.publish()
    feed = json.loads(hub_desk.public.read("sq/feeds/all.json"))
    assert "Me një presje." in feed["items"][0]["content_html"]
    assert feed["items"][0]["date_modified"] == feed["items"][0]["date_published"]
    assert topics(hub) == []
    atom = hub_desk.public.read("sq/feeds/all.atom.xml")
    assert set(re.findall("<(?:updated|published)>(.*?)<", atom)) == {"2026-03-12T00:00:00+01:00"}

    hub_desk.write("Bie shi.", "2026/03-13-shiu")
    hub_desk.commit("Me dy presje.")
    hub_desk.publish()
    forms = ("atom.xml", "json", "rss.xml")
    names = ("all", "komunikata")
    assert topics(hub) == [f"{SITE}/sq/feeds/{name}.{form}" for name in names for form in forms]


def test_hub_that_fails_is_told_with_the_next_publish_and_publishing_succeeds(
    hub_desk: Desk, hub: StandIn
) -> None:
    hub.reply = lambda heard: (503, b"")
    said = hub_desk.publish()
    assert f"The hub {hub.url} was not told of news in 6 feeds: HTTP 503." in said
    hub.reply = lambda heard: (0, b"")
    assert "was not told" in hub_desk.tellal("publish").stderr
    hub.heard.clear()
    hub.reply = lambda heard: (204, b"")
    assert "Nothing to publish" in hub_desk.refused("publish")

    assert len(topics(hub)) == 6


def test_hub_that_is_no_address_is_refused(desk: Desk) -> None:
    desk.set('PUBLISH_HUBS = ("hub.example",)')

    assert desk.refused("publish").startswith('PUBLISH_HUBS: "hub.example" is no address')


def test_each_feed_carries_the_head_of_the_log_in_all_its_forms(
    hub_desk: Desk, tmp_path: Path
) -> None:
    hub_desk.publish()
    head = hub_desk.public.read("log/head")
    schema = Draft202012Validator(json.loads((SCHEMAS / "jsonfeed.json").read_text("utf-8")))
    for file in feeds(hub_desk):
        text = file.read_text("utf-8")
        assert head_in(text) == head
        assert gzip.decompress(Path(f"{file}.gz").read_bytes()).decode() == text
        assert not Path(f"{file}.br").exists()
        if file.suffix == ".json":
            schema.validate(json.loads(text))
            assert json.loads(text)["hubs"][0]["type"] == "WebSub"
            continue
        form = etree.RelaxNG(etree.parse(SCHEMAS / f"{file.name.split('.')[1]}.rng"))
        tree = etree.parse(file)
        assert form.validate(tree), form.error_log
        assert tree.findtext(f".//{{{HEAD_IN}}}head") == head
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo
        assert {"self", "hub"} <= {link.rel for link in feed.feed.links}


def test_feed_that_was_kept_is_a_witness(hub_desk: Desk, tmp_path: Path) -> None:
    site, kept = hub_desk.public.root / "current", tmp_path / "kept.rss.xml"
    hub_desk.publish()
    before = feeds(hub_desk)[0].stat().st_ino
    kept.write_bytes((hub_desk.public.tree / "sq/feeds/all.rss.xml").read_bytes())
    hub_desk.commit("Teksti i ri.")
    hub_desk.publish()
    assert feeds(hub_desk)[0].stat().st_ino != before
    code, said = checked(site, "--older", str(kept))
    assert code == 0, said
    assert "Nothing of the" in said

    kept.write_text(kept.read_text("utf-8").replace("/log\n", "/lug\n"), "utf-8")
    assert "that of another log" in checked(site, "--older", str(kept))[1]
    feed = hub_desk.public.tree / "sq/feeds/all.json"
    told = json.loads(feed.read_text("utf-8"))
    feed.write_text(json.dumps({**told, "_tellal": {}}), "utf-8")
    code, said = checked(site)
    assert code == 1
    assert "/sq/feeds/all.json carries no head of the log." in said
    told["_tellal"]["head"] = told["_tellal"]["head"].replace("\n20", "\n19")
    feed.write_text(json.dumps(told), "utf-8")
    assert "/sq/feeds/all.json carries a head that is not of this log" in checked(site)[1]


def test_head_is_found_in_a_feed_that_an_archive_has_written_anew() -> None:
    head = f"a.example/log\n1\nAAAA\n2026-01-01T00:00:00Z\n\n{BEGIN}AAAA{END}"
    feed = b"<rss><channel><head>x</head><title>a</title></channel></rss>"
    stamped = with_head("sq/feeds/all.rss.xml", feed, head)
    anew = (
        stamped.decode().replace("tellal:", "n0:").replace("\n", "\r\n").replace(":tellal=", ":n0=")
    )

    assert head_in(stamped.decode()) == head
    assert head_in(anew.replace(END.strip() + "\r\n", END.strip())) == head
    assert head_in(feed.decode()) is None
    assert head_in("[" * 100_000) is None


def test_another_head_changes_only_the_end_of_a_feed_and_of_its_copy() -> None:
    text = "".join(f"<item>{number**3}</item>" for number in range(3000))
    feed = f"<rss><channel>{text}</channel></rss>".encode()
    one, two = (
        gzipped(with_head("sq/feeds/all.rss.xml", feed, head), HEAD_IN.encode())
        for head in ("a", "b")
    )

    assert len(one) > 5000
    assert one[:-60] == two[:-60]
    assert gzip.decompress(one) == with_head("sq/feeds/all.rss.xml", feed, "a")


def test_what_is_not_stamped_anew_stays_one_file_with_the_release_before(hub_desk: Desk) -> None:
    hub_desk.publish()
    (hub_desk.folder / "README").write_text("x", "utf-8")
    hub_desk.git("add", "-A")
    hub_desk.git("commit", "-qm", "Read")

    assert "Nothing to publish" in hub_desk.refused("publish")
