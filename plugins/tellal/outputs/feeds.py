"""FeedView -> RSS 2.0, Atom and JSON Feed, with full texts for newsrooms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed

from tellal.outputs.bodies import for_feed
from tellal.outputs.say import Say
from tellal.pages.views import FeedItem, FeedView

CONTENT = "http://purl.org/rss/1.0/modules/content/"


class FullTextRss(Rss201rev2Feed):  # type: ignore[misc]
    """RSS 2.0 with the whole text of each item."""

    def rss_attributes(self) -> dict[str, str]:
        """Declare the namespace of whole texts."""
        return {**super().rss_attributes(), "xmlns:content": CONTENT}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Add the whole text after what RSS itself knows."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


def title_of(view: FeedView, say: Say) -> str:
    """Return the title of a feed."""
    if view.subject is None:
        return say("feed_title", office=view.office, municipality=view.municipality)
    return say(
        "feed_title_of", office=view.office, municipality=view.municipality, subject=view.subject
    )


def render_rss(view: FeedView, say: Say, bodies: Mapping[str, str]) -> str:
    """Return RSS 2.0; it may name one photo of an item."""
    return _xml(FullTextRss, view, say, bodies, photos=1)


def render_atom(view: FeedView, say: Say, bodies: Mapping[str, str]) -> str:
    """Return Atom with all photos."""
    return _xml(Atom1Feed, view, say, bodies, photos=None)


def _xml(
    kind: type[Any], view: FeedView, say: Say, bodies: Mapping[str, str], photos: int | None
) -> str:
    feed = kind(
        title=title_of(view, say),
        link=view.home,
        description=title_of(view, say),
        language=view.tag,
        author_name=f"{view.office}, {view.municipality}",
        feed_url=view.url,
        feed_guid=view.identity,
    )
    for item in view.items:
        feed.add_item(
            title=item.title,
            link=item.url,
            description=escape(item.summary or item.title, quote=False),  # readers take it for HTML
            content=_text(view, item, bodies),
            unique_id=item.identity,
            unique_id_is_permalink=False,
            pubdate=item.published,
            updateddate=item.updated,
            categories=item.tags,
            enclosures=[
                Enclosure(photo.url, str(photo.size_bytes), photo.media_type)
                for photo in item.enclosures[:photos]
            ],
        )
    return str(feed.writeString("utf-8"))


def _text(view: FeedView, item: FeedItem, bodies: Mapping[str, str]) -> str:
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
        "items": [_json_item(view, item, bodies) for item in view.items],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _json_item(view: FeedView, item: FeedItem, bodies: Mapping[str, str]) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": item.identity,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": _text(view, item, bodies),
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
