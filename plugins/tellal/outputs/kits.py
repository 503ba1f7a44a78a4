"""KitView -> zip: the same bytes for the same view, on any machine and at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tellal.outputs.bodies import for_feed
from tellal.outputs.forms import plain_of
from tellal.outputs.plain import lines_of
from tellal.outputs.say import Say
from tellal.pages.views import FormsView, KitView

NO_TIME = (1980, 1, 1, 0, 0, 0)
PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<title>{title}</title>
<h1>{title}</h1>
{summary}{body}
<p><a href="{url}">{url}</a></p>
</html>
"""


def kit_of(
    view: KitView,
    voices: Mapping[str, Say],
    bodies: Mapping[str, str],
    photos: Mapping[str, bytes],
) -> bytes:
    """Return the kit of a release. `photos` are the published bytes of its photos by name.

    Nothing is compressed: photos are already, and libraries that compress texts differ.
    """
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as kit:
        for name, data in _files(view, voices, bodies, photos):
            info = ZipInfo(name, NO_TIME)
            info.create_system, info.external_attr = 3, 0o100644 << 16
            kit.writestr(info, data)
    return stream.getvalue()


def _files(
    view: KitView,
    voices: Mapping[str, Say],
    bodies: Mapping[str, str],
    photos: Mapping[str, bytes],
) -> Iterator[tuple[str, bytes]]:
    for text in view.texts:
        shown = text.view
        html = for_feed(bodies[shown.body], shown.links, shown.host, shown.url)
        plain = plain_of(shown, lines_of(html, shown.host), voices[shown.shell.place.tag])
        yield f"text.{text.name}.txt", f"{plain}\n".encode()
        yield f"text.{text.name}.html", _page(shown, html).encode()
    for photo in view.photos:
        yield f"photos/{photo.name}", photos[photo.name]
    if view.photos:
        told = "\n\n".join("\n".join((photo.name, *photo.told)) for photo in view.photos)
        yield "photos/credits.txt", f"{told}\n".encode()


def _page(view: FormsView, html: str) -> str:
    """Return a text as a page without anything around it."""
    return PAGE.format(
        lang=view.shell.place.tag,
        title=escape(view.shell.title),
        summary=f"<p><strong>{escape(view.summary)}</strong></p>\n" if view.summary else "",
        body=html,
        url=escape(view.url),
    )
