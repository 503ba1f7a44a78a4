"""Every address that the site names leads somewhere: pages, feeds, sitemaps, files, anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

from tests.once import Built, Once

PUBLISHED = "/log/"
"""What comes to the site when it is published: the public log. No build has it."""
URL_IN_TEXT = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module", params=["golden", "shipped"])
def site(request: pytest.FixtureRequest, once: Once) -> Built:
    return once.golden() if request.param == "golden" else once.shipped()


def links_of(file: Path) -> Iterator[str]:
    """Yield each address that a file names, as written."""
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        for name in ("href", "src"):
            yield from (str(link) for link in html.fromstring(text).xpath(f"//@{name}"))
    elif file.suffix == ".xml":
        root = etree.fromstring(text.encode())
        yield from (str(link) for link in root.xpath("//@href | //@url"))
        yield from (str(link) for link in root.xpath("//*[local-name()='loc']/text()"))
        yield from (str(link) for link in root.xpath("//channel//link/text()"))
        for content in root.xpath("//*[local-name()='content' or local-name()='encoded']/text()"):
            yield from map(unescape, URL_IN_TEXT.findall(str(content)))
    elif file.suffix == ".json":
        yield from re.findall(r'"(?:url|home_page_url|feed_url|image)": "([^"]*)"', text)
    elif file.suffix == ".css":
        yield from re.findall(r'url\("?([^")]*)"?\)', text)


def test_every_address_on_the_site_leads_to_a_file_and_every_anchor_to_a_place(
    site: Built,
) -> None:
    dead: list[str] = []
    anchors: dict[Path, set[str]] = {}
    for file in sorted(site.folder.rglob("*")):
        if file.suffix not in (".html", ".xml", ".json", ".css"):
            continue
        here = f"{site.url}/{file.relative_to(site.folder).as_posix()}"
        for link in links_of(file):
            whole = urlsplit(urljoin(here, link))
            if f"{whole.scheme}://{whole.netloc}{whole.path}".startswith(f"{site.url}/"):
                target = _file_of(site, whole.path)
                if whole.path.startswith(f"{urlsplit(site.url).path}{PUBLISHED}"):
                    continue
                if not target.is_file() or (
                    whole.fragment and whole.fragment not in _anchors(target, anchors)
                ):
                    dead.append(f"{file.relative_to(site.folder)}: {link}")
            elif whole.scheme not in ("http", "https", "mailto", "tel"):
                dead.append(f"{file.relative_to(site.folder)}: {link}")

    assert dead == []


def _file_of(site: Built, path: str) -> Path:
    inside = unquote(path).removeprefix(urlsplit(site.url).path).lstrip("/")
    file = site.folder / inside
    return file / "index.html" if path.endswith("/") else file


def _anchors(file: Path, known: dict[Path, set[str]]) -> set[str]:
    if file not in known:
        known[file] = set(re.findall(r'\bid="([^"]*)"', file.read_text("utf-8")))
    return known[file]


def test_every_page_can_be_reached_from_the_front_door(site: Built) -> None:
    front = site.folder / "index.html"
    seen, waiting = {front}, [front]
    while waiting:
        file = waiting.pop()
        here = f"{site.url}/{file.relative_to(site.folder).as_posix()}"
        for link in links_of(file):
            whole = urlsplit(urljoin(here, link))
            if f"{whole.scheme}://{whole.netloc}{whole.path}".startswith(f"{site.url}/"):
                target = _file_of(site, whole.path)
                if target.suffix == ".html" and target not in seen:
                    seen.add(target)
                    waiting.append(target)
    unseen = set(site.folder.rglob("*.html")) - seen
    # Former addresses, gone texts and error pages are met from outside alone.
    unlinked = [f for f in unseen if not _is_met_from_outside(f)]

    assert unlinked == []


def _is_met_from_outside(file: Path) -> bool:
    text = file.read_text("utf-8")
    return 'name="robots" content="noindex' in text


def test_no_list_shows_a_publication_twice_and_no_list_is_empty(site: Built) -> None:
    for file in site.folder.rglob("*.html"):
        page = html.fromstring(file.read_text("utf-8"))
        entries = [str(a) for a in page.xpath("//*[contains(@class,'entry')]//h3/a/@href")]

        assert len(entries) == len(set(entries)), f"{file} lists something twice"
        filled = "[not(contains(@class, 'kept'))]"  # what a script fills where there is no line
        for items in page.xpath(f"//main//ul{filled} | //main//ol | //main//dl"):
            assert len(items), f"{file} has an empty list"


def test_languages_name_each_other_both_ways(site: Built) -> None:
    named: dict[str, set[str]] = {}
    for file in site.folder.rglob("*.html"):
        page = html.fromstring(file.read_text("utf-8"))
        canonical = page.xpath("string(//link[@rel='canonical']/@href)")
        links = page.xpath("//link[@rel='alternate'][@hreflang]/@href")
        if links:
            named[str(canonical)] = {str(link) for link in links}

    for url, others in named.items():
        if urlsplit(url).path.rstrip("/") != urlsplit(site.url).path.rstrip("/"):
            assert url in others
            assert all(url in named[other] for other in others if other in named)
            assert all(other in named for other in others)
