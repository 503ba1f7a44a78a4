"""FeedView -> JSON Feed, and what it has in common with the feeds in XML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tellal.outputs.bodies import for_feed
from tellal.outputs.say import Say
from tellal.pages.views import FeedItem, FeedView


def title_of(view: FeedView, say: Say) -> str:
    """Return the title of a feed."""
    if view.subject is None:
        return say("feed_title", office=view.office, municipality=view.municipality)
    return say(
        "feed_title_of", office=view.office, municipality=view.municipality, subject=view.subject
    )


def text_of(view: FeedView, item: FeedItem, bodies: Mapping[str, str]) -> str:
    """Return the whole text of an item."""
    return for_feed(bodies[item.body], item.links, view.host, item.url)


def render_json(view: FeedView, say: Say, bodies: Mapping[str, str]) -> str:
    """Return JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title_of(view, say),
        "home_page_url": view.home,
        "feed_url": view.url,
        "language": view.tag,
        "authors": [{"name": f"{view.office}, {view.municipality}", "url": view.home}],
        **({"hubs": [{"type": "WebSub", "url": hub} for hub in view.hubs]} if view.hubs else {}),
        "items": [_json_item(view, item, bodies) for item in view.items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(view: FeedView, item: FeedItem, bodies: Mapping[str, str]) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": item.identity,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": text_of(view, item, bodies),
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "language": view.tag,
        "tags": list(item.tags),
        "image": item.enclosures[0].url if item.enclosures else None,
        "attachments": [
            {"url": photo.url, "mime_type": photo.media_type, "size_in_bytes": photo.size_bytes}
            for photo in item.enclosures
        ],
    }
    return {key: value for key, value in known.items() if value}
