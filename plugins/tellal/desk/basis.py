"""The content behind a report: what was public as of its moment, each publication by a digest.

A digest is that of the bytes of its texts and files, so that anybody can make it again. What was
published or translated later is not in it; so an old report holds, however much came after it.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tellal.domain.editions import Publication
from tellal.site.phases import seconds
from tellal.site.site import Site

Basis = dict[str, str]
"""By folder the digest (SHA-256, hexadecimal) of a publication."""


def basis_of(site: Site, content: Path) -> Basis:
    """Return what was public as of the site's moment, by folder in order."""
    publications = sorted(site.publications, key=lambda one: one.reference.folder)
    return {one.reference.folder: _digest(one, site, content) for one in publications}


def _digest(publication: Publication, site: Site, content: Path) -> str:
    now = seconds(site.as_of)
    there = {
        edition.path
        for edition in publication.editions
        if edition.translated_at is None or seconds(edition.translated_at) <= now
    }
    files = {path: sha256((content / path).read_bytes()).hexdigest() for path in there}
    files |= {file.path: file.digest for file in publication.files}
    return sha256(lines_of(files).encode()).hexdigest()


def lines_of(digests: dict[str, str]) -> str:
    """Return digests as `sha256sum` writes them."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))


def digest_of(basis: Basis) -> str:
    """Return the digest of all content behind a report."""
    return sha256(lines_of(basis).encode()).hexdigest()
