"""An output folder -> how many pages of each sort it has, so that costs can be compared."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

PUBLICATION = re.compile(r"/\d{4}/\d\d/[^/]+/index\.html$")


@dataclass(frozen=True, slots=True)
class Output:
    """Numbers of files by what they are, and the bytes of all of them together."""

    publications: int
    lists: int
    feeds: int
    sitemaps: int
    files: int
    size: int

    @property
    def pages(self) -> int:
        """Return how many of them are pages for people."""
        return self.publications + self.lists


def count_output(folder: Path) -> Output:
    """Return what is in a folder."""
    sorts: Counter[str] = Counter()
    files = size = 0
    for above, _, names in os.walk(folder):
        for name in names:
            file = Path(above) / name
            files, size = files + 1, size + file.stat().st_size
            sorts[sort_of(file.relative_to(folder).as_posix())] += 1
    return Output(sorts["publication"], sorts["list"], sorts["feed"], sorts["sitemap"], files, size)


def sort_of(path: str) -> str:
    """Return what a file is.

    >>> sort_of("sq/komunikata/2026/09/uji/index.html"), sort_of("sq/komunikata/2026/index.html")
    ('publication', 'list')
    """
    if path.endswith(".html"):
        return "publication" if PUBLICATION.search(path) else "list"
    if Path(path).name.startswith("sitemap"):
        return "sitemap"
    return "feed" if path.endswith((".xml", ".json", ".atom")) else "other"
