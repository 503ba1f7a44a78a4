"""python -m bench.vitals: what a reader with a cheap telephone waits for, on ten kinds of page.

Chromium, as the telephone of `telephone.py` on its cold line, opens each page of the shipped site
with nothing kept. Told are medians of the runs: the largest text or picture (LCP), what moved
(CLS), how long the page would not have answered (TBT), bytes as they travelled (gzip), requests,
and hosts asked.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench.measuring.machine import machine
from bench.measuring.page import write_between
from bench.measuring.telephone import COLD_LINE, packed, slowed
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
# Asked for when all is over: a script that waits from the beginning would itself delay the page.
FOUND: Final = """() => new Promise((done) => {
  const found = { lcp: 0, cls: 0, tbt: 0 };
  const told = (type, tell) => new PerformanceObserver((list) => list.getEntries().forEach(tell))
    .observe({ type, buffered: true });
  told("largest-contentful-paint", (entry) => { found.lcp = entry.startTime; });
  told("layout-shift", (entry) => { if (!entry.hadRecentInput) found.cls += entry.value; });
  told("longtask", (entry) => { found.tbt += entry.duration - 50; });
  setTimeout(() => done(found), 100);
})"""
SETTLED_MS: Final = 1500


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


def visit(browser: Browser, address: str) -> Visit:
    """Open a page as somebody who was never here."""
    asked: list[str] = []
    with browser.new_page(viewport=PHONE, device_scale_factor=2, is_mobile=True) as page:
        page.on("request", lambda request: asked.append(request.url))
        sent = slowed(page.context.new_cdp_session(page), COLD_LINE)
        answer = page.goto(address, wait_until="load")
        assert answer, address
        assert answer.ok, address
        page.wait_for_timeout(SETTLED_MS)
        found = page.evaluate(FOUND)
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
        write_between(options.write, (BEGIN, END), "\n".join(lines))


if __name__ == "__main__":
    main()
