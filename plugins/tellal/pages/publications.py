"""The pages of one publication: its editions, the honest page, what stays when it is gone."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.checks.collection import values_of
from tellal.domain.editions import Edition, Publication
from tellal.domain.languages import language_of
from tellal.domain.links import has_place, target_of
from tellal.domain.office import Duty
from tellal.domain.publication import Revision, Standing, TranslatedBy
from tellal.domain.values import Reference
from tellal.pages.facts import ELSEWHERE, Teller
from tellal.pages.lists import tag_name
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    BodyLink,
    Change,
    File,
    GoneView,
    Link,
    MissingView,
    MovedView,
    Outdated,
    Picture,
    PublicationView,
    Row,
    Shell,
)
from tellal.pages.voice import Voice
from tellal.reading.files import is_picture
from tellal.site.site import tags_of
from tellal.site.states import has_expired, is_gone, state_of


def publication_pages(publication: Publication, voice: Voice) -> Iterator[Page]:
    """Yield the page of a publication in a language, and the former addresses that lead to it."""
    if not voice.has_page(publication):
        return
    address = voice.addresses.publication(publication, voice.tag)
    edition = publication.edition(voice.tag)
    path = path_of(address, voice.addresses.root)
    if is_gone(publication, voice.site.as_of):
        yield Page(path, "pages/gone.html", gone_view(publication, voice))
    elif edition is None:
        yield Page(path, "pages/missing.html", missing_view(publication, voice))
    else:
        view = publication_view(publication, edition, voice)
        yield Page(path, f"pages/{publication.kind.name}.html", view)
    if edition:
        yield from _former_addresses(publication, edition, voice)


def _former_addresses(publication: Publication, edition: Edition, voice: Voice) -> Iterator[Page]:
    slugs = dict.fromkeys((publication.reference.short_name, *edition.former_slugs))
    here = voice.link_to(publication)
    for slug in slugs:
        if slug != edition.slug:
            address = voice.addresses.publication(publication, voice.tag, slug)
            view = MovedView(voice.shell(edition.title, here.address, {}, indexed=False), here)
            yield Page(path_of(address, voice.addresses.root), "pages/moved.html", view)


def _shell(publication: Publication, voice: Voice, title: str, description: str | None) -> Shell:
    """Return the shell; the language switch stays on the publication where it has a page.

    What is gone keeps its address, but is no answer to a search.
    """
    languages, missing = {}, set()
    for language in voice.site.office.languages:
        if voice.has_page(publication, language.tag):
            languages[language.tag] = voice.addresses.publication(publication, language.tag)
            if publication.edition(language.tag) is None:
                missing.add(language.tag)
    trail: list[Link] = []
    if on := publication.reference.date:
        kind, tag, addresses = publication.kind, voice.tag, voice.addresses
        month = f"{on.month:02}/{on.year}"
        trail.append(Link(voice.section_name(kind), addresses.section(tag, kind)))
        if not has_expired(publication, voice.site.as_of):
            trail.append(Link(str(on.year), addresses.section(tag, kind, on.year)))
            trail.append(Link(month, addresses.section(tag, kind, on.year, on.month)))
    address = voice.addresses.publication(publication, voice.tag)
    return voice.shell(
        title,
        address,
        languages,
        tuple(trail),
        description=description,
        missing=frozenset(missing),
        indexed=not is_gone(publication, voice.site.as_of),
    )


def publication_view(publication: Publication, edition: Edition, voice: Voice) -> PublicationView:
    """Return what the page of an edition may show."""
    teller = Teller(voice, publication)
    common = publication.common
    is_original = edition.tag == publication.original
    return PublicationView(
        shell=_shell(publication, voice, edition.title, edition.summary),
        kind=publication.kind.name,
        on=common.date,
        at=common.time,
        summary=edition.summary,
        body=edition.body.digest,
        links=body_links(publication, edition, voice),
        standing=edition.standing.value,
        state=state_of(publication, voice.site.as_of),
        outdated=_outdated(publication, edition, voice),
        machine_translated=edition.translated_by is TranslatedBy.MACHINE,
        original=None
        if is_original
        else _link_to_edition(publication, publication.original, voice),
        common=teller.record(common, tuple(ELSEWHERE)),
        facts=teller.record(publication.facts, tuple(ELSEWHERE)),
        related=_related(publication, voice),
        pictures=_pictures(publication, voice),
        attachments=attachments_of(publication, teller),
        tags=_tags(publication, voice),
        contact=teller.record(common.contact) if common.contact else None,
        changes=tuple(Change(r.on, voice.said(r.note)) for r in common.revisions),
    )


def missing_view(publication: Publication, voice: Voice) -> MissingView:
    """Return the honest page: the facts, and that the text is missing in this language."""
    teller = Teller(voice, publication)
    written = voice.language.written
    duty = voice.site.office.duty_of(publication.kind.name, written)
    title = voice.title_of(publication)
    editions = (
        _link_to_edition(publication, edition.tag, voice) for edition in publication.editions
    )
    return MissingView(
        shell=_shell(publication, voice, title.text, None),
        kind=publication.kind.name,
        title=title,
        on=publication.common.date,
        required=duty is Duty.REQUIRED,
        editions=tuple(editions),
        common=teller.record(publication.common, tuple(ELSEWHERE)),
        facts=teller.record(publication.facts, tuple(ELSEWHERE)),
        attachments=attachments_of(publication, teller),
    )


def gone_view(publication: Publication, voice: Voice) -> GoneView:
    """Return what stays: that something was here, when and why it went, and what replaces it.

    Of what has expired not even the title stays, since it may name a person.
    """
    expired = has_expired(publication, voice.site.as_of)
    withdrawn = None if expired else publication.common.withdrawn
    kind = voice.messages[f"kind_{publication.kind.name}"]
    title = kind if expired else voice.title_of(publication).text
    other = voice.site.find(withdrawn.replaced_by) if withdrawn and withdrawn.replaced_by else None
    return GoneView(
        shell=_shell(publication, voice, title, None),
        kind=publication.kind.name,
        on=publication.common.date,
        withdrawn_on=withdrawn.on if withdrawn else None,
        reason=f"withdrawal_reason_{withdrawn.reason.value}" if withdrawn else "gone_expired",
        note=voice.said(withdrawn.note) if withdrawn and withdrawn.note else None,
        replaced_by=voice.link_to(other) if other else None,
    )


def _link_to_edition(publication: Publication, tag: str, voice: Voice) -> Link:
    """Return a link to an edition, by the name of its language in itself."""
    language = language_of(tag)
    return Link(language.native, voice.addresses.publication(publication, tag), tag)


def _outdated(publication: Publication, edition: Edition, voice: Voice) -> Outdated | None:
    if edition.standing is not Standing.OUTDATED:
        return None
    newer: tuple[Revision, ...] = publication.common.revisions[edition.revision - 1 :]
    since = next(revision.on for revision in newer if not revision.minor)
    return Outdated(
        since=since, original=_link_to_edition(publication, publication.original, voice)
    )


def body_links(publication: Publication, edition: Edition, voice: Voice) -> tuple[BodyLink, ...]:
    """Return where each inner link of a text leads; what may not be seen yet leads nowhere."""
    links = []
    for link in edition.body.links:
        target = target_of(publication.reference, link)
        if target.file is not None:
            links.append(BodyLink(link, voice.addresses.file(target.folder, target.file)))
        elif other := voice.site.by_folder.get(target.folder):
            address, tag = voice.address_of(other)
            fragment = _fragment_in(other, tag or voice.tag, target.fragment, voice)
            links.append(BodyLink(link, address + fragment, tag))
    return tuple(links)


def _fragment_in(publication: Publication, tag: str, fragment: str, voice: Voice) -> str:
    """Return the fragment if the page has that place: headings are named in their language."""
    edition = publication.edition(tag)
    if edition is None or is_gone(publication, voice.site.as_of):
        return ""
    return fragment if has_place(edition, fragment) else ""


def _related(publication: Publication, voice: Voice) -> tuple[Row, ...]:
    """Return what this one is about and what names it; its facts show theirs at their place."""
    rows: list[Row] = []
    stated = (reference for _, reference in values_of(publication.facts, Reference))
    seen = {publication.reference, *stated}
    about = (voice.site.find(reference) for reference in publication.common.about)
    groups = {"about": tuple(other for other in about if other)}
    groups.update(voice.site.relations(publication))
    for key, others in groups.items():
        links = []
        for other in others:
            if other.reference not in seen:
                seen.add(other.reference)
                links.append(voice.link_to(other))
        if links:
            rows.append(Row(key, tuple(links)))
    return tuple(rows)


def _pictures(publication: Publication, voice: Voice) -> tuple[Picture, ...]:
    files = {file.name: file for file in publication.files}
    folder = publication.reference.folder
    return tuple(
        Picture(
            address=voice.addresses.file(folder, photo.file),
            width=files[photo.file].width or 0,
            height=files[photo.file].height or 0,
            alt=voice.said(photo.alt),
            credit=voice.said(photo.credit),
            licence=voice.said(photo.licence),
            caption=voice.said(photo.caption) if photo.caption else None,
        )
        for photo in publication.common.photos
    )


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


def _tags(publication: Publication, voice: Voice) -> tuple[Link, ...]:
    """Return the tags that have a list; what is not dated stands in none."""
    return tuple(
        Link(tag_name(voice, slug), voice.addresses.tag(voice.tag, slug))
        for slug in dict.fromkeys(slug for slug, _ in tags_of(publication))
        if slug in voice.site.tags
    )
