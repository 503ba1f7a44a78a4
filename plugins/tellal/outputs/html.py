"""View -> HTML, by the theme's templates. They see view, `say` and text: no globals."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment
from markupsafe import Markup

from tellal.outputs.bodies import for_page
from tellal.outputs.contents import contents_of, with_permalinks
from tellal.outputs.emergencies import render_emergency
from tellal.outputs.forms import forms_of
from tellal.outputs.linked_data import linked_data
from tellal.outputs.parallel import pairs_of
from tellal.outputs.say import Say
from tellal.pages.page import Page
from tellal.pages.views import (
    ComparisonView,
    EmergencyFileView,
    FormsView,
    ParallelView,
    PublicationView,
)


def render_html(page: Page, env: Environment, say: Say, bodies: Mapping[str, str]) -> str:
    """Return the HTML of a page. `bodies` are the texts by their digest."""
    view = page.view
    template = env.get_template(page.maker)
    if isinstance(view, PublicationView):
        body = for_page(bodies[view.body], view.links, say)
        linked = linked_data(view)
        if view.act is None:
            return template.render(page=view, say=say, body=Markup(body), linked=linked)
        contents = contents_of(body)
        body = with_permalinks(body, say("permalink"))
        return template.render(
            page=view, say=say, body=Markup(body), contents=contents, linked=linked
        )
    if isinstance(view, ParallelView):
        own = for_page(bodies[view.body], view.links, say)
        other = for_page(bodies[view.other_body], view.other_links, say)
        pairs = [
            (pair.anchor, Markup(pair.own), Markup(pair.other)) for pair in pairs_of(own, other)
        ]
        return template.render(page=view, say=say, pairs=pairs)
    if isinstance(view, ComparisonView):
        from tellal.outputs.comparing import stretches_of  # not at the head: few builds need it

        found = [(one, stretches_of(one, bodies)) for one in view.comparisons]
        return template.render(page=view, say=say, comparisons=found)
    if isinstance(view, FormsView):
        body = for_page(bodies[view.body], view.links, say)
        forms = forms_of(view, body, say)
        return template.render(page=view, say=say, body=Markup(body), forms=forms)
    if isinstance(view, EmergencyFileView):
        return render_emergency(view, template, say)
    return template.render(page=view, say=say)
