"""python -m bench.lighthouse: what Lighthouse says of the ten kinds of page of `bench.vitals`.

Lighthouse is not ours to install: `--command` says where it is. It opens each page of the shipped
site as a mobile telephone of its own, and gives points of 100 in four categories. Told are those of
the best run, since what disturbs a run only takes points away, and the audits that cost any.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bench.measuring.page import write_between
from bench.measuring.telephone import packed
from bench.vitals import PAGES
from tests.browser import tools
from tests.once import Once

BEGIN, END = "<!-- lighthouse: written by bench.lighthouse -->", "<!-- end of lighthouse -->"
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
FLAGS: Final = f"--chrome-flags=--headless=new {' '.join(tools.FLAGS)}"


def told(command: str, address: str) -> dict[str, Any]:
    """Return what Lighthouse tells of a page. Raises CalledProcessError."""
    line = (command, address, FLAGS, "--output=json", "--quiet")
    browser = {**os.environ, "CHROME_PATH": str(tools.CHROMIUM)}
    answer = subprocess.run(line, env=browser, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def row(name: str, found: Mapping[str, Any]) -> str:
    """Return the points of a page as a row of a table.

    >>> audits = {"is-crawlable": {"score": 0}, "title": {"score": 1}}
    >>> seo = {"score": 0.6, "auditRefs": [{"id": key, "weight": 1} for key in audits]}
    >>> full = {"score": 1, "auditRefs": []}
    >>> categories = dict.fromkeys(CATEGORIES, full) | {"seo": seo}
    >>> row("draft", {"audits": audits, "categories": categories})
    '| draft | 100 | 100 | 100 | 60 | is-crawlable |'
    """
    categories = [found["categories"][key] for key in CATEGORIES]
    points = " | ".join(f"{100 * category['score']:.0f}" for category in categories)
    lost = [
        audit["id"]
        for category in categories
        for audit in category["auditRefs"]
        if category["score"] < 1 and audit["weight"] and is_missed(found["audits"][audit["id"]])
    ]
    return f"| {name} | {points} | {', '.join(lost)} |"


def is_missed(audit: Mapping[str, Any]) -> bool:
    """Return whether a page lost points by an audit; one that does not concern it has no score."""
    return audit["score"] is not None and audit["score"] < 1


def best(runs: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the run with the most points for performance, the only ones that others disturb."""
    return max(runs, key=lambda found: found["categories"]["performance"]["score"])


def measured(command: str, runs: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"| page | {' | '.join(CATEGORIES)} | what is missing |"
    yield f"|---|{'---|' * len(CATEGORIES)}---|"
    with (
        tempfile.TemporaryDirectory() as folder,
        packed(Once(Path(folder)).shipped().folder) as address,
    ):
        for name, path in PAGES.items():
            yield row(name, best(told(command, f"{address}/{path}") for _ in range(runs)))


def main() -> None:
    """Ask, print, and write the table into a page."""
    parser = argparse.ArgumentParser(prog="bench.lighthouse", description=__doc__)
    parser.add_argument("--command", default="lighthouse", help="where Lighthouse is")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", type=Path, help="a page with a place for the table")
    options = parser.parse_args()
    lines = []
    for line in measured(options.command, options.runs):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        write_between(options.write, (BEGIN, END), "\n".join(lines))


if __name__ == "__main__":
    main()
