"""Posts that wait -> the office's page, each once, whatever breaks on the way.

Before anything is posted the page is asked what stands there: what somebody has posted by hand,
what another machine has, what a publish has that was killed before it could write that down. Only
what stands nowhere is posted, after it was written down that it is about to be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tellal.publish.graph import Declined, Page
from tellal.publish.posts import Fate, Outbox, Post
from tellal.publish.stages import Now, Tell
from tellal.publish.web import Silence

UNCERTAIN = 900
"""Seconds for which a post that may have arrived may still appear on the page."""
BEFORE = 86_400
"""Seconds that clocks may differ."""

NOT_ASKED = "Nothing was posted, because the page does not tell what stands on it: {reason}."
NOT_POSTED = "{name} was not posted: {reason}. The next publish tries it again."
MAYBE_POSTED = (
    "{name} may have been posted or not: {reason}. The next publish asks the page; or look there, "
    "and run: invoke outbox --posted {name}"
)
POSTED = "Posted on the office's page: {name}."
FOUND = "It stands on the office's page already: {name}."


def send_posts(box: Outbox, page: Page, now: Now, tell: Tell) -> None:
    """Post what waits. What fails is told, and tried again the next time."""
    waiting = [*box.open_posts()]
    if not waiting:
        return
    try:
        there = {*page.texts(min(post.since for post in waiting) - BEFORE)}
    except (Declined, Silence) as error:
        tell(NOT_ASKED, reason=error.reason)
        return
    known = {text: number for number, text in there}
    for post in waiting:
        if number := _number_of(post, known):
            box.keep(post.turned(Fate.POSTED, now(), number=number))
            tell(FOUND, name=post.name)
        elif post.fate is Fate.SENDING and now() - post.moment < UNCERTAIN:
            tell(MAYBE_POSTED, name=post.name, reason=post.reason or "?")
        elif not _sent(box, page, post, now, tell):
            return


def _sent(box: Outbox, page: Page, post: Post, now: Now, tell: Tell) -> bool:
    """Post something; return whether the next one may be tried."""
    box.keep(post.turned(Fate.SENDING, now()))
    try:
        number = page.post(post)
    except Declined as no:
        box.keep(post.turned(Fate.FAILED, now(), no.reason))
        tell(NOT_POSTED, name=post.name, reason=no.reason)
        return not no.for_all
    except Silence as silence:
        heard = silence.may_be_heard
        box.keep(post.turned(Fate.SENDING if heard else Fate.FAILED, now(), silence.reason))
        tell(MAYBE_POSTED if heard else NOT_POSTED, name=post.name, reason=silence.reason)
        return False
    box.keep(post.turned(Fate.POSTED, now(), number=number))
    tell(POSTED, name=post.name)
    return True


def _number_of(post: Post, known: Mapping[str, str]) -> str:
    """Return the number of a post that stands on the page, "" where it does not."""
    link = re.compile(rf"(?<!\S){re.escape(post.link)}(?!\S)")
    return next((number for text, number in known.items() if link.search(text)), "")
