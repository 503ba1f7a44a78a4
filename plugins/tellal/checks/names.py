"""Names mean something: keys, references, numbers, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tellal.checks.collection import NEAR, Collection
from tellal.domain.addresses import Addresses
from tellal.domain.editions import Publication
from tellal.domain.facts import Act
from tellal.domain.findings import Finding, finding
from tellal.domain.office import Duty, Office
from tellal.domain.records import values_of
from tellal.domain.values import Reference
from tellal.reading.scan import LONGEST_NAME, TOO_LONG
from tellal.reading.slugs import slug_of

UNKNOWN_KEYS = {
    (True, True): '{key}: "{text}" is not a directorate of the office. Did you mean "{near}"?',
    (True, False): '{key}: "{text}" is not a directorate of the office. Write one of: {known}.',
    (False, True): '{key}: "{text}" is not a body of the office. Did you mean "{near}"?',
    (False, False): '{key}: "{text}" is not a body of the office. Write one of: {known}.',
}
NO_PUBLICATION = '{key}: there is no publication "{text}". Write the folder of one that exists.'
NEAR_PUBLICATION = '{key}: there is no publication "{text}". Did you mean "{near}"?'
WRONG_KIND = '{key}: "{text}" is not in {wanted}. Write the folder of one that is.'
SAME_NUMBER = (
    "number: {number} is the number of {other} too. Write the one that stands in the book of acts."
)
NO_NUMBER = 'number: "{number}" has no digits. Write it like 05/2019.'
BAD_TAG = 'tags: "{tag}" cannot be an address. Write a word with letters or digits.'
SAME_ADDRESS = (
    'The address {address} belongs to {other} too. Give this one another "slug", or another folder.'
)
RESERVED = (
    "The address {address} belongs to a part of the site. "
    'Give this publication another "slug", or another folder.'
)
SECTION_OF = {
    "session": "sessions",
    "decided_in": "sessions",
    "approved_in": "sessions",
    "agenda.decision": "decisions, regulations",
    "adopted_as": "decisions, regulations",
    "amends": "decisions, regulations",
    "repeals": "decisions, regulations",
}


def check_directorates_and_bodies_exist(collection: Collection) -> Iterator[Finding]:
    """A directorate or body that a text names is one of the office's."""
    office = collection.office
    directorates = [str(key) for key in office.directorates]
    bodies = [str(key) for key in office.bodies]
    for publication in collection.publications:
        if (directorate := publication.common.directorate) is not None:
            yield from _key(publication, "directorate", directorate, directorates)
        if (body := getattr(publication.facts, "body", None)) is not None:
            yield from _key(publication, "body", body, bodies)
        for presenter in getattr(publication.facts, "presenters", ()):
            if presenter.directorate is not None:
                key = "presenters.directorate"
                yield from _key(publication, key, presenter.directorate, directorates)


def _key(publication: Publication, key: str, text: str, known: list[str]) -> Iterator[Finding]:
    if text in known:
        return
    near = get_close_matches(text.casefold(), known, 1)
    message = UNKNOWN_KEYS[key.endswith("directorate"), bool(near)]
    yield finding(
        publication.path,
        publication.line_of(key, text),
        "directorate-unknown" if key.endswith("directorate") else "body-unknown",
        message,
        key=key,
        text=text,
        **({"near": near[0]} if near else {"known": ", ".join(known)}),
    )


def check_references_exist(collection: Collection) -> Iterator[Finding]:
    """A publication that another one names exists, and is of the kind that the fact speaks of."""
    for publication in collection.publications:
        for record in (publication.common, publication.facts):
            for key, reference in values_of(record, Reference):
                yield from _reference(collection, publication, key, reference)


def _reference(
    collection: Collection, publication: Publication, key: str, reference: Reference
) -> Iterator[Finding]:
    text = reference.folder
    path, line = publication.path, publication.line_of(key, text)
    if text not in collection.folders:
        others = sorted(collection.folders - {publication.reference.folder})
        near = get_close_matches(text, others, 1, NEAR)
        if near:
            yield finding(
                path, line, "reference-dangling", NEAR_PUBLICATION, key=key, text=text, near=near[0]
            )
        else:
            yield finding(path, line, "reference-dangling", NO_PUBLICATION, key=key, text=text)
    elif key in SECTION_OF and reference.collection not in SECTION_OF[key].split(", "):
        wanted = SECTION_OF[key]
        yield finding(path, line, "reference-kind", WRONG_KIND, key=key, text=text, wanted=wanted)


