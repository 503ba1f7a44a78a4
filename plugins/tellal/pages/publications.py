"""The pages of one publication: its editions, the honest page, what stays when it is gone."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.editions import Edition, Publication
from tellal.domain.office import Duty
from tellal.domain.publication import TranslatedBy
from tellal.pages.acts import act_view
from tellal.pages.cards import card_of_publication
from tellal.pages.chapters import chapter_pages
from tellal.pages.comparisons import changes_of, comparison_page
from tellal.pages.courses import calendar_page, course_for, course_view, facts_known
from tellal.pages.facts import ELSEWHERE, Teller
from tellal.pages.forms import forms_address, forms_page
from tellal.pages.kits import kit_address
from tellal.pages.page import Page, path_of
from tellal.pages.parallel import parallel_link, parallel_page
from tellal.pages.parts import (
    attachments_of,
    body_links,
    edition_link,
    outdated_of,
    related_of,
    tags_shown,
)
from tellal.pages.photos import pictures_of
from tellal.pages.proceedings import proceedings_of
from tellal.pages.short import short_url
from tellal.pages.threads import thread_shown
from tellal.pages.views import (
    Card,
    GoneView,
    Link,
    MissingView,
    MovedView,
    PublicationView,
    Shell,
)
from tellal.pages.voice import Voice
from tellal.site.standing import state_in
from tellal.site.states import has_expired, is_gone


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
        if forms := forms_page(publication, edition, view, voice):
            yield forms
        if beside := parallel_page(publication, edition, voice):
            yield beside
        if compared := comparison_page(publication, edition, voice):
            yield compared
        yield from chapter_pages(publication, voice)
    if not is_gone(publication, voice.site.as_of):
        calendar = calendar_page(publication, course_for(publication, voice), voice)
        yield from (calendar,) if calendar else ()
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


def _shell(
    publication: Publication,
    voice: Voice,
    title: str,
    description: str | None,
    card: Card | None = None,
) -> Shell:
    """Return the shell; the language switch stays on the publication where it has a page.

    What is gone keeps its address, but is no answer to a search.
    """
    languages, missing = {}, set()
    for language in voice.site.office.languages:
        if voice.has_page(publication, language.tag):
            languages[language.tag] = voice.addresses.publication(publication, language.tag)
            if publication.edition(language.tag) is None:
                missing.add(language.tag)
    address = voice.addresses.publication(publication, voice.tag)
    return voice.shell(
        title,
        address,
        languages,
        tuple(_trail(publication, voice)),
        description=description,
        missing=frozenset(missing),
        indexed=not is_gone(publication, voice.site.as_of),
        card=card,
    )


def _trail(publication: Publication, voice: Voice) -> Iterator[Link]:
    """Yield the lists above a publication; what has expired stands in none, if there are any."""
    kind, on = publication.kind, publication.reference.date
    if on is None or kind not in voice.site.sections:
        return
    tag, addresses = voice.tag, voice.addresses
    yield Link(voice.section_name(kind), addresses.section(tag, kind))
    if not has_expired(publication, voice.site.as_of):
        month = f"{on.month:02}/{on.year}"
        yield Link(str(on.year), addresses.section(tag, kind, on.year))
        yield Link(month, addresses.section(tag, kind, on.year, on.month))


def publication_view(publication: Publication, edition: Edition, voice: Voice) -> PublicationView:
    """Return what the page of an edition may show."""
    teller = Teller(voice, publication)
    common = publication.common
    course = course_for(publication, voice)
    is_original = edition.tag == publication.original
    card = card_of_publication(publication, edition, voice)
    return PublicationView(
        shell=_shell(publication, voice, edition.title, edition.summary, card),
        kind=publication.kind.name,
        on=common.date,
        at=common.time,
        summary=edition.summary,
        body=edition.body.digest,
        links=body_links(publication, edition, voice),
        standing=edition.standing.value,
        state=state_in(voice.site, publication),
        outdated=outdated_of(publication, edition, voice),
        machine_translated=edition.translated_by is TranslatedBy.MACHINE,
        original=None if is_original else edition_link(publication, publication.original, voice),
        common=teller.record(common, tuple(ELSEWHERE)),
        facts=teller.record(facts_known(publication, course), tuple(ELSEWHERE)),
        related=related_of(publication, voice),
        pictures=pictures_of(publication, voice),
        attachments=attachments_of(publication, teller),
        tags=tags_shown(publication, voice),
        contact=teller.record(common.contact) if common.contact else None,
        changes=changes_of(publication, edition, voice),
        act=act_view(publication, teller, parallel_link(publication, edition, voice)),
        proceedings=proceedings_of(publication, voice),
        thread=thread_shown(publication, voice),
        course=course_view(publication, course, voice),
        short=short_url(publication, voice),
        forms=forms_address(publication, voice),
        kit=kit_address(publication, voice),
    )


def missing_view(publication: Publication, voice: Voice) -> MissingView:
    """Return the honest page: the facts, and that the text is missing in this language."""
    teller = Teller(voice, publication)
    written = voice.language.written
    duty = voice.site.office.duty_of(publication.kind.name, written)
    title = voice.title_of(publication)
    course = course_for(publication, voice)
    editions = (edition_link(publication, edition.tag, voice) for edition in publication.editions)
    return MissingView(
        shell=_shell(publication, voice, title.text, None),
        kind=publication.kind.name,
        title=title,
        on=publication.common.date,
        required=duty is Duty.REQUIRED,
        state=state_in(voice.site, publication),
        editions=tuple(editions),
        common=teller.record(publication.common, tuple(ELSEWHERE)),
        facts=teller.record(facts_known(publication, course), (*ELSEWHERE, "status", "stage")),
        attachments=attachments_of(publication, teller),
        course=course_view(publication, course, voice),
    )


def gone_view(publication: Publication, voice: Voice) -> GoneView:
    """Return what stays: that something was here, when and why it went, and what replaces it.

    Of what has expired not even the title stays, since it may name a person.
    """
    expired = has_expired(publication, voice.site.as_of)
    withdrawn = None if expired else publication.common.withdrawn
    other = voice.site.find(withdrawn.replaced_by) if withdrawn and withdrawn.replaced_by else None
    return GoneView(
        shell=_shell(publication, voice, voice.title_of(publication).text, None),
        kind=publication.kind.name,
        on=publication.common.date,
        withdrawn_on=withdrawn.on if withdrawn else None,
        reason=f"withdrawal_reason_{withdrawn.reason.value}" if withdrawn else "gone_expired",
        note=voice.said(withdrawn.note) if withdrawn and withdrawn.note else None,
        replaced_by=voice.link_to(other) if other else None,
    )
