"""python -m bench.search OUTPUT: what a first search costs a reader with a cheap telephone.

Chromium, as the telephone of `telephone.py`, opens the page of the search. Told are the bytes of
all that it loaded, and milliseconds: from the last letter typed to the answer, and from opening an
address that somebody shared. Each is the median of the runs, with nothing kept from before.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import quote

from playwright.sync_api import Browser

from bench.measuring.machine import machine
from bench.measuring.page import write_between
from bench.measuring.telephone import LINE, packed, slowed
from tests.browser import tools
from tests.browser.windows import PHONE

BEGIN, END = "<!-- search: written by bench.search -->", "<!-- end of search -->"
QUESTIONS: Final = {
    "sq/kerkim": ("bujqësia", "ndërprerje e ujit", "asfaltohet rruga", "komuna", "vaksinmi"),
    "sr/pretraga": ("građana", "Гњилане", "vodovodna mreza"),
    "tr/arama": ("isitma", "su kesintisi", "kütüphne"),
}
# A worker would ask past the slow line, which is that of the page alone.
TELEPHONE: Final[dict[str, Any]] = {
    "viewport": PHONE,
    "device_scale_factor": 2,
    "is_mobile": True,
    "service_workers": "block",
}
BETWEEN_LETTERS_MS: Final = 120
ANSWERED: Final = "() => document.querySelector('.search-told')?.textContent.match(/\\d/)"
SHOWN: Final = "() => window.shown > window.typed"
MARKS: Final = """() => {
  const told = document.querySelector(".search-results");
  const field = document.querySelector("#question");
  field.addEventListener("input", () => { window.typed = performance.now(); });
  const look = () => { if (told.querySelector("li")) window.shown = performance.now(); };
  new MutationObserver(look).observe(told, { childList: true, subtree: true });
}"""


@dataclass(frozen=True, slots=True)
class Search:
    """What one reader had of one question: bytes, and milliseconds in both ways."""

    sent: int
    typed: float
    opened: float


def search(browser: Browser, place: str, question: str) -> Search:
    """Search as somebody who was never here, by typing and by a shared address."""
    sent, typed = by_typing(browser, place, question)
    return Search(sent, typed, by_address(browser, f"{place}?q={quote(question)}"))


def by_typing(browser: Browser, address: str, question: str) -> tuple[int, float]:
    """Return bytes of all that was loaded, and milliseconds from the last letter to the answer."""
    with browser.new_page(**TELEPHONE) as page:
        sent = slowed(page.context.new_cdp_session(page), LINE)
        page.goto(address)
        page.evaluate(MARKS)
        page.locator("#question").press_sequentially(question, delay=BETWEEN_LETTERS_MS)
        page.wait_for_function(ANSWERED)
        page.wait_for_function(SHOWN)
        return sum(sent), page.evaluate("() => window.shown - window.typed")


def by_address(browser: Browser, address: str) -> float:
    """Return milliseconds until a shared address shows its answer."""
    with browser.new_page(**TELEPHONE) as page:
        slowed(page.context.new_cdp_session(page), LINE)
        page.goto(address, wait_until="commit")
        page.wait_for_function(ANSWERED)
        opened: float = page.evaluate("() => performance.now()")
        return opened


def measured(output: Path, runs: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| page | question | kB in all | ms from the last letter | ms from a shared address |"
    yield "|---|---|---|---|---|"
    with packed(output) as host, tools.chromium() as browser:
        for place, questions in QUESTIONS.items():
            for question in questions:
                found = [search(browser, f"{host}/{place}/", question) for _ in range(runs)]
                sent, typed, opened = (
                    median(getattr(one, key) for one in found) for key in Search.__slots__
                )
                yield f"| {place} | {question} | {sent / 1000:.0f} | {typed:.0f} | {opened:.0f} |"


def main() -> None:
    """Measure, print, and write the table into a page."""
    parser = argparse.ArgumentParser(prog="bench.search", description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", type=Path, help="a page with a place for the table")
    options = parser.parse_args()
    head = f"{machine()}. Medians of {options.runs}."
    lines = [head, "", *measured(options.output, options.runs)]
    print("\n".join(lines))
    if options.write:
        write_between(options.write, (BEGIN, END), "\n".join(lines))


if __name__ == "__main__":
    main()
