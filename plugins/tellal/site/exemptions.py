"""Exceptions from the rules for personal data: what each of them lets pass, which do nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tellal.domain.office import Exemption, Office
from tellal.site.site import Site


def excepted(office: Office) -> frozenset[str]:
    """Return the folders of which an exception may speak: one names a file, or a folder itself."""
    return frozenset(name for one in office.exceptions for name in _places(one.path))


def public_exemptions(site: Site) -> tuple[tuple[str, int], ...]:
    """Return by rule how many exceptions let something stand that is public, in order."""
    there = (folder for folder in site.by_folder if not site.is_gone(site.by_folder[folder]))
    found = _needed(site, frozenset(there))
    return tuple(sorted(Counter(rule for _, rule in found).items()))


def useless_exemptions(site: Site) -> tuple[Exemption, ...]:
    """Return the exceptions that let nothing pass any more, public or not."""
    known = frozenset(listing.folder for listing in site.known)
    needed = {one for one, _ in _needed(site, known)}
    return tuple(one for one in site.office.exceptions if one not in needed)


def _needed(site: Site, folders: frozenset[str]) -> Iterator[tuple[Exemption, str]]:
    """Yield each exception for something in some folders, with the rule that it is made from."""
    for one in dict.fromkeys(site.office.exceptions):
        for folder in set(_places(one.path)) & folders:
            traces = site.shelf.publication(folder).all_traces
            found = (t.rule for t in traces if (t.path, t.digest) == (one.path, one.what))
            yield from ((one, rule) for rule in list(found)[:1])


def _places(path: str) -> tuple[str, str]:
    """Return of which folders a path may speak."""
    return path, path.rpartition("/")[0]