def check_numbers_have_digits(collection: Collection) -> Iterator[Finding]:
    """The number of an act is one."""
    for publication in collection.publications:
        number = publication.common.number
        is_act = isinstance(publication.facts, Act)
        if is_act and number and not any(letter.isdigit() for letter in number):
            line = publication.line_of("number")
            yield finding(publication.path, line, "number-unreadable", NO_NUMBER, number=number)


def check_numbers_are_given_once(collection: Collection) -> Iterator[Finding]:
    """The number of an act is given to one act of its body, kind and year only."""
    seen: dict[str, Publication] = {}
    for publication in collection.publications:
        whole = number_of(publication)
        other = seen.setdefault(whole, publication) if whole else publication
        if other is not publication:
            number, folder = publication.common.number, other.reference.folder
            path, line = publication.path, publication.line_of("number")
            yield finding(path, line, "number-twice", SAME_NUMBER, number=number, other=folder)


def number_of(publication: Publication) -> str | None:
    """Return what the number of an act has to be the only one for, None for what has none."""
    facts, number = publication.facts, publication.common.number
    if not isinstance(facts, Act) or number is None:
        return None
    return f"{publication.kind.name} {facts.body} {facts.adopted.year} {number}"


def claims_of(publication: Publication, office: Office) -> frozenset[str]:
    """Return all that only one publication may have: its addresses, and the number of an act."""
    addresses = {to.casefold() for _, to in addresses_of(publication, office, Addresses())}
    number = number_of(publication)
    return frozenset({*addresses, number} if number else addresses)


def claims_of_the_site(office: Office) -> frozenset[str]:
    """Return the addresses that no publication may have."""
    addresses = Addresses()
    places = (place for one in office.languages for place in addresses.reserved(one))
    return frozenset(place.casefold() for place in places)


def check_tags_can_be_addresses(collection: Collection) -> Iterator[Finding]:
    """Every tag has a page, so it holds a letter or a digit."""
    for publication in collection.publications:
        for tag in publication.common.tags:
            path, line = publication.path, publication.line_of("tags", tag)
            try:
                slug = slug_of(tag, publication.original)
            except ValueError:
                yield finding(path, line, "tag-unusable", BAD_TAG, tag=tag)
                continue
            if len(slug) > LONGEST_NAME:
                yield finding(path, line, "tag-unusable", TOO_LONG, text=tag, longest=LONGEST_NAME)


def check_addresses_differ(collection: Collection) -> Iterator[Finding]:
    """No two things on the site have the same address, now or by a former slug."""
    addresses = Addresses()
    reserved = claims_of_the_site(collection.office)
    taken: dict[str, str] = {}
    for publication in collection.publications:
        folder = publication.reference.folder
        for path, address in addresses_of(publication, collection.office, addresses):
            other = taken.setdefault(address.casefold(), folder)
            if address.casefold() in reserved:
                yield finding(path, 0, "address-twice", RESERVED, address=address)
            elif other != folder:
                yield finding(path, 0, "address-twice", SAME_ADDRESS, address=address, other=other)


def addresses_of(
    publication: Publication, office: Office, addresses: Addresses
) -> Iterator[tuple[str, str]]:
    """Yield each address of a publication, now or formerly, with the file that it comes from.

    Where a language is owed, also one without an edition has its page.
    """
    if short := addresses.short(publication.reference):
        yield publication.path, short
    short_name = publication.reference.short_name
    for language in office.languages:
        edition = publication.edition(language.tag)
        if edition:
            for slug in dict.fromkeys((edition.slug, *edition.former_slugs, short_name)):
                yield edition.path, addresses.publication(publication, language.tag, slug)
        elif office.duty_of(publication.kind.name, language.written) is not Duty.OPTIONAL:
            yield publication.path, addresses.publication(publication, language.tag)
