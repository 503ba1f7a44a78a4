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
            return inner.sub(lead, match[0]) if root in match[0] else match[0]

        return TAG.sub(tag, html)

    def restored(self, path: str, html: bytes) -> bytes:
        """Return the page of the web of which that for a disk was made.

        >>> Offline("").restored("sq/a/index.html", b'<a href="../../sq/index.html#b">')
        b'<a href="/sq/#b">'
        """
        index = rb'(?:(?<=/)index\.html(?=["#?, ]))?'
        inner = re.compile(BEGINS + re.escape(_up(path)) + rb'((?:[^"#?, ]*/)?)' + index)
        root = self.root.encode() + b"/"
        return TAG.sub(lambda tag: inner.sub(lambda m: m[1] + root + m[2], tag[0]), html)


def _up(path: str) -> bytes:
    """Return the way from a page to the top of the site."""
    return b"../" * path.count("/") or b"./"
