"""Page -> the language whose words it is rendered with."""

from __future__ import annotations

from tellal.pages.page import Page
from tellal.pages.views import (
    CalendarView,
    CardView,
    ChaptersView,
    ChooserView,
    EmergencyFileView,
    FeedView,
    FileView,
    GoneListView,
    KitView,
    ManifestView,
    OpenSearchView,
    ScriptView,
    ShortView,
    SitemapIndexView,
    SitemapView,
    SizeView,
    TableView,
)

EVERY = "*"
"""Stands for all languages, where a file speaks several."""


def language_of_page(page: Page) -> str | None:
    """Return the tag of the language that a page speaks, None for one that says no word.

    The front door, which names every language in itself, speaks the first of them.
    """
    match page.view:
        case (
            SitemapView()
            | SitemapIndexView()
            | TableView()
            | ChaptersView()
            | GoneListView()
            | ManifestView()
        ):
            return None
        case FileView() | SizeView() | ScriptView() | OpenSearchView():
            return None
        case KitView():
            return EVERY
        case ChooserView(names=names) | ShortView(names=names):
            return names[0][0]
        case (
            CardView(tag=tag)
            | FeedView(tag=tag)
            | CalendarView(tag=tag)
            | EmergencyFileView(tag=tag)
        ):
            return tag
        case view:
            return view.shell.place.tag
