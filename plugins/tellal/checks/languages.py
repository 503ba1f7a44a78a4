"""The office's languages: what is owed is there, and nothing is in any other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from tellal.checks.collection import Collection
from tellal.domain.findings import Finding, finding
from tellal.domain.languages import SCRIPTS, WRITTEN, language_of
from tellal.domain.office import Duty
from tellal.reading.schema import NO_LANGUAGE

NOT_OURS = (
    'The office does not publish in "{language}". Remove the file, or add the language to '
    "office/office.yaml."
)
OWED = (
    'There is no edition in "{language}", which the law requires here. Write "index.{language}.md" '
    "beside this file."
)


def check_languages_are_of_the_office(collection: Collection) -> Iterator[Finding]:
    """Every edition is in a language of the office."""
    ours = collection.office.card.languages
    for publication in collection.publications:
        for edition in publication.editions:
            written = language_of(edition.tag).written
            if written not in ours:
                yield finding(edition.path, 0, "language-unknown", NOT_OURS, language=written)


def check_languages_of_files_are_known(collection: Collection) -> Iterator[Finding]:
    """The language of an attachment has a name that can be said."""
    known = (*WRITTEN, *SCRIPTS)
    for publication in collection.publications:
        for note in publication.common.attachments:
            if note.language and note.language not in known:
                yield finding(
                    publication.path,
                    publication.line_of("attachments", note.language),
                    "header-unreadable",
                    NO_LANGUAGE,
                    key="attachments.language",
                    language=note.language,
                    languages=", ".join(known),
                )


def check_duties_are_met(collection: Collection) -> Iterator[Finding]:
    """What must be published in a language is published in it, once the grace period is over."""
    office = collection.office
    grace = timedelta(days=office.card.grace_days)
    for publication in collection.publications:
        owed_from = publication.owed_from(collection.as_of.tzinfo, grace)
        waits = owed_from is None or collection.as_of.timestamp() < owed_from.timestamp()
        if waits or publication.common.withdrawn:
            continue
        there = {language_of(edition.tag).written for edition in publication.editions}
        for written in office.card.languages:
            owed = office.duty_of(publication.kind.name, written) is Duty.REQUIRED
            if owed and written not in there:
                yield finding(publication.path, 0, "edition-required", OWED, language=written)
