"""View -> HTML, by the theme's templates. They see view, `say` and text: no globals."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tellal.outputs.bodies import for_page
from tellal.outputs.say import Say
from tellal.pages.page import Page
from tellal.pages.views import ChooserView, PublicationView


def environment(templates: Path) -> Environment:
    """Return the Jinja environment of a theme: strict, escaping, and without anything global."""
    env = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    env.globals.clear()
    return env


def render_html(
    page: Page, env: Environment, voices: Mapping[str, Say], bodies: Mapping[str, str]
) -> str:
    """Return the HTML of a page. `bodies` are the texts by their digest."""
    view = page.view
    template = env.get_template(page.maker)
    if isinstance(view, ChooserView):
        return template.render(page=view, say=voices[view.names[0][0]])
    say = voices[view.shell.place.tag]  # type: ignore[union-attr]
    if isinstance(view, PublicationView):
        body = for_page(bodies[view.body], view.links, say("table"))
        return template.render(page=view, say=say, body=Markup(body))
    return template.render(page=view, say=say)
