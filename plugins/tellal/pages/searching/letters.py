"""A to Z: the titles of a year by letter, for whoever searches without a script."""

from __future__ import annotations

from tellal.pages.lists import everywhere
from tellal.pages.page import Page, path_of
from tellal.pages.subjects import Subject
from tellal.pages.views import LetterLink, LettersView, Link, TitleRow
from tellal.pages.voice import Voice
from tellal.site.alphabets import letter_named, letters_in, letters_in_order, titles_under


def letters_page(voice: Voice, subject: Subject) -> Page | None:
    """Return which letters a year has, or what one of them has; None where there is nothing."""
    year, slug = int(subject.when), subject.name or None
    letters = letters_in(voice.site, voice.tag, year)
    if year not in voice.site.years or (slug and slug not in letters):
        return None
    address = voice.addresses.search(voice.tag, year, slug)
    search = Link(voice.messages["search"], voice.addresses.search(voice.tag))
    trail = (
        (search, Link(str(year), voice.addresses.search(voice.tag, year))) if slug else (search,)
    )
    title = f"{voice.messages['a_to_z']} {year}"
    heading = f"{title}: {letter_named(slug, voice.tag)}" if slug else title
    others = everywhere(voice, "search", *(() if slug else (year,))) | {voice.tag: address}
    view = LettersView(
        shell=voice.shell(heading, address, others, trail, indexed=False),
        letters=tuple(_letter(voice, year, one, slug) for one in _in_order(voice, year)),
        titles=tuple(_rows(voice, year, slug)) if slug else (),
    )
    return Page(path_of(address, voice.addresses.root), "pages/letters.html", view)


def _in_order(voice: Voice, year: int) -> list[str]:
    return letters_in_order(voice.site, voice.tag, year)


def _letter(voice: Voice, year: int, slug: str, current: str | None) -> LetterLink:
    address = voice.addresses.search(voice.tag, year, slug)
    return LetterLink(letter_named(slug, voice.tag), address, slug == current)


def _rows(voice: Voice, year: int, slug: str) -> list[TitleRow]:
    """Return the titles of a letter with their days, in the order of the language."""
    rows = []
    for title, listing in titles_under(voice.site, voice.tag, year, slug):
        name = dict(listing.slugs)[voice.tag]
        address = voice.addresses.item(voice.tag, listing.kind, listing.on, name)
        rows.append(TitleRow(title, address, listing.on, listing.kind.name))
    return rows
