"""Pages that moved -> a list of addresses, which a web server reads with each release."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

MOVED = "moved.map"
HEAD = "# Former addresses of pages, and where they lead now. For nginx and Apache.\n"
REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0;\s*url=([^"]+)"', re.IGNORECASE)
HOST = re.compile(r"^https?://[^/]+")
PLAIN = re.compile(r"/(?!/)[A-Za-z0-9/._~%-]*")
ENOUGH = 4096


def moved_in(folder: Path, pages: Iterable[str], root: str = "") -> dict[str, str]:
    """Return by its address where each of some pages leads; those that lead nowhere are left out.

    Only plain addresses: nothing that a configuration could read as something else.
    """
    found = {}
    for path in pages:
        with (folder / path).open("rb") as stream:
            match = REFRESH.search(stream.read(ENOUGH))
        if match:
            old = f"{root}/{path.removesuffix('index.html')}"
            new = HOST.sub("", unescape(match[1].decode("utf-8", "replace")))
            if PLAIN.fullmatch(old) and PLAIN.fullmatch(new):
                found[old] = new
    return found


def map_of(folder: Path, pages: Iterable[str], root: str = "") -> str:
    """Return the list as both servers read it: nginx inside a map, Apache as a map of text."""
    moved = moved_in(folder, pages, root)
    return HEAD + "".join(f"{old} {new};\n" for old, new in sorted(moved.items()))
