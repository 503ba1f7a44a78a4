"""A page of the web -> the same page for a disk: its addresses lead to files, from where it lies.

On a disk nobody turns `/sq/` into the page of a folder, and `/` is not the site. So each address
within the site becomes a way up and down again: `../../sq/index.html`. The way up always has as
many steps as the page lies deep, so that the page of the web can be made of it again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

TAG = re.compile(rb'<[a-zA-Z][^<>"]*"[^<>"]*"(?:[^<>"]*"[^"]*")*[^<>"]*>')
"""A tag with attributes: what stands between quotation marks may hold anything else."""
BEGINS = rb'(="|="\d+; url=|, )'
"""What stands before an address in a tag: of an attribute, of a page that moved, of a list."""
INDEX = b"index.html"
TOP = b' data-root="'
SEARCH, SEARCH_DEEP = "search/", 2
"""Where the search has its index, and how deep the pages lie that show it: /sq/kerko/."""


@dataclass(frozen=True)
class Offline:
    """Makes pages of a site that lives under `root`, like `/gjilan` or nothing."""

    root: str

    @cached_property
    def _inner(self) -> re.Pattern[bytes]:
        """Find where an address within the site begins in a tag, with the folders on its way."""
        begins = BEGINS + re.escape(self.root.encode()) + rb"/(?!/)"
        return re.compile(begins + rb'((?:[^"#?, ]*/)?)(?=(["#?, ]?))')

    def page(self, path: str, html: bytes) -> bytes:
        """Return the page that lies at a path, for a disk.

        >>> Offline("").page("sq/a/index.html", b'<a href="/sq/#b">="/sq/"</a>')
        b'<a href="../../sq/index.html#b">="/sq/"</a>'
        """
        up, inner, root = _up(path), self._inner, self.root.encode() + b"/"

        def lead(match: re.Match[bytes]) -> bytes:
            return match[1] + up + match[2] + (INDEX if match[3] else b"")

        def tag(match: re.Match[bytes]) -> bytes:
            text = match[0].replace(self._top, TOP + up[:-1] + b'"')
            return inner.sub(lead, text) if root in text else text

        return TAG.sub(tag, html)

    def answers(self, script: bytes) -> bytes:
        """Return a file of the search's index, whose addresses are shown by pages of `SEARCH_DEEP`.

        >>> Offline("").answers(b'tellal("sq/1",[[1,"Bora","/sq/a/"]])')
        b'tellal("sq/1",[[1,"Bora","../../sq/a/index.html"]])'
        """
        up = b"../" * SEARCH_DEEP
        found = re.compile(b'"' + re.escape(self.root.encode()) + rb'/([a-z][^"#?\s]*/)(?=["#?])')
        return found.sub(lambda match: b'"' + up + match[1] + INDEX, script)

    @cached_property
    def _top(self) -> bytes:
        """Return how a page says to its scripts where the site begins."""
        return TOP + self.root.encode() + b'"'

    def restored(self, path: str, html: bytes) -> bytes:
        """Return the page of the web of which that for a disk was made.

        >>> Offline("").restored("sq/a/index.html", b'<a href="../../sq/index.html#b">')
        b'<a href="/sq/#b">'
        """
        index = rb'(?:(?<=/)index\.html(?=["#?, ]))?'
        inner = re.compile(BEGINS + re.escape(_up(path)) + rb'((?:[^"#?, ]*/)?)' + index)
        root, top = self.root.encode() + b"/", TOP + _up(path)[:-1] + b'"'

        def tag(match: re.Match[bytes]) -> bytes:
            text = match[0].replace(top, self._top)
            return inner.sub(lambda found: found[1] + root + found[2], text)

        return TAG.sub(tag, html)


def _up(path: str) -> bytes:
    """Return the way from a page to the top of the site."""
    return b"../" * path.count("/") or b"./"
