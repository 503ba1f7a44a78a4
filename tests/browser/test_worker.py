"""What the browser does by itself: pages without a network, an emergency, the script of Serbian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.tools import QuietHandler

pytestmark = pytest.mark.browser

RELEASE = "/zyra/sq/komunikata/2026/03/bursat/"
TITLE = "Komuna ndan 120 bursa"
NOTICE = "/zyra/sq/njoftime/2026/03/uji/"


@dataclass
class World:
    """A site and the network that leads to it."""

    folder: Path
    address: str = ""
    is_down: bool = False
    replaced: dict[str, bytes | None] = field(default_factory=dict)
    holds: Event | None = None


class Network(QuietHandler):
    """A network that may be down or slow, and a site on which something may be another."""

    def __init__(self, world: World, *arguments: object) -> None:
        self.world = world
        super().__init__(*arguments, directory=str(world.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer, or break the connection off."""
        path = self.path.partition("?")[0]
        if self.world.is_down:
            self.close_connection = True
            return
        if self.world.holds and path.endswith("/"):
            self.world.holds.wait(20)
        if path in self.world.replaced:
            self._replaced(path, self.world.replaced[path])
        else:
            super().do_GET()

    def _replaced(self, path: str, data: bytes | None) -> None:
        self.send_response(404 if data is None else 200)
        kinds = {"/": "text/html", "s": "text/javascript", "n": "application/json"}
        self.send_header("Content-Type", f"{kinds[path[-1]]}; charset=utf-8")
        body = b"<h1>404</h1>" if data is None else data  # an empty one is no page to a browser
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def world(alarmed: Path) -> Iterator[World]:
    """Give the site on a network of its own, with a worker that loses patience soon."""
    world = World(alarmed)
    worker = (alarmed / "zyra/sw.js").read_text("utf-8")
    hasty = re.sub(r"(PATIENCE ?= ?)5000", r"\g<1>300", worker)
    hasty = re.sub(r"(AGAIN ?= ?)3600000", r"\g<1>0", hasty)
    assert hasty.count("300") == 1
    world.replaced["/zyra/sw.js"] = hasty.encode()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Network, world))
    server.daemon_threads, server.block_on_close = True, False
    world.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    yield world
    if world.holds:
        world.holds.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser: Browser, world: World) -> Iterator[BrowserContext]:
    """Give somebody who read one release, whose browser has kept it."""
    context = browser.new_context(base_url=world.address)
    page = context.new_page()
    page.goto(RELEASE)
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    wait_for_kept(page, RELEASE)
    page.goto(RELEASE)  # now its parts are kept, too
    wait_for_kept(page, "/zyra/sq/offline.html")
    page.close()
    yield context
    context.close()


def wait_for_kept(page: Page, path: str, is_kept: bool = True) -> None:
    page.wait_for_function(
        "async ([path, isKept]) => Boolean(await caches.match(path)) === isKept",
        arg=[path, is_kept],
    )


# --- without a network ---


def test_what_was_read_stays_readable_and_the_rest_says_what_does(
    reader: BrowserContext, world: World
) -> None:
    world.is_down = True
    page = reader.new_page()

    page.goto(RELEASE)
    assert TITLE in page.inner_text("h1")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Tellal Sans"')
    page.goto(NOTICE)
    assert page.inner_text("h1") == "Nuk ka rrjet"
    page.locator(".kept a", has_text=TITLE).click()
    page.wait_for_url(f"**{RELEASE}")


PATIENCE_MS = 5000
"""How long the worker waits for the network, as it says itself."""
WAITED = "performance.getEntriesByType('navigation')[0].responseStart"


def test_new_text_is_never_hidden_by_an_old_one(reader: BrowserContext, world: World) -> None:
    page = reader.new_page()
    new = (world.folder / RELEASE[1:] / "index.html").read_text("utf-8").replace(TITLE, "130 bursa")
    world.replaced[RELEASE] = new.encode()

    page.goto(RELEASE)
    while page.evaluate(WAITED) > PATIENCE_MS:  # a machine so busy shows what was kept, and may
        page.goto(RELEASE)
    assert "130 bursa" in page.inner_text("h1")
    world.is_down = True
    page.goto(RELEASE)
    assert "130 bursa" in page.inner_text("h1")


