"""The written configuration in a real nginx and a real Apache: what a browser is told, and how."""

from __future__ import annotations

import gzip
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest

from bench.hosts import BROTLI, Apache, Nginx, free_port, tool
from tests.publish.conftest import PAGE, Desk, desk_of


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    head: Message
    body: bytes

    @property
    def place(self) -> str:
        """Return where the answer leads: on this site, whatever host the question named."""
        whole = urlsplit(self.head["Location"] or "")
        assert whole.netloc in ("", "gjilan.example")
        return whole.path

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Site:
    """A site as it is served, and the desk that publishes it."""

    port: int
    desk: Desk
    server: Nginx | Apache

    @property
    def name(self) -> str:
        """Return the name of the server."""
        return type(self.server).__name__.lower()

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        line = HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, headers=named)
        answer = line.getresponse()
        found = Answer(answer.status, answer.msg, answer.read())
        line.close()
        return found


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """Give an office that has published a site, in a folder that everybody may read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        desk = desk_of(folder / "desk", f"folder://{folder}/srv", folder / "srv")
        card = desk.folder / "content/office/office.yaml"
        with card.open("a", encoding="utf-8") as stream:
            stream.write("video_hosts: [video.example]\n")
        moved = desk.folder / "content/releases/2026/03-12-bora/index.sq.md"
        moved.write_text("---\ntitle: Bora\nslug: bora-e-re\n---\n\nTeksti.\n", "utf-8")
        session = desk.folder / "content/sessions/2026/03-12-seanca/index.sq.md"
        session.parent.mkdir(parents=True)
        session.write_text(SESSION, "utf-8")
        desk.git("add", "-A")
        desk.git("commit", "-qm", "Move")
        desk.publish()
        yield desk


@pytest.fixture(scope="module", params=["nginx", "apache"])
def site(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Site]:
    """Give the published site, served with the files that were written for a server."""
    port, folder = free_port(), desk.folder.parent / request.param
    words = (request.param, "--into", str(folder), "--listen", f"127.0.0.1:{port}")
    more = () if BROTLI.is_file() else ("--no-brotli",)
    done = desk.tellal("server-files", *words, *more)
    assert done.returncode == 0, done.stderr
    with Nginx(folder, port) if request.param == "nginx" else Apache(folder, port) as server:
        yield Site(port, desk, server)


SESSION = """---
title: Seanca e parë
number: 1
type: regular
body: assembly
starts: 2026-03-12T10:00
status: held
streams:
  recording: https://video.example/w/abcdef
agenda: []
---

