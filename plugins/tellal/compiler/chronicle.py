"""The store -> stands: which files of the output belong to publications, and how they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from tellal.build.store import PageRow, Store
from tellal.compiler.archive import Archive
from tellal.publish.log import Stand
from tellal.publish.verify import Entry, latest
from tellal.site.states import has_expired

GONE, MOVED, MISSING = "pages/gone.html", "pages/moved.html", "pages/missing.html"


def stands_of(
    store: Store, as_of: datetime, digest_of: Callable[[str], str], entries: list[Entry]
) -> Iterator[Stand]:
    """Yield how each page and file of a publication stands as of a moment.

    `digest_of` returns the SHA-256 of a file of the output. A publication is only fetched where its
    page is not what the log says of it. Pages that say that a translation is missing are none.
    """
    archive, known = Archive(store), latest(entries)
    for row in store.pages_of("publication", "files"):
        if row.maker == MISSING:
            continue
        address, digest = address_of(row.path), digest_of(row.path)
        before = known.get(address)
        if before and before["digest"] == digest:
            yield as_it_was(address, before)
        else:
            yield Stand(address, digest, *_standing(row, archive, as_of))


def as_it_was(address: str, before: Entry) -> Stand:
    """Return how something stands that is what the log says."""
    state = before["what"] if before["what"] in ("withdrawn", "expired", "moved") else "shown"
    return Stand(address, before["digest"], state, int(before["revision"]))


def _standing(row: PageRow, archive: Archive, as_of: datetime) -> tuple[str, int]:
    """Return the state of a page or file, and which text of its publication it shows."""
    if row.maker == MOVED:
        return "moved", 1
    publication = archive.publication(row.subject.split(" ")[2])
    revision = 1 + len(publication.common.revisions)
    if row.maker != GONE:
        return "shown", revision
    return "expired" if has_expired(publication, as_of) else "withdrawn", revision


def address_of(path: str) -> str:
    """Return the address of a file.

    >>> address_of("sq/kontakti/index.html"), address_of("files/pages/a/harta.pdf")
    ('/sq/kontakti/', '/files/pages/a/harta.pdf')
    """
    is_index = path == "index.html" or path.endswith("/index.html")
    return f"/{path.removesuffix('index.html') if is_index else path}"
