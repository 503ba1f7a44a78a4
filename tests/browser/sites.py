"""Content -> a site as a browser meets it: built, served, and a choice of its pages."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html
from playwright.sync_api import Page

from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.settings import Settings
from tests.browser import tools
from tests.once import Built, Once


@dataclass(frozen=True, slots=True)
class Served:
    """A built site. `folder` holds its files; `address`, without a slash at its end, shows them.

    `url` is the address for which it was built, `makers` the template of each page, by its path.
    """

    folder: Path
    address: str
    url: str
    makers: Mapping[str, str] = field(hash=False)

    def files(self) -> list[Path]:
        """Return all pages, the longest first, by characters."""
        lengths = {file: len(file.read_text("utf-8")) for file in self.folder.rglob("*.html")}
        return sorted(lengths, key=lambda file: (-lengths[file], file))

    def addresses_of(self, files: Iterable[Path]) -> list[str]:
        """Return the addresses of pages, as links name them."""
        paths = (file.relative_to(self.folder).as_posix() for file in files)
        return [f"{self.address}/{path.removesuffix('index.html')}" for path in paths]

    def one_of_each(self, traits: Traits, but: Iterable[str] = ()) -> list[Path]:
        """Return few pages that together have all traits but some.

        Pages that only lead on to another address are left out: nobody stays on them.
        """
        found = {file: self.traits_of(file, traits) for file in self.files()}
        wanted = set().union(*found.values()).difference(but)
        chosen = []
        while wanted:
            chosen.append(max(found, key=lambda file: len(found[file] & wanted)))
            wanted -= found[chosen[-1]]
        return chosen

    def traits_of(self, file: Path, traits: Traits) -> set[str]:
        """Return the traits of a page, none of one that only leads on."""
        page, maker = tree_of(file), self.makers[file.relative_to(self.folder).as_posix()]
        return set() if is_moved(page) else set(traits(page, maker))


def with_typeface(page: Page, site: Served) -> Page:
    """Return a window that waits for the typeface, which readers on slow lines may go without."""
    sheet = (site.folder / "theme/css/site.css").read_text("utf-8")
    patient, times = re.subn(r"font-display:\s*optional", "font-display: swap", sheet)
    assert times
    page.route("**/site.css", lambda route: route.fulfill(body=patient, content_type="text/css"))
    return page


Traits = Callable[[html.HtmlElement, str], Iterable[str]]
"""Of the elements of a page, and of its template."""


def tree_of(file: Path) -> html.HtmlElement:
    """Return the elements of a page."""
    return html.fromstring(file.read_text("utf-8"))


def is_moved(page: html.HtmlElement) -> bool:
    """Return whether the page does nothing but lead to another address."""
    return bool(page.xpath("//meta[@http-equiv='refresh']"))


def looks(page: html.HtmlElement, maker: str) -> Iterator[str]:
    """Yield what the style sheet can tell apart: each part of the page, and what it stands in."""
    yield maker
    for element in page.body.iter("*"):
        yield f"{_part(element.getparent())} > {_part(element)}"


def looks_by_language(page: html.HtmlElement, maker: str) -> Iterator[str]:
    """Yield each part of the page, and its template, with the page's language."""
    yield f"{page.get('lang')} {maker}"
    yield from (f"{page.get('lang')} {_part(element)}" for element in page.body.iter("*"))


def written(site: Served) -> list[Path]:
    """Return the pages with a text that somebody wrote."""
    return [file for file in site.files() if tree_of(file).find_class("text")]


def _part(element: html.HtmlElement) -> str:
    return f"{element.tag}.{element.get('class', '')}"


@contextmanager
def served(site: Built) -> Iterator[Served]:
    """Give a site as a browser meets it, under the path of its address if that has one."""
    path = urlsplit(site.url).path
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, path.strip("/") or "site")
        place.symlink_to(site.folder)
        with tools.serve(Path(folder) if path.strip("/") else place) as host:
            yield Served(site.folder, f"{host}{path}", site.url, site.makers())


def alarmed(settings: Settings, place: Path, alarm: str, now: datetime) -> Path:
    """Return the folder of a site in an emergency, made in a place under the path of its URL."""
    shutil.copytree(settings.content, place / "content")
    (place / "content/office/emergency.yaml").write_text(alarm, "utf-8")
    output = place / "site" / urlsplit(settings.url).path.strip("/")
    ours = Settings(place / "content", output, settings.theme, settings.url, place / "cache")
    build(ours, Moments(None, None, now))
    return output


@contextmanager
def shipped_site() -> Iterator[Served]:
    """Give what the office published, built for the occasion."""
    with tempfile.TemporaryDirectory() as folder, served(Once(Path(folder)).shipped()) as site:
        yield site
