"""PDF -> how many pages it has, and whether it holds words or only pictures of them.

No page is drawn and no stream of one is read: fonts alone tell whether words are there. So a file
that was made to do harm costs little: large ones are not opened, each node of the tree of pages
is visited once, and there is an end to their number.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

LARGEST = 50_000_000
"""Bytes of the largest file that is opened; the office allows fewer as a rule."""
MOST = 20_000
"""Nodes of the tree of pages that are visited."""


def is_pdf(name: str) -> bool:
    """Return whether a file name says that it is a PDF."""
    return name.casefold().endswith(".pdf")


def measures_of(data: bytes) -> tuple[int, bool] | None:
    """Return the number of pages and whether any holds words, None where nobody can tell."""
    if len(data) > LARGEST:
        return None
    from pypdf import PdfReader  # not at the head: most changes touch no PDF

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says is for programmers
    try:
        reader = PdfReader(BytesIO(data))
        pages = list(_pages(reader.trailer["/Root"]["/Pages"]))  # type: ignore[index]
        return (len(pages), any(_has_fonts(one) for one in pages)) if pages else None
    except Exception:
        return None


def _pages(root: Any) -> Iterator[Any]:
    """Yield the resources of each page; what a page lacks it has from the nodes above it."""
    seen: set[tuple[int, int]] = set()
    waiting = [(root, None)]
    while waiting and len(seen) < MOST:
        node, resources = waiting.pop()
        if reference := getattr(node, "indirect_reference", None):
            name = (reference.idnum, reference.generation)
            if name in seen:
                continue
            seen.add(name)
        resources = node.get("/Resources", resources)
        if "/Kids" in node:
            kids = list(node["/Kids"])[: MOST - len(waiting)]
            waiting += [(kid.get_object(), resources) for kid in reversed(kids)]
        else:
            yield resources


def _has_fonts(resources: Any) -> bool:
    """Return whether a page uses fonts, itself or in what is placed on it."""
    if resources is None:
        return False
    known = resources.get_object()
    if known.get("/Font"):
        return True
    placed = (known.get("/XObject") or {}).values()
    inner = (one.get_object().get("/Resources") for one in list(placed)[:100])
    return any(one is not None and bool(one.get_object().get("/Font")) for one in inner)
