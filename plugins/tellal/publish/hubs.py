"""Feeds -> hubs: whoever has subscribed hears of news within seconds (WebSub).

A hub is told of the feeds in which something is new for it. What it was told last is remembered, so
a hub that did not answer is told with the next publish, and none is told twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from tellal.publish.stages import Tell
from tellal.publish.verify import FEED
from tellal.publish.web import Silence, ask

FORMS = (".rss.xml", ".atom.xml", ".json")
AT_ONCE = 50
"""How many feeds one message names."""
NOT_TOLD = "The hub {hub} was not told of news in {count} feeds: {reason}. The next publish will."


def news_in(files: Mapping[str, str]) -> dict[str, str]:
    """Return by feed, without the ending of a form, what stands for its news.

    That is which items it has and when each was last corrected: a minor correction is no news, and
    neither is another head of the log.
    """
    found = {}
    for path in sorted(files):
        if path.endswith(".json") and FEED.fullmatch(path):
            items = json.loads(Path(files[path]).read_bytes())["items"]
            known = [(item["id"], item["date_modified"]) for item in items]
            found[path.removesuffix(".json")] = sha256(repr(known).encode()).hexdigest()[:16]
    return found


def tell_hubs(
    hubs: Sequence[str], news: Mapping[str, str], url: str, record: Path, tell: Tell
) -> None:
    """Tell each hub what it has not heard; `url` is the site's, `record` what they have heard."""
    heard = _heard(record)
    now: dict[str, dict[str, str]] = {}
    for hub in hubs:
        before = heard.get(hub, {})
        told = {feed: before[feed] for feed in news if feed in before}
        fresh = [feed for feed, what in news.items() if before.get(feed) != what]
        for some, reason in _told(hub, fresh, url):
            if reason:
                tell(NOT_TOLD, hub=hub, count=len(some) * len(FORMS), reason=reason)
            else:
                told |= {feed: news[feed] for feed in some}
        now[hub] = told
    if now != heard:
        half = record.with_suffix(".new")
        half.write_text(json.dumps(now, sort_keys=True), "utf-8")
        half.replace(record)


def _told(hub: str, feeds: Sequence[str], url: str) -> Iterator[tuple[Sequence[str], str]]:
    """Yield some feeds after the other, and why the hub did not hear of them, "" if it did.

    After a first silence it is not asked again.
    """
    several = AT_ONCE // len(FORMS)
    for at in range(0, len(feeds), several):
        some = feeds[at : at + several]
        topics = [("hub.url", f"{url}/{feed}{form}") for feed in some for form in FORMS]
        try:
            answer = ask(hub, [("hub.mode", "publish"), *topics])
        except Silence as silence:
            yield feeds[at:], silence.reason
            return
        if not answer.is_well:
            yield feeds[at:], f"HTTP {answer.status}"
            return
        yield some, ""


def _heard(record: Path) -> dict[str, dict[str, str]]:
    """Return by hub what it was told last; nothing where nobody knows."""
    try:
        found: dict[str, dict[str, str]] = json.loads(record.read_bytes())
    except (OSError, ValueError):
        return {}
    return found
