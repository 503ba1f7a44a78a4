"""What is said in an emergency is short, ends, and leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tellal.checks.collection import NEAR, Collection
from tellal.checks.names import NEAR_PUBLICATION, NO_PUBLICATION
from tellal.domain.findings import Finding, finding

FILE = "office/emergency.yaml"
LONGEST = 280
"""Characters that a banner holds on a phone before it hides the page."""

TOO_LONG = (
    "text.{language}: {count} characters are too many for a banner; {longest} fit. "
    'Write the rest as a release, and name it under "about".'
)
ENDS_EARLY = "until ({until}) is not after since ({since}). Write when the emergency is over."


def check_emergency_is_short_and_ends(collection: Collection) -> Iterator[Finding]:
    """What everybody must know at once fits on a phone, and does not end before it begins."""
    emergency = collection.office.emergency
    if emergency is None:
        return
    for language, text in emergency.text.pairs:
        if len(text) > LONGEST:
            words = {"language": language, "count": str(len(text)), "longest": str(LONGEST)}
            yield finding(FILE, 0, "emergency-long", TOO_LONG, **words)
    if emergency.since and emergency.since >= emergency.until:
        since, until = (f"{at:%Y-%m-%d %H:%M}" for at in (emergency.since, emergency.until))
        yield finding(FILE, 0, "emergency-order", ENDS_EARLY, since=since, until=until)


def check_emergency_leads_somewhere(collection: Collection) -> Iterator[Finding]:
    """The publication that tells more of an emergency exists."""
    emergency = collection.office.emergency
    if emergency is None or emergency.about is None:
        return
    text = emergency.about.folder
    if text in collection.folders:
        return
    near = get_close_matches(text, sorted(collection.folders), 1, NEAR)
    message = NEAR_PUBLICATION if near else NO_PUBLICATION
    more = {"near": near[0]} if near else {}
    yield finding(FILE, 0, "reference-dangling", message, key="about", text=text, **more)
