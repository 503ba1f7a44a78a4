"""Acts of a period, counted: published, in which languages, how soon, and what is only scanned."""

from __future__ import annotations

from collections.abc import Iterator

from tellal.domain.editions import Publication
from tellal.domain.facts import KINDS, Act
from tellal.domain.languages import WRITTEN, language_of
from tellal.domain.office import Duty, Office
from tellal.site.figures import Figure, Period, count_of, percentile_of
from tellal.site.listings import Listing
from tellal.site.site import Site

ACT_KINDS = tuple(kind for kind in KINDS if kind.facts is Act)


def acts_of(site: Site, year: int) -> tuple[Listing, ...]:
    """Return the acts of a year that lists show, by kind, then in the order of their folders."""
    found = (one for kind in ACT_KINDS for one in site.sections.get(kind, ()) if one.year == year)
    return tuple(sorted(found, key=lambda one: one.folder))


def act_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return the figures of the acts whose day of issue lies in a period, each with its list."""
    acts = _acts_in(site, period)
    folders = [act.folder for act in acts]
    kinds = {kind.name: [a.folder for a in acts if a.kind is kind] for kind in ACT_KINDS}
    whole = {act.folder: site.whole(act) for act in acts}
    return (
        count_of("acts_published", folders),
        *(count_of(f"acts_published.{name}", some, len(acts)) for name, some in kinds.items()),
        *_languages(site.office, acts),
        count_of("acts_scanned_only", (f for f in folders if _is_scanned(whole[f])), len(acts)),
        percentile_of("acts_days_to_publication_median", _days(whole)),
    )


def _acts_in(site: Site, period: Period) -> list[Listing]:
    """Return the acts of a period, in the order of their folders; what was taken back counts."""
    found = (one for kind in ACT_KINDS for one in site.sections.get(kind, ()))
    return sorted((a for a in found if a.reference.date in period), key=lambda act: act.folder)


def _languages(office: Office, acts: list[Listing]) -> Iterator[Figure]:
    """Yield in how many acts each language is there, and how many are there in all that is owed."""
    there = {act.folder: {language_of(tag).written for tag, _ in act.slugs} for act in acts}
    for written in (language for language in WRITTEN if language in office.card.languages):
        folders = (folder for folder, languages in there.items() if written in languages)
        yield count_of(f"acts_in.{written}", folders, len(acts))
    both = (act.folder for act in acts if official_of(office, act) <= there[act.folder])
    yield count_of("acts_in_both_official_languages", both, len(acts))


def official_of(office: Office, act: Listing) -> set[str]:
    """Return the languages in which an act is owed whatever happens: the official ones."""
    languages = office.card.languages
    return {one for one in languages if office.duty_of(act.kind.name, one) is Duty.REQUIRED}


def _is_scanned(publication: Publication) -> bool:
    return isinstance(publication.facts, Act) and publication.facts.scanned


def _days(whole: dict[str, Publication]) -> dict[str, int]:
    """Return from adoption to publication; an act that says no day was published when issued."""
    days = {}
    for folder, publication in whole.items():
        act = publication.facts
        assert isinstance(act, Act)
        published = act.published or publication.reference.date
        if published and published >= act.adopted:
            days[folder] = (published - act.adopted).days
    return days
