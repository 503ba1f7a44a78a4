"""python -m bench.vitals: what a reader with a cheap telephone waits for, on ten kinds of page.

Chromium, slowed down as Lighthouse slows it (a processor four times slower, slow 4G: 1.4 Mbit/s
and 562 ms until an answer begins), opens each page of the shipped site with nothing kept. Told are
medians of the runs: the largest text or picture (LCP), what moved (CLS), how long the page would
not have answered (TBT), bytes as they travelled (gzip), requests, and hosts asked.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from threading import Thread
from typing import BinaryIO, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession

from bench.measuring.machine import machine
from tests.browser import tools
from tests.browser.windows import PHONE
from tests.once import Once

BEGIN, END = "<!-- vitals: written by bench.vitals -->", "<!-- end of vitals -->"
PAGES: Final = {
    "front page": "sq/",
    "release": "sq/komunikata/2019/09/panairi-i-bujqesise/",
    "section": "sq/komunikata/",
    "regulation": "sq/rregullore/2019/06/parkimi/",
    "two languages side by side": "sq/rregullore/2019/06/parkimi/krahas/",
    "session": "sr-cyrl/sednice/2019/09/seanca-9/",
    "register of requests": "sq/kerkesa/2019/",
    "month of the calendar": "tr/takvim/2019/05/",
    "statistics": "sq/statistika/2019/",
    "missing translation": "tr/kararlar/2019/07/emertimi-i-rrugeve/",
}
SLOW: Final = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1_474_560 / 8,
    "uploadThroughput": 675_000 / 8,
}
WATCHED: Final = """
window.vitals = { lcp: 0, cls: 0, tbt: 0 };
const watch = (type, tell) => new PerformanceObserver((list) => list.getEntries().forEach(tell))
  .observe({ type, buffered: true });
watch("largest-contentful-paint", (entry) => { vitals.lcp = entry.startTime; });
watch("layout-shift", (entry) => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
watch("longtask", (entry) => { vitals.tbt += entry.duration - 50; });
"""
PACKED: Final = (".html", ".css", ".js", ".svg", ".json", ".xml", ".webmanifest")
SETTLED_MS: Final = 1500


class Packing(SimpleHTTPRequestHandler):
    """Serves a folder as a web server does: texts as gzip, over one connection."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the packed file, where it is a text."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.endswith("/") else file
        if not file.is_file() or file.suffix not in PACKED:
            return super().send_head()
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)


@dataclass(frozen=True, slots=True)
class Visit:
    """What one reader had of one page: milliseconds, a share, bytes, requests, hosts."""

    lcp: float
    cls: float
    tbt: float
    sent: int
    requests: int
    hosts: int


def row(name: str, visits: list[Visit]) -> str:
    """Return the medians of some visits as a row of a table."""
    lcp, cls, tbt = (median(getattr(one, key) for one in visits) for key in ("lcp", "cls", "tbt"))
    last = visits[-1]
    return (
        f"| {name} | {lcp / 1000:.2f} | {cls:.3f} | {tbt:.0f} "
        f"| {last.sent:,} | {last.requests} | {last.hosts} |"
    )


@contextmanager
def packed(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone; give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def slowed(session: CDPSession) -> list[int]:
    """Make the browser slow; return the list that will hold the bytes of each answer."""
    sent: list[int] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: sent.append(int(told["encodedDataLength"])))
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return sent


def visit(browser: Browser, address: str) -> Visit:
    """Open a page as somebody who was never here."""
    asked: list[str] = []
    with browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True) as context:
        context.add_init_script(WATCHED)
        with context.new_page() as page:
            page.on("request", lambda request: asked.append(request.url))
            sent = slowed(context.new_cdp_session(page))
            answer = page.goto(address, wait_until="load")
            assert answer, address
            assert answer.ok, address
            page.wait_for_timeout(SETTLED_MS)
            found = page.evaluate("vitals")
    hosts = {urlsplit(url).netloc for url in asked if url.startswith("http")}
    return Visit(found["lcp"], found["cls"], found["tbt"], sum(sent), len(asked), len(hosts))


def measured(runs: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| page | LCP, s | CLS | TBT, ms | bytes | requests | hosts |"
    yield "|---|---|---|---|---|---|---|"
    with (
        tempfile.TemporaryDirectory() as folder,
        packed(Once(Path(folder)).shipped().folder) as address,
        tools.chromium() as browser,
    ):
        visit(browser, f"{address}/")  # the browser itself wakes up
        for name, path in PAGES.items():
            yield row(name, [visit(browser, f"{address}/{path}") for _ in range(runs)])


def main() -> None:
    """Measure, print, and write the table into a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", type=Path, help="a page with a place for the table")
    options = parser.parse_args()
    lines = [f"{machine()}. Medians of {options.runs}.", "", *measured(options.runs)]
    print("\n".join(lines))
    if options.write:
        text = options.write.read_text("utf-8")
        before, after = text.split(BEGIN)[0], text.split(END)[1]
        told = "\n".join(lines)
        options.write.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
