"""SitemapView -> XML: every page for search engines, with its other languages."""

from __future__ import annotations

from html import escape  # that of xml.sax loads an HTTP client

from tellal.pages.views import MappedPage, OpenSearchView, SitemapIndexView, SitemapView

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
XHTML = "http://www.w3.org/1999/xhtml"


def render_sitemap(view: SitemapView) -> str:
    """Return the sitemap of some pages."""
    pages = "".join(_page(page) for page in view.pages)
    return f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n{pages}</urlset>\n'


def _page(page: MappedPage) -> str:
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{other.tag}" href="{escape(other.url)}"/>'
        for other in page.alternates
    )
    return f"<url><loc>{_text(page.url)}</loc>{changed}{others}</url>\n"


def render_sitemap_index(view: SitemapIndexView) -> str:
    """Return the list of all sitemaps."""
    maps = "".join(f"<sitemap><loc>{_text(url)}</loc></sitemap>\n" for url in view.sitemaps)
    return f'{HEAD}<sitemapindex xmlns="{SITEMAP}">\n{maps}</sitemapindex>\n'


def render_robots(view: SitemapIndexView) -> str:
    """Return what robots may read, which is everything."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {view.index}\n"


def render_open_search(view: OpenSearchView) -> str:
    """Return what a browser must know to search the site."""
    return (
        f'{HEAD}<OpenSearchDescription xmlns="{OPEN_SEARCH}">\n'
        f"<ShortName>{_text(view.name)}</ShortName>\n"
        f"<Description>{_text(view.description)}</Description>\n"
        f"<Language>{view.tag}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image type="image/svg+xml">{_text(view.icon)}</Image>\n'
        f'<Url type="text/html" template="{escape(view.url)}"/>\n</OpenSearchDescription>\n'
    )


def _text(url: str) -> str:
    return escape(url, quote=False)
