"""Views -> JSON for browsers: what makes the site an application, and what may not be kept."""

from __future__ import annotations

import json

from tellal.pages.views import GoneListView, ManifestView

ICONS = (
    {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"},
    {"src": "icon-192.png", "sizes": "192x192", "type": "image/png"},
    {"src": "icon-512.png", "sizes": "512x512", "type": "image/png"},
    {
        "src": "icon-maskable-512.png",
        "sizes": "512x512",
        "type": "image/png",
        "purpose": "maskable",
    },
)


def render_manifest(view: ManifestView) -> str:
    """Return the manifest; every language is an application of its own under one worker."""
    folder = f"{view.root}/theme/"
    return _json(
        {
            "id": view.home,
            "name": view.name,
            "short_name": view.short_name,
            "lang": view.tag,
            "dir": "ltr",
            "start_url": view.home,
            "scope": f"{view.root}/",
            "display": "minimal-ui",
            "icons": [{**icon, "src": f"{folder}{icon['src']}"} for icon in ICONS],
        }
    )


def render_gone_list(view: GoneListView) -> str:
    """Return the addresses below which nothing may be kept."""
    return _json(view.places)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
