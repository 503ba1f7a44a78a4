"""The accessibility statement: what was tested and found, what is not met, whom to tell."""

from __future__ import annotations

from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.tested import TESTED
from tellal.pages.views import AccessibilityView
from tellal.pages.voice import Voice


def accessibility_page(voice: Voice) -> Page:
    """Return the statement in a language."""
    address = voice.addresses.accessibility(voice.tag)
    shell = voice.shell(
        voice.messages["accessibility"],
        address,
        everywhere(voice, "accessibility"),
        description=voice.messages["accessibility_summary"],
    )
    return Page(
        path_of(address, voice.addresses.root),
        "pages/accessibility.html",
        AccessibilityView(shell, TESTED),
    )
