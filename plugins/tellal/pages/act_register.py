"""The register of acts of a year: as rows on the page of a section's year, and as open data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tellal.domain.editions import Publication
from tellal.domain.facts import KIND_OF_COLLECTION, Act
from tellal.domain.languages import language_of
from tellal.domain.values import Key
from tellal.pages.page import Page, path_of
from tellal.pages.views import ActRow, TableView
from tellal.pages.voice import Voice
from tellal.site.act_figures import acts_of
from tellal.site.acts import state_in
from tellal.site.force import in_force_of
from tellal.site.listings import Listing

HEADER = (
    *("kind", "number", "body", "title", "title_language", "languages"),
    *("adopted", "registered_at_ministry", "published", "in_force", "in_force_stated", "status"),
    *("amends", "repeals", "scanned_only", "pages", "folder", "url"),
)


def act_rows(voice: Voice, series: str, year: int) -> tuple[ActRow, ...]:
    """Return the acts of a section's year as a register has them, none in any other list."""
    what, _, collection = series.partition("/")
    if what != "section" or KIND_OF_COLLECTION[collection].facts is not Act:
        return ()
    kind = KIND_OF_COLLECTION[collection]
    return tuple(_row(act, voice) for act in acts_of(voice.site, year) if act.kind is kind)


def _row(listing: Listing, voice: Voice) -> ActRow:
    publication = voice.site.whole(listing)
    act = publication.facts
    assert isinstance(act, Act)
    force = in_force_of(publication, voice.site.office)
    return ActRow(
        number=publication.common.number or "",
        act=voice.link_to(publication),
        body=voice.said(voice.site.office.bodies[Key(act.body)]),
        adopted=act.adopted,
        in_force=force.on if force else None,
        state=state_in(voice.site, publication),
    )


def table_address(voice: Voice, year: int) -> str:
    """Return where the acts of a year are as open data."""
    return voice.addresses.data(f"acts-{year}.csv")


def acts_table(voice: Voice, year: int) -> Page | None:
    """Return all acts of a year as open data, None where there is none."""
    acts = acts_of(voice.site, year)
    if not acts:
        return None
    rows = tuple(tuple(_cells(voice.site.whole(act), voice)) for act in acts)
    path = path_of(table_address(voice, year), voice.addresses.root)
    return Page(path, "table", TableView(HEADER, rows))


def _cells(publication: Publication, voice: Voice) -> Iterator[str]:
    """Yield what open data says of an act, in the order of the header."""
    act, site = publication.facts, voice.site
    assert isinstance(act, Act)
    force = in_force_of(publication, site.office)
    title = voice.title_of(publication)
    yield from (publication.kind.name, publication.common.number or "", act.body)
    yield from (title.text, title.lang or voice.tag)
    written = (language_of(edition.tag).written for edition in publication.editions)
    yield " ".join(dict.fromkeys(written))
    yield from map(_day, (act.adopted, act.registered_at_ministry, act.published))
    yield from (_day(force.on if force else None), _yes(force is not None and force.is_stated))
    yield (state_in(site, publication) or "").removeprefix("act_")
    for others in (act.amends, act.repeals):
        yield " ".join(one.folder for one in others if one.folder in site.by_folder)
    yield _yes(act.scanned)
    original = (file for file in publication.files if file.name == act.signed_original)
    pages = next((file.pages for file in original), None)
    yield str(pages) if pages else ""
    yield publication.reference.folder
    yield f"{voice.host}{voice.addresses.publication(publication, publication.original)}"


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
