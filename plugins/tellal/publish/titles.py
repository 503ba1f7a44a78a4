"""Pages -> titles, as whoever reads a list of changes knows them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
ENOUGH = 16_384
"""Bytes among which a title stands."""
INDEX = "index.html"


def title_in(file: Path) -> str:
    """Return the title of a page, "" where it has none."""
    with file.open("rb") as stream:
        found = TITLE.search(stream.read(ENOUGH))
    return title_from(found[1].decode("utf-8", "replace")) if found else ""


def title_from(text: str) -> str:
    r"""Return a title as one reads it.

    >>> title_from("Këshilli &amp;\n Komuna")
    'Këshilli & Komuna'
    """
    return " ".join(unescape(text).split())


def address_of(path: str) -> str:
    """Return the address of a file.

    >>> address_of("sq/index.html"), address_of("robots.txt")
    ('/sq/', '/robots.txt')
    """
    is_index = path == INDEX or path.endswith(f"/{INDEX}")
    return f"/{path.removesuffix(INDEX) if is_index else path}"
