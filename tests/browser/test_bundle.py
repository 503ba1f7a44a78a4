"""The outage kit, opened from a disk: without a web server, without a network, in each language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, Request

from tellal.publish.manifest import parse
from tellal.publish.offline import Offline
from tests.browser.sites import Served, tree_of
from tests.desks import TELLAL, furnish, run, said
from tests.golden.accept import CONTENT
from tests.publish.keys import new_key

MOMENT = "2026-03-31T12:00"
LANGUAGES = ("sq", "sr-Latn", "sr-Cyrl", "tr", "en")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the unpacked kit of the golden municipality, with its log."""
    folder = tmp_path_factory.mktemp("kit")
    desk = furnish(folder / "desk")
    copytree(CONTENT, desk / "content")
    world = {"TELLAL_LOG_KEY": str(new_key(folder))}
    for words in (("log-key",), ("bundle", "kit.zip"), ("log",), ("bundle", "kit.zip")):
        more = ("--as-of", MOMENT) if words[0] == "bundle" else ()
        done = run(desk, *TELLAL, *words, *more, "--language", "en", **world)
        assert done.returncode == 0, said(done)
    with ZipFile(desk / "kit.zip") as archive:
        archive.extractall(folder / "stick")
    return folder / "stick"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page without a network, which fails where anything asked for is not there."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    wrong: list[str] = []

    def note(url: str, said: str) -> None:
        # A word that no page has is looked for in a part of the index that is not there.
        if "/site/search/" not in url:
            wrong.append(f"{url} {said}")

    def failed(request: Request) -> None:
        # What was still on its way when its page was left is not missing.
        if request.failure != "net::ERR_ABORTED":
            note(request.url, f"failed: {request.failure}")

    page.on("console", lambda c: note(c.location["url"], c.text) if c.type == "error" else None)
    page.on("requestfailed", failed)
    page.on("request", lambda r: None if r.url.startswith("file:") else note(r.url, "asked for"))
    yield page
    context.close()
    assert wrong == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_reader_gets_from_the_start_to_a_text_in_each_language(
    tag: str, kit: Path, page: Page
) -> None:
    page.goto((kit / "START.html").as_uri())
    page.click(f"main a[lang={tag}]")
    assert page.get_attribute("html", "lang") == tag
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).color") != (
        "rgb(0, 0, 0)"
    )
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)") > 0
    page.click(".menu a >> nth=0")
    page.click("main .entry a >> nth=0")
    assert page.get_attribute("html", "lang") in (tag, "sq")  # or the original
    assert page.inner_text("h1")
    page.go_back()
    page.click(".brand")
    assert page.url == (kit / "site" / tag.lower().removesuffix("-latn") / "index.html").as_uri()


def search_page(kit: Path, tag: str) -> Path | None:
    """Return the page of a language that searches."""
    pages = (kit / "site" / tag).rglob("*.html")
    return next((page for page in pages if b"search-page.js" in page.read_bytes()), None)


@pytest.mark.parametrize(("tag", "question"), [("sq", "bursa"), ("sr", "stipendija")])
def test_search_answers_from_a_disk_and_leads_to_what_it_found(
    tag: str, question: str, kit: Path, page: Page
) -> None:
    search = search_page(kit, tag)
    assert (search is not None) == (kit / "site/search").is_dir()
    if search:
        page.goto(search.as_uri())
        page.fill("#question", question)
        page.press("#question", "Enter")
        page.click(".search-results .entry a >> nth=0")
        assert page.inner_text("h1")
        assert page.url.endswith("/index.html")


def test_every_address_in_the_kit_leads_to_a_file_in_it(kit: Path) -> None:
    dead = []
    for file in kit.rglob("*.html"):
        links = tree_of(file).xpath("//@href | //@src | //@srcset | //@data-track")
        for link in {str(one) for one in links}:
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                there = file.parent / unquote(parts.path)
                dead += [] if there.is_file() else [f"{file}: {link}"]

    assert dead == []


def test_moved_page_leads_on_to_a_file(kit: Path) -> None:
    leading = [f for f in kit.rglob("*.html") if b'http-equiv="refresh"' in f.read_bytes()]

    assert leading
    for file in leading:
        match = re.search(rb'content="0; url=([^"]+)"', file.read_bytes())
        assert match
        assert (file.parent / match[1].decode()).is_file()


def test_manifest_names_all_that_is_in_the_kit(kit: Path) -> None:
    manifest = parse((kit / "manifest").read_text("utf-8"), kit)
    there = {f.relative_to(kit).as_posix(): f for f in kit.rglob("*") if f.is_file()}

    assert {*manifest.by_path} == {*there} - {"manifest"}
    for path, entry in manifest.by_path.items():
        assert hashlib.sha256(there[path].read_bytes()).hexdigest() == entry.sha256, path
    assert "site/log/verify.py" in there
    assert not [path for path in there if path.endswith((".gz", ".br"))]


def test_page_of_the_web_can_be_made_again_of_that_of_the_kit(golden: Served) -> None:
    offline = Offline(urlsplit(golden.url).path)
    for file in golden.folder.rglob("*.html"):
        path, html = file.relative_to(golden.folder).as_posix(), file.read_bytes()
        assert offline.restored(path, offline.page(path, html)) == html, path
