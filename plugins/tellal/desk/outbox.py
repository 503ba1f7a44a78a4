"""The outbox: what the page of the office elsewhere is to show, written, posted and told of."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

from tellal.build.store import Store
from tellal.compiler.archive import Archive
from tellal.compiler.packing import store_of
from tellal.desk.errands import Errand, alone
from tellal.desk.posts import Writer, write_posts
from tellal.domain.findings import WrongAnswer, saying_why
from tellal.publish.posting import send_posts
from tellal.publish.posts import OPEN, Fate, Outbox, Post

BEGUN = "The outbox has begun: what was public before is not posted."
OLD = "Of {count} publications older than a week there is no post."
WITHHELD = "{name} is not posted: it is not public any more, or was withdrawn."
LOOK = "Of {name} nobody knows whether it was posted, and it is not public any more. Look there."
NO_POST = 'There is no post "{name}". These wait: {known}.'
NO_DOOR = (
    "Nothing can be posted: name the page (PUBLISH_FACEBOOK_PAGE in {file}) and the token "
    "(TELLAL_FACEBOOK_TOKEN), or copy the texts from {folder}."
)
NOTHING = "The outbox is empty."
MARKED = "Noted as posted by hand: {name}."
HINDERED = "The outbox cannot be kept: {reason}."
FATES = {
    Fate.WAITING: "Waiting: {name}",
    Fate.SENDING: "Uncertain: {name}",
    Fate.FAILED: "Not posted: {name}",
    Fate.POSTED: "Posted: {name}",
    Fate.BY_HAND: "Posted by hand: {name}",
    Fate.WITHHELD: "Withheld: {name}",
}


def fill_outbox(errand: Errand) -> None:
    """Write posts about what has just become public, and post what waits, where that can be."""
    box, output = Outbox(errand.outbox), errand.settings.output
    if not box.has_begun:
        errand.tell(BEGUN)
    with closing(Store(store_of(errand.settings.cache, output))) as store:
        archive = Archive(store)
        zone = ZoneInfo(archive.office().card.time_zone)
        as_of = datetime.fromtimestamp(int(store.meta("as_of") or b"0"), zone)
        writer = Writer(archive.site(as_of), errand.settings.url, errand.publishing.elsewhere)
        if old := write_posts(box, writer, output, errand.now()):
            errand.tell(OLD, count=old)
        _write_again(errand, box, writer)
    _send(errand, box)


def _write_again(errand: Errand, box: Outbox, writer: Writer) -> None:
    """Write what waits as its publication says it now; what is not public any more is withheld."""
    for post in [*box.open_posts()]:
        now = writer.again(post)
        if now is None:
            errand.tell(LOOK if post.fate is Fate.SENDING else WITHHELD, name=post.name)
            box.keep(post.turned(Fate.WITHHELD, errand.now()))
        elif post.fate is not Fate.SENDING:
            now = now.turned(post.fate, post.moment, post.reason)
            if now != post:
                box.keep(now, writer.picture_of(now, errand.settings.output))


def _send(errand: Errand, box: Outbox) -> bool:
    """Post what waits, where a page and a token are named; return whether they are."""
    page = errand.publishing.elsewhere.door(errand.world.token)
    if page:
        send_posts(box, page, errand.now, errand.tell)
    return page is not None


def run(options: argparse.Namespace, errand: Errand) -> int:
    """List what is in the outbox; before that note what was posted by hand, or post what waits."""
    with (
        alone(errand.cache),
        saying_why(HINDERED),
    ):
        box = Outbox(errand.outbox)
        if options.posted:
            _mark(errand, box, options.posted)
        if options.send and not _send(errand, box):
            raise WrongAnswer(NO_DOOR, file=errand.publishing.file, folder=errand.outbox)
    for line in lines_of(box, errand):
        print(line)
    return 0


def _mark(errand: Errand, box: Outbox, name: str) -> None:
    post = box.posts.get(name)
    if post is None:
        known = ", ".join(post.name for post in box.open_posts())
        raise WrongAnswer(NO_POST, name=name, known=known or "–")
    box.keep(post.turned(Fate.BY_HAND, errand.now()))
    print(errand.say(MARKED, name=name))


def lines_of(box: Outbox, errand: Errand) -> Iterator[str]:
    """Yield the posts, first those of which not the last has been heard, each the newest first."""
    posts = sorted(box.posts.values(), key=lambda post: post.fate not in OPEN)
    if not posts:
        yield errand.say(NOTHING)
    for post in posts:
        yield _line(post, errand)
        if post.reason:
            yield f"    {post.reason}"


def _line(post: Post, errand: Errand) -> str:
    return f"{errand.say(FATES[post.fate], name=post.name)}  {post.title}"
