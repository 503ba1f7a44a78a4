"""The page of the search: a form, and the ways that lead on without a script."""

from __future__ import annotations

from datetime import date

from tellal.domain.facts import KINDS, Act
from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.views import Choice, Link, OpenSearchView, SearchView, YearsOf
from tellal.pages.voice import Voice
from tellal.site.segments import SEGMENTS

STATES = ("open", "upcoming", "act_in_force", "act_repealed", "withdrawn")


def search_page(voice: Voice) -> Page:
    """Return the page of the search in a language."""
    addresses, tag, site = voice.addresses, voice.tag, voice.site
    address = addresses.search(tag)
    kinds = [*voice.kinds, *(kind for kind in KINDS if kind.name == "page")]
    scripts = (f"{voice.language.address}/rules", *SEGMENTS)
    view = SearchView(
        shell=voice.shell(voice.messages["search"], address, everywhere(voice, "search")),
        kinds=tuple(Choice(k.name, voice.messages[f"kind_{k.name}"]) for k in dict.fromkeys(kinds)),
        years=tuple(Choice(str(year), str(year)) for year in reversed(site.years)),
        directorates=tuple(
            Choice(key, voice.plain(name)) for key, name in sorted(site.office.directorates.items())
        ),
        states=tuple(Choice(state, voice.messages[f"state_{state}"]) for state in STATES),
        scripts=tuple(addresses.index(name) for name in scripts),
        days=tuple(date(2222, month, 1) for month in range(1, 13)),
        letters=tuple(Link(str(y), addresses.search(tag, y)) for y in reversed(site.years)),
        registers=tuple(_years(voice, is_act=True)),
        sections=tuple(_years(voice, is_act=False)),
        indexes=tuple(link for link in voice.place.registers if link.address != address),
    )
    return Page(path_of(address, addresses.root), "pages/search.html", view)


def _years(voice: Voice, is_act: bool) -> list[YearsOf]:
    """Return the sections with their years: those of acts, which have numbers, or all others."""
    return [
        YearsOf(
            Link(voice.section_name(kind), voice.addresses.section(voice.tag, kind)),
            tuple(
                Link(str(year), voice.addresses.section(voice.tag, kind, year))
                for year in voice.site.calendar(f"section/{kind.collection}")
            ),
        )
        for kind in voice.kinds
        if (kind.facts is Act) is is_act
    ]


def open_search(voice: Voice) -> Page:
    """Return what tells a browser how to search the site."""
    addresses = voice.addresses
    view = OpenSearchView(
        tag=voice.tag,
        name=f"{voice.place.municipality}"[:16],
        description=f"{voice.messages['search']}: {voice.place.office}, {voice.place.municipality}",
        url=f"{voice.host}{addresses.search(voice.tag)}?q={{searchTerms}}",
        icon=f"{voice.host}{addresses.root}/theme/icon.svg",
    )
    path = path_of(addresses.open_search(voice.tag), addresses.root)
    return Page(path, "open_search", view)
