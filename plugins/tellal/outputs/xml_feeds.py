"""FeedView -> RSS 2.0 and Atom, with full texts for newsrooms."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed

from tellal.outputs.feeds import text_of, title_of
from tellal.outputs.say import Say
from tellal.pages.views import FeedView

CONTENT = "http://purl.org/rss/1.0/modules/content/"


class FullTextRss(Rss201rev2Feed):  # type: ignore[misc]
    """RSS 2.0 with the whole text of each item."""

    def rss_attributes(self) -> dict[str, str]:
        """Declare the namespace of whole texts."""
        return {**super().rss_attributes(), "xmlns:content": CONTENT}

    def add_root_elements(self, handler: Any) -> None:
        """Add who tells of news after what RSS itself knows."""
        super().add_root_elements(handler)
        for hub in self.feed["hubs"]:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": hub})

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Add the whole text after what RSS itself knows."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class HubAtom(Atom1Feed):  # type: ignore[misc]
    """Atom that names who tells of news."""

    def add_root_elements(self, handler: Any) -> None:
        """Add who tells of news after what Atom itself knows."""
        super().add_root_elements(handler)
        for hub in self.feed["hubs"]:
            handler.addQuickElement("link", "", {"rel": "hub", "href": hub})


def render_rss(view: FeedView, say: Say, bodies: Mapping[str, str]) -> str:
    """Return RSS 2.0; it may name one photo of an item."""
    return _xml(FullTextRss, view, say, bodies, photos=1)


def render_atom(view: FeedView, say: Say, bodies: Mapping[str, str]) -> str:
    """Return Atom with all photos."""
    return _xml(HubAtom, view, say, bodies, photos=None)


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
        hubs=view.hubs,
    )
    for item in view.items:
        feed.add_item(
            title=item.title,
            link=item.url,
            description=escape(item.summary or item.title, quote=False),  # readers take it for HTML
            content=text_of(view, item, bodies),
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
