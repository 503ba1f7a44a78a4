"""The front door, where a language is chosen, and the page of addresses that lead nowhere."""

from __future__ import annotations

from tellal.pages.emergencies import emergency_of, holding_emergency
from tellal.pages.page import Page, path_of
from tellal.pages.views import ChooserView, ErrorView
from tellal.pages.voice import Voice, Voices


def chooser_page(voices: Voices) -> Page:
    """Return the front door, where every language is named in itself."""
    first = next(iter(voices.values()))
    names = tuple(
        (voice.tag, voice.language.native, voice.place.home, voice.place.municipality)
        for voice in voices.values()
    )
    homes = {voice.tag: voice.place.home for voice in voices.values()}
    view = ChooserView(
        root=first.addresses.root,
        canonical=f"{first.host}{first.addresses.chooser()}",
        names=names,
        alternates=first.alternates(homes),
        emergencies=tuple(
            (voice.tag, emergency)
            for voice in voices.values()
            if (emergency := emergency_of(voice)) and emergency.text.lang is None
        ),
    )
    return Page("index.html", "pages/chooser.html", view)


def error_page(voice: Voice) -> Page:
    """Return what a web server shows for an address that leads nowhere."""
    languages = {
        language.tag: voice.addresses.error(language.tag)
        for language in voice.site.office.languages
    }
    address = voice.addresses.error(voice.tag)
    shell = voice.shell(voice.messages["error_title"], address, languages, indexed=False)
    return Page(
        path_of(address, voice.addresses.root),
        "pages/error.html",
        ErrorView(holding_emergency(shell, voice)),
    )
