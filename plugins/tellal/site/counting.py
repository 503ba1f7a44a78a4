"""What figures are counted from: publications of a period and their editions, as of the moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from tellal.domain.languages import language_of
from tellal.domain.periods import working_days
from tellal.domain.publication import Standing
from tellal.site.figures import Period
from tellal.site.listings import Listing, Listings
from tellal.site.phases import seconds
from tellal.site.site import Site

SECONDS_A_MINUTE, AN_HOUR, SECONDS_A_DAY = 60, 3600, 86400


def published_in(site: Site, period: Period) -> Listings:
    """Return what was issued in a period and is public as of the site's moment, oldest first.

    What was withdrawn or has expired since was published none the less, and counts.
    """
    return tuple(one for one in reversed(site.public) if one.is_dated and one.on in period)


def working_days_in(site: Site, period: Period) -> int:
    """Return the working days of a period by the office's calendar of holidays."""
    return working_days(period.first, period.last, site.office.days_off)


def editions_there(site: Site, listing: Listing) -> Iterator[tuple[str, Standing, int]]:
    """Yield tag, standing and moment (seconds, 0 unknown) of each edition there was by then.

    A translation that says it followed later than the site's moment was not there yet.
    """
    now = seconds(site.as_of)
    for tag, standing, since in listing.standings:
        if since <= now:
            yield tag, Standing(standing), since


def is_timed(site: Site, listing: Listing) -> bool:
    """Return whether it is known at which time of its day a publication was public."""
    if not listing.issued.endswith(" "):
        return True
    return datetime.fromtimestamp(listing.public_from, site.as_of.tzinfo).time() != time()


def minutes_after_event(site: Site, listing: Listing) -> int | None:
    """Return how long after its event a publication was public, None where that cannot be said.

    What was public before the event was announced, not reported: nothing is measured.
    """
    if not listing.event_at or listing.public_from < listing.event_at:
        return None
    if not is_timed(site, listing):
        return None
    return (listing.public_from - listing.event_at) // SECONDS_A_MINUTE


def second_language(site: Site, listing: Listing) -> tuple[bool, int | None]:
    """Return whether there is a second written language, and after how many minutes it was there.

    None where no translation says when it followed, or the original says no time. The other
    script of a language is no second one.
    """
    own = language_of(listing.original).written
    others = [
        since for tag, _, since in editions_there(site, listing) if language_of(tag).written != own
    ]
    known = [since for since in others if since]
    if not known or not is_timed(site, listing):
        return bool(others), None
    return True, max(0, min(known) - listing.public_from) // SECONDS_A_MINUTE


def days_until(site: Site, listing: Listing, since: int) -> int:
    """Return how many days after the publication something followed; 0 is the same day."""
    if since <= listing.public_from:
        return 0
    zone = site.as_of.tzinfo
    first = datetime.fromtimestamp(listing.public_from, zone)
    left = SECONDS_A_DAY - (first.hour * 60 + first.minute) * SECONDS_A_MINUTE
    if since < listing.public_from + left - AN_HOUR:  # surely the same day, whatever the clock does
        return 0
    return (datetime.fromtimestamp(since, zone).date() - first.date()).days
