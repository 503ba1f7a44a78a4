"""How often the office spoke to the public, in which form, and how soon after the event.

A communication is what the office says of its own accord, to be known now: a media release, a
notice, an invitation, the announcement of a press conference. Each counts once, whatever the
number of its languages. Acts, minutes, competitions, consultations and requests follow a
procedure of the law; they are counted in chapters of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tellal.site.counting import (
    minutes_after_event,
    published_in,
    second_language,
    working_days_in,
)
from tellal.site.figures import (
    NINETIETH,
    Figure,
    Measure,
    Period,
    count_of,
    fastest_of,
    percentile_of,
    ratio_of,
    slowest_of,
    sum_of,
)
from tellal.site.listings import Listings
from tellal.site.site import Site

COMMUNICATIONS = ("release", "notice", "invitation", "conference")
PROCEDURES = ("competition", "consultation")


def communication_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return the communications of a period, in all and by kind, and for each working day."""
    listings = published_in(site, period)
    spoken = of_kinds(listings, *COMMUNICATIONS)
    counts = [count_of("communications", folders_of(spoken))]
    counts += _by_kind("communications", listings, COMMUNICATIONS)
    days = working_days_in(site, period)
    rates = [_for_each_day(figure, days) for figure in counts]
    calls = _by_kind("procedures", listings, PROCEDURES)
    return (
        *counts,
        Figure(key="working_days", value=days, measure=Measure.WORKING_DAYS),
        *rates,
        *calls,
    )


def _for_each_day(counted: Figure, days: int) -> Figure:
    _, _, part = counted.key.partition(".")
    key = f"communications_per_day.{part}" if part else "communications_per_day"
    rate = ratio_of(key, len(counted.folders), days, Measure.PER_DAY)
    return replace(rate, folders=counted.folders)


def _by_kind(key: str, listings: Listings, kinds: tuple[str, ...]) -> list[Figure]:
    return [count_of(f"{key}.{kind}", folders_of(of_kinds(listings, kind))) for kind in kinds]


def of_kinds(listings: Listings, *kinds: str) -> Listings:
    """Return those that are of some kinds, in their order."""
    return tuple(listing for listing in listings if listing.kind.name in kinds)


def folders_of(listings: Listings) -> tuple[str, ...]:
    """Return the folders of publications."""
    return tuple(listing.folder for listing in listings)


def speed_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return how soon after its event a communication was public, and a second language."""
    spoken = of_kinds(published_in(site, period), *COMMUNICATIONS)
    return (*_after_events(site, spoken), *_second_languages(site, spoken))


def _after_events(site: Site, spoken: Listings) -> Iterator[Figure]:
    for kind in COMMUNICATIONS:
        listings = of_kinds(spoken, kind)
        measured = {one.folder: minutes_after_event(site, one) for one in listings}
        known = {folder: minutes for folder, minutes in measured.items() if minutes is not None}
        if known:
            yield from _times("publication_minutes", known, f".{kind}")


def _second_languages(site: Site, spoken: Listings) -> Iterator[Figure]:
    asked = {listing.folder: second_language(site, listing) for listing in spoken}
    known = {folder: minutes for folder, (_, minutes) in asked.items() if minutes is not None}
    silent = [folder for folder, (there, minutes) in asked.items() if there and minutes is None]
    alone = [folder for folder, (there, _) in asked.items() if not there]
    if known:
        yield from _times("second_language_minutes", known, "")
    yield count_of("second_language_unknown", silent, len(spoken))
    yield count_of("second_language_none", alone, len(spoken))


def _times(key: str, known: dict[str, int], part: str) -> Iterator[Figure]:
    minutes = Measure.MINUTES
    yield percentile_of(f"{key}_median{part}", known, measure=minutes)
    yield percentile_of(f"{key}_p90{part}", known, NINETIETH, minutes)
    yield fastest_of(f"{key}_fastest{part}", known, minutes)
    yield slowest_of(f"{key}_slowest{part}", known, minutes)


def file_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return the files beside the texts, and the photos that not every reader is told of."""
    listings = published_in(site, period)
    photos = {listing.folder: listing.photos for listing in listings}
    attached = {listing.folder: listing.files - listing.photos for listing in listings}
    undescribed = {listing.folder: listing.undescribed for listing in listings}
    return (
        sum_of("attachments", attached),
        sum_of("photos", photos),
        sum_of("photos_undescribed", undescribed, sum(photos.values())),
    )
