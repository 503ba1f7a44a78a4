"""Nothing that belongs to a private person is published by accident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from tellal.checks.collection import Collection
from tellal.domain.editions import Publication
from tellal.domain.findings import Finding, finding
from tellal.domain.office import Office
from tellal.domain.traces import Place, Trace
from tellal.domain.values import Words
from tellal.reading.particulars import traces_in
from tellal.reading.particulars.numbers import subscriber_of

LOOKS_PERSONAL = {
    "personal-number": (
        '"{shown}" looks like the personal number of somebody. Take it out, or write why it may '
        "stand here into office/exceptions.yaml (what: {what})."
    ),
    "iban-private": (
        '"{shown}" is the number of a bank account. Take it out, or write why it may stand here '
        "into office/exceptions.yaml (what: {what})."
    ),
    "phone-private": (
        '"{shown}" looks like the telephone of a person. Write that of the office, under '
        '"contact:" that of a role, or why it may stand here into office/exceptions.yaml '
        "(what: {what})."
    ),
    "email-private": (
        '"{shown}" is an address for e-mail outside the municipality. Write that of the office, '
        'under "contact:" that of a role, or add an institution to "mail_domains" in '
        "office/office.yaml; why another may stand here says office/exceptions.yaml (what: {what})."
    ),
    "birth-date": (
        '"{shown}" looks like the day on which somebody was born. Take it out, or write why it may '
        "stand here into office/exceptions.yaml (what: {what})."
    ),
    "home-address": (
        '"{shown}" looks like the address at which somebody lives. Take it out, or write why it '
        "may stand here into office/exceptions.yaml (what: {what})."
    ),
    "pdf-encrypted": (
        "The PDF is locked, so nobody can search it for personal data. Save it without a password, "
        "or write why it may be published into office/exceptions.yaml (what: {what})."
    ),
    "pdf-broken": (
        "The PDF cannot be read, so nobody can search it for personal data. Save it again as PDF, "
        "or write why it may be published into office/exceptions.yaml (what: {what})."
    ),
    "pdf-slow": (
        "The PDF is too long to be searched for personal data. Divide it into parts, "
        "or write why it may be published into office/exceptions.yaml (what: {what})."
    ),
}
IN_PROPERTIES = (
    'The properties of the file (author, title, remarks) hold "{shown}", which looks like personal '
    "data. Clear them and save the file again, or write why they may stay into "
    "office/exceptions.yaml (what: {what})."
)
IN_NAME = (
    'The name holds "{shown}", which looks like personal data. Rename it, or write why it may be '
    "called so into office/exceptions.yaml (what: {what})."
)
IN_EARLIER = (
    'An earlier wording of this text holds "{shown}", which looks like personal data, and the page '
    'compares it with the present one. Write "no_comparison:" with the reason into the last entry '
    'of "revisions:", or why it may be shown into office/exceptions.yaml (what: {what}).'
)


def check_nothing_personal_is_published(collection: Collection) -> Iterator[Finding]:
    """No text, name or file tells a personal number, an account or how to find a person at home.

    Those of the office and of the contacts that the facts name are meant to be known.
    """
    reviewed = {(one.path, one.what) for one in collection.office.exceptions}
    for publication in collection.publications:
        known = _meant_to_be_known(publication, collection.office)
        for trace in publication.all_traces:
            meant = trace.value in known or _is_of_an_institution(trace, collection.office)
            if not meant and (trace.path, trace.digest) not in reviewed:
                yield _found(trace)


def _found(trace: Trace) -> Finding:
    message = {
        Place.TEXT: LOOKS_PERSONAL[trace.rule],
        Place.PROPERTIES: IN_PROPERTIES,
        Place.NAME: IN_NAME,
        Place.EARLIER: IN_EARLIER,
    }[trace.place]
    shown = {} if trace.rule.startswith("pdf") else {"shown": trace.masked}
    return finding(trace.path, trace.line, trace.rule, message, what=trace.digest, **shown)


def _meant_to_be_known(publication: Publication, office: Office) -> frozenset[str]:
    """Return what the office and the facts give as a way to write or to call."""
    values: set[str] = set()
    facts = publication.facts
    stated = [getattr(facts, one.name) for one in fields(facts) if one.name.endswith("_to")]
    for words in stated:
        for _, text in words.pairs if isinstance(words, Words) else ():
            values |= {trace.value for trace in traces_in("", text)}
    for contact in (office.card.contact, publication.common.contact):
        if contact:
            values |= {(contact.email or "").lower(), subscriber_of(contact.phone or "")}
    return frozenset(values)


def _is_of_an_institution(trace: Trace, office: Office) -> bool:
    """Return whether an address for e-mail is under a name that belongs to an institution."""
    host = f".{trace.value.rpartition('@')[2]}"
    own = (office.card.contact.email or "").rpartition("@")[2]
    names = [name.lower() for name in (*office.card.mail_domains, own) if name]
    return trace.rule == "email-private" and any(host.endswith(f".{name}") for name in names)
