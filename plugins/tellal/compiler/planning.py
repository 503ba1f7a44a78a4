"""Reading, two sites -> todo: which subjects have to be brought up to date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import datetime

from tellal.domain.editions import Publication
from tellal.pages.touched.faces import face_of
from tellal.site.listings import Listing
from tellal.site.phases import seconds
from tellal.site.site import Site


def split_by_face(
    before: Mapping[str, Publication | None], after: Mapping[str, Publication | None]
) -> tuple[dict[str, set[str]], set[str]]:
    """Return the languages of texts that changed, by folder, and the folders of which more did."""
    texts = {
        folder: other_texts(before[folder], now)
        for folder, now in after.items()
        if face_of(before[folder]) == face_of(now)
    }
    return texts, set(after) - texts.keys()


def other_texts(before: Publication | None, after: Publication | None) -> set[str]:
    """Return the tags of the editions whose text is not what it was, or was before that."""
    if before is None or after is None:
        return set()
    pairs = zip(before.editions, after.editions, strict=True)
    return {
        new.tag
        for old, new in pairs
        if old.body.digest != new.body.digest or old.earlier != new.earlier
    }


def turned(listings: Iterable[Listing], before: datetime, now: datetime) -> set[str]:
    """Return the folders of publications that are in another phase of their life now."""
    first, last = sorted((seconds(before), seconds(now)))
    if first == last:
        return set()
    return {
        listing.folder
        for listing in listings
        if any(first < since <= last for since, _ in listing.phases)
    }


def window(site: Site, as_of: datetime) -> tuple[int, int]:
    """Return since when and until when (exclusive) nothing turns, in seconds since 1970."""
    now = seconds(as_of)
    since, until = -(2**62), 2**62
    for listing in site.known:
        place = bisect_right(listing.phases, (now, "~"))
        if place:
            since = max(since, listing.phases[place - 1][0])
        if place < len(listing.phases):
            until = min(until, listing.phases[place][0])
    emergency = site.office.emergency
    for turn in map(seconds, emergency.turns if emergency else ()):
        since, until = (max(since, turn), until) if turn <= now else (since, min(until, turn))
    return since, until


def named_by(listings: Iterable[Listing], folders: set[str]) -> set[str]:
    """Return the folders of publications that name one of some folders."""
    return {
        listing.folder
        for listing in listings
        if any(folder in folders for _, folder in listing.mentions)
    }