def test_slow_network_shows_what_was_kept(reader: BrowserContext, world: World) -> None:
    world.holds = Event()
    page = reader.new_page()

    page.goto(RELEASE, wait_until="commit")
    page.wait_for_selector("h1")
    assert TITLE in page.inner_text("h1")
    world.holds.set()


def test_withdrawn_text_leaves_the_browser_when_any_other_page_is_read(
    reader: BrowserContext, world: World
) -> None:
    world.replaced["/zyra/sq/gone.json"] = f'["{RELEASE}"]'.encode()
    page = reader.new_page()

    page.goto("/zyra/sq/")
    wait_for_kept(page, RELEASE, is_kept=False)


def test_text_whose_address_leads_nowhere_leaves_the_browser(
    reader: BrowserContext, world: World
) -> None:
    world.replaced[RELEASE] = None
    page = reader.new_page()

    page.goto(RELEASE, wait_until="commit")
    page.goto("/zyra/sq/")
    wait_for_kept(page, RELEASE, is_kept=False)


def test_worker_that_the_site_has_no_more_goes_with_all_that_it_kept(
    reader: BrowserContext, world: World
) -> None:
    world.replaced["/zyra/sw.js"] = None
    page = reader.new_page()

    page.goto("/zyra/sq/")
    page.wait_for_function(
        "async () => !(await caches.keys()).length"
        " && !(await navigator.serviceWorker.getRegistration())"
    )


def test_browser_keeps_sixty_pages_at_most(reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(RELEASE)
    page.evaluate(
        "async () => { const cache = await caches.open((await caches.keys())"
        ".find((name) => name.includes('pages'))); for (let n = 0; n < 70; n++)"
        " await cache.put('/zyra/' + n, new Response('')); }"
    )

    page.goto("/zyra/sq/")
    page.wait_for_function(
        "async () => { for (const name of await caches.keys()) if (name.includes('pages'))"
        " return (await (await caches.open(name)).keys()).length === 60 }"
    )


# --- an emergency ---


def test_emergency_stands_on_a_page_that_does_not_hold_it_and_moves_nothing(
    browser: Browser, world: World
) -> None:
    with browser.new_page(base_url=world.address) as page:
        page.route("**/*.woff2", lambda route: route.abort())  # what its arrival moves is not asked
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => { for (const one of "
            "list.getEntries()) window.moved += one.value }).observe({type: 'layout-shift', "
            "buffered: true})"
        )
        page.goto(RELEASE)

        assert "Mos e pini ujin." in page.inner_text("[role=alert]")
        assert page.evaluate("window.moved") == 0


def test_emergency_is_seen_without_script(browser: Browser, world: World) -> None:
    with browser.new_context(base_url=world.address, java_script_enabled=False) as context:
        page = context.new_page()
        styles: list[str] = []
        page.on("response", lambda found: styles.append(found.url))
        page.goto("/zyra/tr/bildiriler/2026/03/bursat/")
        style = next(url for url in styles if url.endswith("/emergency.css"))

    assert style == f"{world.address}/zyra/tr/emergency.css"
    assert "Suyu içmeyin." in (world.folder / "zyra/tr/emergency.css").read_text("utf-8")


# --- languages and scripts ---


def test_language_changes_and_the_article_stays(browser: Browser, world: World) -> None:
    with browser.new_page(base_url=world.address) as page:
        page.goto("/zyra/sq/rregullore/2026/03/parkimi/#art-2")
        page.click(".language-switch a[lang=sr-Cyrl]")

        page.wait_for_url(re.compile(r"/zyra/sr-cyrl/.*#art-2$"))


def test_script_of_serbian_is_remembered_and_offered_and_nobody_is_sent_there(
    browser: Browser, world: World
) -> None:
    with browser.new_context(base_url=world.address) as context:
        page = context.new_page()
        page.goto("/zyra/sr/")
        page.click(".language-switch a[lang=sr-Cyrl]")
        page.wait_for_url("**/zyra/sr-cyrl/")
        page.goto("/zyra/sr/")

        assert page.url.endswith("/zyra/sr/")
        assert page.get_attribute(".language-switch .chosen", "lang") == "sr-Cyrl"
        assert context.cookies() == []
