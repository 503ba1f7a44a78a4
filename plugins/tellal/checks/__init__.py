"""Edition -> Finding: one promise to the public per function, asked before writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from tellal.checks import dates, emergencies, files, languages, links, names, privacy
from tellal.checks.collection import Collection
from tellal.domain.editions import Publication
from tellal.domain.findings import Finding
from tellal.domain.office import Office
from tellal.reading.content import Content

Promise = Callable[[Collection], Iterator[Finding]]

# What one publication can be asked by itself.
ALONE = (
    names.check_directorates_and_bodies_exist,
    names.check_numbers_have_digits,
    names.check_tags_can_be_addresses,
    files.check_named_files_exist,
    files.check_scanned_acts_have_their_original,
    files.check_photos_are_pictures,
    files.check_pictures_are_described,
    files.check_files_are_light_enough,
    languages.check_languages_are_of_the_office,
    languages.check_languages_of_files_are_known,
    languages.check_duties_are_met,
    dates.check_dates_follow_each_other,
    dates.check_translations_follow_their_original,
    dates.check_answers_have_an_outcome,
    privacy.check_nothing_personal_is_published,
)
# What only shows beside the others.
TOGETHER = (
    names.check_references_exist,
    names.check_numbers_are_given_once,
    names.check_addresses_differ,
    links.check_links_lead_somewhere,
    emergencies.check_emergency_is_short_and_ends,
    emergencies.check_emergency_leads_somewhere,
)
CHECKS = (*ALONE, *TOGETHER)


def check_all(content: Content, office: Office, as_of: datetime) -> Iterator[Finding]:
    """Yield every reason for which this content may not be published as of a moment."""
    by_folder = {p.reference.folder: p for p in content.publications}
    yield from check(
        Collection(content.publications, office, as_of, content.folders, by_folder.get)
    )


def check(collection: Collection, promises: Iterable[Promise] = CHECKS) -> Iterator[Finding]:
    """Yield every reason for which the publications of a collection may not be published."""
    for promise in promises:
        yield from promise(collection)


def check_alone(publication: Publication, office: Office, as_of: datetime) -> Iterator[Finding]:
    """Yield every reason that one publication has in itself for not being published."""
    nobody: dict[str, Publication] = {}
    yield from check(Collection((publication,), office, as_of, frozenset(), nobody.get), ALONE)
