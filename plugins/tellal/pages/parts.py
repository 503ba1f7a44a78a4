"""The parts of a publication's page: links, attachments, and what it is related to."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.editions import Edition, Publication
from tellal.domain.languages import language_of
from tellal.domain.links import ACT, BodyTarget, has_place, target_of
from tellal.domain.publication import Common, Revision, Standing
from tellal.domain.records import values_of
from tellal.domain.values import Reference
from tellal.pages.facts import Teller
from tellal.pages.photos import sized_in_text
from tellal.pages.series import tag_name
from tellal.pages.views import (
    BodyLink,
    File,
    Link,
    Outdated,
    Row,
    Sized,
)
from tellal.pages.voice import Voice
from tellal.reading.files import is_picture
from tellal.site.states import is_gone
from tellal.site.threads import thread_of

ABOVE = ("amended_by", "repealed_by", "superseded_by")
"""Relations of which a reader learns before the text."""


def edition_link(publication: Publication, tag: str, voice: Voice) -> Link:
    """Return a link to an edition, by the name of its language in itself."""
    language = language_of(tag)
    return Link(language.native, voice.addresses.publication(publication, tag), tag)


def _sized(publication: Publication, target: BodyTarget, voice: Voice) -> Sized | None:
    """Return what a picture beside a text is shown as in it, None for all other files."""
    own = target.folder == publication.reference.folder and target.file
    return sized_in_text(publication, own, voice.addresses) if own else None


def outdated_of(publication: Publication, edition: Edition, voice: Voice) -> Outdated | None:
    """Return since when a translation lags behind its original, None for one that does not."""
    if edition.standing is not Standing.OUTDATED:
        return None
    newer: tuple[Revision, ...] = publication.common.revisions[edition.revision - 1 :]
    since = next(revision.on for revision in newer if not revision.minor)
    return Outdated(since=since, original=edition_link(publication, publication.original, voice))


def rendered_by(edition: Edition, common: Common) -> tuple[Revision, ...]:
    """Return the revisions that an edition renders; a translation may lag behind."""
    return common.revisions[: edition.revision - 1]


def body_links(publication: Publication, edition: Edition, voice: Voice) -> tuple[BodyLink, ...]:
    """Return where each inner link of a text leads; what may not be seen yet leads nowhere."""
    links = []
    for link in edition.body.links:
        target = target_of(publication.reference, link)
        listing = voice.site.by_folder.get(target.folder)
        if listing is None or (target.file and voice.site.is_gone(listing)):
            continue
        if target.file is not None:
            address = voice.addresses.file(target.folder, target.file)
            links.append(BodyLink(link, address, sized=_sized(publication, target, voice)))
        else:
            other = voice.site.whole(listing)
            address, tag = voice.address_of(other)
            fragment = _fragment_in(other, tag or voice.tag, target.fragment, voice)
            links.append(BodyLink(link, address + fragment, tag))
    return (*links, *_cited(publication, edition, voice))


def _cited(publication: Publication, edition: Edition, voice: Voice) -> Iterator[BodyLink]:
    """Yield where citations of acts lead: to the one act of that number, never to itself."""
    for citation in edition.body.citations:
        number, sign, place = citation.removeprefix(ACT).partition("#")
        listing = voice.site.cited(number)
        if listing and listing.folder != publication.reference.folder:
            other = voice.site.whole(listing)
            address, tag = voice.address_of(other)
            fragment = _fragment_in(other, tag or voice.tag, sign + place, voice)
            yield BodyLink(citation, address + fragment, tag)


def _fragment_in(publication: Publication, tag: str, fragment: str, voice: Voice) -> str:
    """Return the fragment if the page has that place: headings are named in their language."""
    edition = publication.edition(tag)
    if edition is None or is_gone(publication, voice.site.as_of):
        return ""
    while fragment and not has_place(edition.body, fragment):
        fragment = fragment.rpartition("-")[0] if fragment.startswith("#art-") else ""
    return fragment


def related_of(publication: Publication, voice: Voice) -> tuple[Row, ...]:
    """Return what this one is about and what names it; its facts show theirs at their place.

    What stands on the thread of its matter is not told again, unless it must be known beforehand.
    """
    rows: list[Row] = []
    stated = (reference for _, reference in values_of(publication.facts, Reference))
    seen = {publication.reference, *stated}
    about = (voice.site.find(reference) for reference in publication.common.about)
    groups = {"about": tuple(other for other in about if other)}
    naming = voice.site.relations(publication.reference.folder)
    groups |= {key: tuple(map(voice.site.whole, others)) for key, others in naming.items()}
    told = {one.reference for one in thread_of(voice.site, publication.reference.folder)}
    for key, others in groups.items():
        links = []
        for other in others:
            if other.reference not in seen and (key in ABOVE or other.reference not in told):
                seen.add(other.reference)
                links.append(voice.link_to(other))
        if links:
            rows.append(Row(key, tuple(links)))
    return tuple(rows)


def attachments_of(publication: Publication, teller: Teller) -> tuple[File, ...]:
    """Return the attachments: those with a title in their order, then what else lies there."""
    noted = [note.file for note in publication.common.attachments]
    shown = {*noted, *_shown_elsewhere(publication)}
    rest = [
        file.name
        for file in publication.files
        if file.name not in shown and not is_picture(file.name)
    ]
    return tuple(teller.file(name) for name in (*noted, *rest))


def _shown_elsewhere(publication: Publication) -> Iterator[str]:
    """Yield the files that facts or texts show at their place."""
    facts = publication.facts
    yield from (getattr(facts, name, None) or "" for name in ("draft", "signed_original"))
    for item in getattr(facts, "agenda", ()):
        yield from item.materials
    for edition in publication.editions:
        for link in edition.body.links:
            target = target_of(publication.reference, link)
            if target.folder == publication.reference.folder and target.file:
                yield target.file


def tags_of(publication: Publication, voice: Voice) -> tuple[tuple[str, str], ...]:
    """Return the slug and the text of each tag."""
    return voice.site.by_folder[publication.reference.folder].tags


def tags_shown(publication: Publication, voice: Voice) -> tuple[Link, ...]:
    """Return the tags that have a list; what is not dated stands in none."""
    return tuple(
        Link(tag_name(voice, slug), voice.addresses.tag(voice.tag, slug))
        for slug in dict.fromkeys(slug for slug, _ in tags_of(publication, voice))
        if slug in voice.site.tags
    )
