"""An act in two languages: which other one stands beside it, and the page that sets both."""

from __future__ import annotations

from functools import partial

from tellal.domain.editions import Edition, Publication
from tellal.domain.facts import Act
from tellal.domain.languages import language_of
from tellal.domain.office import Duty
from tellal.domain.publication import Standing
from tellal.pages.page import Page, path_of
from tellal.pages.parts import body_links, edition_link
from tellal.pages.views import Link, ParallelView, Said
from tellal.pages.voice import Voice


def partner_of(publication: Publication, edition: Edition, voice: Voice) -> Edition | None:
    """Return the edition that stands beside one, None where there is none.

    The original; beside the original itself the next language that its kind is owed in, else any.
    """
    if not isinstance(publication.facts, Act) or publication.facts.scanned:
        return None
    written = language_of(edition.tag).written
    if language_of(publication.original).written != written:
        return publication.first
    office = voice.site.office
    others = [one.tag for one in office.languages if one.written != written]
    found = [one for tag in others if (one := publication.edition(tag))]

    def is_owed(one: Edition) -> bool:
        kind, language = publication.kind.name, language_of(one.tag).written
        return office.duty_of(kind, language) is Duty.REQUIRED

    return next(filter(is_owed, found), found[0] if found else None)


def parallel_link(publication: Publication, edition: Edition, voice: Voice) -> Link | None:
    """Return the link from an act to its page in two languages, by the other language's name."""
    partner = partner_of(publication, edition, voice)
    if partner is None:
        return None
    address = voice.addresses.parallel(publication, voice.tag)
    return Link(language_of(partner.tag).native, address, partner.tag)


def parallel_page(publication: Publication, edition: Edition, voice: Voice) -> Page | None:
    """Return the page that sets an edition of an act beside another, None where none is there."""
    partner = partner_of(publication, edition, voice)
    if partner is None:
        return None
    address = voice.addresses.parallel(publication, voice.tag)
    where = partial(voice.addresses.parallel, publication)
    languages = voice.addresses_of(publication.editions, where)
    act = Link(edition.title, voice.addresses.publication(publication, voice.tag))
    title = f"{edition.title} – {voice.messages['parallel']}"
    view = ParallelView(
        shell=voice.shell(title, address, languages, (act,), indexed=False),
        kind=publication.kind.name,
        number=publication.common.number,
        title=edition.title,
        other_title=Said(partner.title, partner.tag),
        body=edition.body.digest,
        links=body_links(publication, edition, voice),
        other_body=partner.body.digest,
        other_links=body_links(publication, partner, voice),
        act=act,
        other=edition_link(publication, partner.tag, voice),
        is_outdated=Standing.OUTDATED in (edition.standing, partner.standing),
    )
    return Page(path_of(address, voice.addresses.root), "pages/parallel.html", view)
