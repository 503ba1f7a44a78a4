"""Press conferences: who presented what, when, and the figures of a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from tellal.domain.facts import Gathering
from tellal.domain.facts.press import Presenter
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import Words
from tellal.reading.slugs import slug_of
from tellal.site.figures import Figure, Measure, Period, count_of
from tellal.site.listings import Listing
from tellal.site.site import Site


@dataclass(frozen=True, slots=True)
class Presentation:
    """Somebody who presented: in which conference or other event, and from when."""

    folder: str
    starts: datetime
    presenter: Presenter


def presentations_in(site: Site, listings: Iterable[Listing]) -> Iterator[Presentation]:
    """Yield who presented in some conferences and events that have begun, in their order."""
    for listing in listings:
        if listing.presenters and has_begun(site, listing):
            facts = site.whole(listing).facts
            if isinstance(facts, Gathering):
                for presenter in facts.presenters:
                    yield Presentation(listing.folder, facts.starts, presenter)


def has_begun(site: Site, listing: Listing) -> bool:
    """Return whether an event has begun and was not taken back."""
    return listing.starts <= site.as_of.timestamp() and not site.is_gone(listing)


def begun_in(site: Site, period: Period, kind: str) -> tuple[Listing, ...]:
    """Return the events of a kind that began in a period, by their start."""
    zone = site.as_of.tzinfo
    found = (
        listing
        for listing in site.listed
        if listing.kind.name == kind
        and datetime.fromtimestamp(listing.starts, zone).date() in period
        and has_begun(site, listing)
    )
    return tuple(sorted(found, key=lambda listing: (listing.starts, listing.folder)))


def presented_by(presentations: Iterable[Presentation]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each directorate, and each enterprise, presented.

    A directorate by its key, an enterprise by the first of its names.
    """
    shown = tuple(presentations)
    directorates = Counter(one.presenter.directorate or "" for one in shown)
    enterprises = Counter(
        one.presenter.enterprise.pairs[0][1] if one.presenter.enterprise else "" for one in shown
    )
    for counted in (directorates, enterprises):
        del counted[""]
    return directorates, enterprises


def conference_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return the figures of the press conferences of a period."""
    held = begun_in(site, period, "conference")
    shown = tuple(presentations_in(site, held))
    folders = tuple(dict.fromkeys(one.folder for one in shown))
    directorates, enterprises = presented_by(shown)
    counted = {
        "presenters": len(shown),
        "presenting_directorates": len(directorates),
        "presenting_enterprises": len(enterprises),
    }
    return (
        count_of("conferences_held", (listing.folder for listing in held)),
        *(
            Figure(key=key, value=value, measure=Measure.COUNT, folders=folders)
            for key, value in counted.items()
        ),
        *_parts("directorate_presented", _by_directorate(site, shown)),
        *_parts("enterprise_presented", _by_enterprise(shown)),
    )


def _by_directorate(site: Site, shown: Iterable[Presentation]) -> Iterator[tuple[str, Words, str]]:
    for one in shown:
        key = one.presenter.directorate
        if key:
            yield key, site.office.directorates[key], one.folder


def _by_enterprise(shown: Iterable[Presentation]) -> Iterator[tuple[str, Words, str]]:
    for one in shown:
        name = one.presenter.enterprise
        if name:
            language, text = name.pairs[0]
            yield slug_of(text, language), name, one.folder


def _parts(key: str, presented: Iterable[tuple[str, Words, str]]) -> Iterator[Figure]:
    """Yield for each who presented in how many conferences, in the order of their keys."""
    names: dict[str, Words] = {}
    folders: dict[str, dict[str, None]] = {}
    for part, name, folder in presented:
        names.setdefault(part, name)
        folders.setdefault(part, {})[folder] = None
    for part in sorted(names):
        yield replace(count_of(f"{key}.{part}", folders[part]), part=names[part])