Teksti.
"""
STAGE = "/sq/seanca/2026/03/seanca/"
PLACE = "/sq/komunikata/2026/03/bora-e-re/"


# --- what is published is served ---


def test_page_is_served_and_the_next_publish_is_seen_at_once(site: Site) -> None:
    assert "Teksti." in site.ask(PLACE).text
    site.desk.write("Teksti i ri.\n", f"2026/03-13-{site.name}")
    site.desk.git("add", "-A")
    site.desk.git("commit", "-qm", "More")
    site.desk.publish()
    release = site.desk.public.release
    place = f"/sq/komunikata/2026/03/{site.name}/"

    assert "Teksti i ri." in site.ask(place).text
    assert site.desk.tellal("rollback").returncode == 0
    assert site.ask(place).status == 404
    assert site.desk.tellal("rollback", release).returncode == 0


# --- heads ---


def test_every_answer_carries_the_heads_that_protect_its_reader(site: Site) -> None:
    for path in ("/", PLACE, "/theme/css/site.css", "/sq/nothing", "/sq/feeds/all.rss.xml"):
        head = site.ask(path).head
        assert head["X-Content-Type-Options"] == "nosniff", path
        assert head["X-Frame-Options"] == "DENY", path
        assert head["Referrer-Policy"] == "same-origin", path
        assert "camera=()" in head["Permissions-Policy"], path
        assert head["Cross-Origin-Opener-Policy"] == "same-origin", path
        assert head.get_all("Content-Security-Policy", []), path
        assert "/" not in head["Server"], path


def policies(answer: Answer) -> tuple[str, str]:
    """Return what a page states as its policy, and what the server says."""
    stated = re.search('Content-Security-Policy" content="([^"]+)"', unescape(answer.text))
    [said] = answer.head.get_all("Content-Security-Policy") or []
    assert stated
    return stated[1], said


def test_policy_of_a_page_is_what_it_states_itself_and_nobody_may_frame_it(site: Site) -> None:
    for path in (PLACE, "/sq/nothing"):
        stated, said = policies(site.ask(path))
        assert said == f"{stated}; frame-ancestors 'none'"
    [svg] = site.ask("/theme/icon.svg").head.get_all("Content-Security-Policy") or []
    assert svg.endswith("sandbox")


def test_worker_in_the_browser_may_ask_the_site_and_nobody_else(site: Site) -> None:
    [said] = site.ask("/sw.js").head.get_all("Content-Security-Policy") or []

    assert said == "default-src 'self'; frame-ancestors 'none'"


def test_host_of_a_recording_is_allowed_where_a_page_may_play_it_and_nowhere_else(
    site: Site,
) -> None:
    stated, said = policies(site.ask(STAGE))
    frames = "frame-src https://video.example"

    assert frames in stated.split("; ")
    assert frames in said.split("; ")
    assert said.endswith("; frame-ancestors 'none'")
    assert said.startswith(policies(site.ask(PLACE))[0])
    assert "video.example" not in policies(site.ask(PLACE))[1]


@pytest.mark.parametrize(
    ("path", "media_type", "cache"),
    [
        (PLACE, "text/html; charset=utf-8", "no-cache"),
        ("/theme/css/site.css", "text/css; charset=utf-8", "public, max-age=600"),
        ("/sq/emergency.css", "text/css; charset=utf-8", "no-cache"),
        ("/sq/emergency.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/sq/manifest.webmanifest", "application/manifest+json", "public, max-age=120"),
        ("/theme/icon.svg", "image/svg+xml", "public, max-age=86400"),
        ("/theme/fonts/tellal-sans-latin.woff2", "font/woff2", "public, max-age=2592000"),
        ("/sq/feeds/all.rss.xml", "application/rss+xml; charset=utf-8", "public, max-age=120"),
        ("/sq/feeds/all.atom.xml", "application/atom+xml; charset=utf-8", "public, max-age=120"),
        ("/sq/feeds/all.json", "application/feed+json; charset=utf-8", "public, max-age=120"),
        ("/sitemap.xml", "application/xml; charset=utf-8", "public, max-age=120"),
        ("/robots.txt", "text/plain; charset=utf-8", "no-cache"),
    ],
)
def test_each_type_of_content_is_named_and_kept_as_long_as_it_may(
    site: Site, path: str, media_type: str, cache: str
) -> None:
    answer = site.ask(path)

    assert answer.status == 200
    assert answer.head["Content-Type"] == media_type
    assert answer.head["Cache-Control"] == cache


def test_page_that_did_not_change_is_not_sent_again(site: Site) -> None:
    tag = site.ask(PLACE).head["ETag"]

    assert site.ask(PLACE, If_None_Match=tag).status == 304


def test_data_may_be_read_from_other_sites_and_pages_may_not(site: Site) -> None:
    assert site.ask("/sq/feeds/all.json").head["Access-Control-Allow-Origin"] == "*"
    assert site.ask(PLACE).head["Access-Control-Allow-Origin"] is None


# --- smaller ---


@pytest.mark.parametrize("form", ["br", "gzip"])
def test_smaller_file_that_lies_beside_is_served(site: Site, form: str) -> None:
    plain, small = site.ask(PLACE), site.ask(PLACE, Accept_Encoding=f"{form}, deflate")

    assert plain.head["Content-Encoding"] is None
    assert small.head["Content-Encoding"] == form
    assert "Accept-Encoding" in ", ".join(small.head.get_all("Vary") or [])
    assert len(small.body) < len(plain.body) / 2
    if form == "gzip":
        assert gzip.decompress(small.body) == plain.body
    else:
        brotli = (tool("brotli"), "--decompress", "--stdout")
        done = subprocess.run(brotli, input=small.body, capture_output=True, check=True)
        assert done.stdout == plain.body


# --- languages ---


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ("sq", "/sq/"),
        ("sq-AL,sq;q=0.9,en;q=0.8", "/sq/"),
        ("de-CH,de;q=0.9,tr;q=0.8,en;q=0.7", "/tr/"),
        ("SR-Cyrl-RS,sr;q=0.8", "/sr-cyrl/"),
        ("sr-Latn,en", "/sr/"),
        ("bs-BA,bs;q=0.9,en;q=0.8", "/sr/"),
        ("sq;q=0,en", "/en/"),
        ("srx,trk,en-GB", "/en/"),
    ],
)
def test_front_door_leads_to_the_language_that_the_browser_names_first(
    site: Site, wanted: str, place: str
) -> None:
    answer = site.ask("/", Accept_Language=wanted)

    assert (answer.status, answer.place) == (302, place)
    assert "Accept-Language" in ", ".join(answer.head.get_all("Vary") or [])


@pytest.mark.parametrize("wanted", ["", "de", "*", "sq" * 3000 + ",", "a," * 3000])
def test_front_door_is_a_list_where_no_language_fits(site: Site, wanted: str) -> None:
    answer = site.ask("/", Accept_Language=wanted)

    assert answer.status == 200
    assert 'hreflang="sr-Cyrl"' in answer.text


@pytest.mark.parametrize("tag", ["sq", "sr", "sr-cyrl", "tr", "en"])
def test_what_is_not_there_is_said_in_the_language_of_the_address(site: Site, tag: str) -> None:
    answer = site.ask(f"/{tag}/nothing/", Accept_Language="de")

    assert answer.status == 404
    assert answer.body == (site.desk.public.tree / tag / "404.html").read_bytes()


def test_what_is_not_there_is_said_in_the_readers_language_or_the_offices(site: Site) -> None:
    tree = site.desk.public.tree

    assert site.ask("/x", Accept_Language="tr").body == (tree / "tr/404.html").read_bytes()
    assert site.ask("/x").body == (tree / "sq/404.html").read_bytes()
    assert site.ask("/theme/").body == (tree / "sq/404.html").read_bytes()


# --- addresses ---


def test_page_that_moved_leads_to_the_new_address_at_once(site: Site) -> None:
    answer = site.ask(f"/{PAGE.removesuffix('index.html')}")

    assert (answer.status, answer.place) == (301, PLACE)


def test_page_that_moved_later_leads_on_though_nobody_wrote_the_configuration_anew(
    site: Site,
) -> None:
    slug = f"bora-{site.name}"
    site.desk.write("Teksti.", f"2026/03-14-{slug}")
    site.desk.git("add", "-A")
    site.desk.git("commit", "-qm", "More")
    site.desk.publish()
    file = site.desk.folder / f"content/releases/2026/03-14-{slug}/index.sq.md"
    facts = f"slug: {slug}-e-re\ntitle: "
    file.write_text(file.read_text("utf-8").replace("title: ", facts, 1), "utf-8")
    site.desk.git("commit", "-qam", "Move")
    site.desk.publish()
    old, new = (f"/sq/komunikata/2026/03/{name}/" for name in (slug, f"{slug}-e-re"))

    if isinstance(site.server, Nginx):
        assert f"url={new}" in site.ask(old).text
        site.server.reload()
    for _ in range(1000):  # a server that reloads still answers for a moment as before
        if (answer := site.ask(old)).status == 301:
            break
    assert (answer.status, answer.place) == (301, new)


def test_folder_without_a_slash_leads_to_the_one_with(site: Site) -> None:
    answer = site.ask("/sq/komunikata")

    assert (answer.status, answer.place) == (301, "/sq/komunikata/")


@pytest.mark.parametrize(
    "path",
    ["/../manifest", "/%2e%2e/manifest", "/sq/../../release.json", "/.git/config", "/sq/.new"],
)
def test_nothing_outside_the_public_tree_is_served(site: Site, path: str) -> None:
    assert site.ask(path).status in (400, 404)


def test_only_reading_is_possible(site: Site) -> None:
    assert site.ask(PLACE, "HEAD").status == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        assert site.ask(PLACE, method).status == 405


def test_site_of_the_web_is_configured_with_tls_and_stays_with_it(site: Site) -> None:
    folder = site.desk.folder.parent / "tls"
    assert site.desk.tellal("server-files", "nginx", "--into", str(folder)).returncode == 0
    text = (folder / "nginx.conf").read_text("utf-8")

    assert "return 301 https://gjilan.example$request_uri;" in text
    assert "Strict-Transport-Security" in text
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in text
    assert f"root {site.desk.public.root}/current/public;" in text


def test_timer_calls_the_publish_of_what_is_due(site: Site) -> None:
    folder = site.desk.folder.parent / "timer"
    assert site.desk.tellal("server-files", "systemd", "--into", str(folder)).returncode == 0
    service = (folder / "tellal-publish.service").read_text("utf-8")

    assert "python -m tellal publish --due" in service
    assert "OnCalendar=*:0/5" in (folder / "tellal-publish.timer").read_text("utf-8")


@pytest.mark.parametrize("host", ["x;}", "a b", "$x", "a\nb"])
def test_name_that_a_server_could_misread_is_refused(site: Site, host: str) -> None:
    line = site.desk.refused("server-files", "nginx", "--host", host, "--into", "/nowhere")

    assert "cannot stand in the configuration of a server" in line
