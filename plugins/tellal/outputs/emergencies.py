"""EmergencyFileView -> what brings an emergency to every page: a script, and a style sheet."""

from __future__ import annotations

import json

from jinja2 import Template

from tellal.outputs.say import Say
from tellal.pages.views import EmergencyFileView

STYLE = (
    "@media screen{{body::before{{content:{text};display:block;padding:1rem max(1rem,50% - 35rem);"
    "background:#8a1c1c;color:#fff;font-weight:700}}}}\n"
)
"""For readers without script, with the lengths and colours of css/tokens.css."""
SCRIPT = 'if(Date.now()<{until})document.currentScript.insertAdjacentHTML("afterend",{banner})\n'


def render_emergency(view: EmergencyFileView, template: Template, say: Say) -> str:
    """Return a file that brings an emergency, an empty one while all is well.

    `template` is the one that makes the banner of pages which hold it themselves.
    """
    if view.emergency is None:
        return ""
    if view.form == "css":
        return STYLE.format(text=view.quoted)
    banner = str(template.module.emergency(say, view.emergency))  # type: ignore[attr-defined]
    return SCRIPT.format(until=view.emergency.until_ms, banner=json.dumps(banner))
