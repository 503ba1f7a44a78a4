"""An output -> what a first search costs a reader: bytes over the line, and milliseconds.

    python -m bench.search OUTPUT

A browser opens the page of the search on a slow telephone: 1.6 megabits a second, 150 ms to the
host and back, a processor four times slower. One figure is from the last letter typed to the
answer, the other one from opening a shared address. Files come as gzip would send them.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4
QUESTIONS = {
    "sq/kerkim": ("bujqësia", "ndërprerje e ujit", "asfaltohet rruga", "komuna", "vaksinmi"),
    "sr/pretraga": ("građana", "Гњилане", "vodovodna mreza"),
    "tr/arama": ("isitma", "su kesintisi", "kütüphne"),
}
ANSWERED = "() => document.querySelector('.search-told').textContent.match(/\\d/)"
MARKS = """() => {
  const told = document.querySelector(".search-results");
  const field = document.querySelector("#question");
  field.addEventListener("input", () => { window.typed = performance.now(); });
  const look = () => { if (told.querySelector("li")) window.shown = performance.now(); };
  new MutationObserver(look).observe(told, { childList: true, subtree: true });
}"""


class Gzipped(SimpleHTTPRequestHandler):
    """Sends each file as gzip, and keeps no log."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or that there is none."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(output: Path) -> Iterator[str]:
    """Serve an output; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Gzipped, directory=str(output)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def measured(browser: Any, host: str, place: str, question: str) -> tuple[int, float, float]:
    """Return bytes of all that a first search loads, and both figures in milliseconds."""
    page = browser.new_page(bypass_csp=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    loaded: list[int] = []
    session.on("Network.loadingFinished", lambda e: loaded.append(int(e["encodedDataLength"])))
    page.goto(f"{host}/{place}/")
    page.evaluate(MARKS)
    page.locator("#question").press_sequentially(question, delay=120)
    page.wait_for_function(ANSWERED)
    page.wait_for_function("() => window.shown > window.typed")
    typed = page.evaluate("() => window.shown - window.typed")
    total = sum(loaded)
    page.close()
    page = browser.new_page(bypass_csp=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{host}/{place}/?q={question}")
    page.wait_for_function(ANSWERED)
    opened = page.evaluate("() => performance.now()")
    page.close()
    return total, typed, opened


def main(arguments: list[str] | None = None) -> None:
    """Print what each question costs."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args(arguments)
    print("| page | question | kB in all | ms from the last letter | ms from the shared address |")
    print("|---|---|---|---|---|")
    with served(given.output) as host, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=given.chromium, args=["--no-sandbox"])
        for place, questions in QUESTIONS.items():
            for question in questions:
                total, typed, opened = measured(browser, host, place, question)
                print(f"| {place} | {question} | {total / 1000:.0f} | {typed:.0f} | {opened:.0f} |")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
