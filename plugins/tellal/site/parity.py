"""How complete each language is: what is there, missing, outdated, derived, and how soon it came.

All of it from listings, so that an archive of any size is counted at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import cast

from tellal.domain.facts import KINDS, Kind
from tellal.domain.languages import Language, language_of, published_as
from tellal.domain.office import Duty, Office
from tellal.domain.publication import Standing
from tellal.domain.swift_dataclasses import dataclass
from tellal.site.counting import days_until, published_in
from tellal.site.figures import Figure, Period, count_of, percentile_of
from tellal.site.listings import Listing, Listings
from tellal.site.phases import seconds
from tellal.site.site import Site

MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """The publications of a kind and a year in one language, or all of some.

    Every publication is either present or missing. Of those present some are outdated (they
    render an older text) and some derived (written in the other script by rule). `silent` are
    translations that do not say when they followed; `days` of the others, by folder.
    """

    published: tuple[str, ...]
    missing: tuple[str, ...]
    outdated: tuple[str, ...]
    derived: tuple[str, ...]
    silent: tuple[str, ...]
    days: dict[str, int]

    @property
    def present(self) -> int:
        """Return how many are there."""
        return len(self.published) - len(self.missing)

    @property
    def median(self) -> int | None:
        """Return after how many days half of the translations were there."""
        return cast("int | None", percentile_of("days", self.days).value)


def parity_of(site: Site, listings: Listings, tag: str) -> Parity:
    """Return how complete some publications are in a language."""
    found: dict[str, list[str]] = defaultdict(list)
    days: dict[str, int] = {}
    now, own = seconds(site.as_of), _own_tags(tag)
    for listing in listings:
        standing, since = _standing(listing, tag, now)
        found[standing].append(listing.folder)
        if standing == MISSING or listing.original in own:
            continue
        if since:
            days[listing.folder] = days_until(site, listing, since)
        else:
            found["silent"].append(listing.folder)
    return Parity(
        published=tuple(listing.folder for listing in listings),
        missing=tuple(found[MISSING]),
        outdated=tuple(found[Standing.OUTDATED.value]),
        derived=tuple(found[Standing.DERIVED.value]),
        silent=tuple(found["silent"]),
        days=days,
    )


def _standing(listing: Listing, tag: str, now: int) -> tuple[str, int]:
    """Return what an edition is (`editions_there`, asked 7,300 times) and since when."""
    for one, standing, since in listing.standings:
        if one == tag and since <= now:
            return standing, since
    return MISSING, 0


def _own_tags(tag: str) -> frozenset[str]:
    """Return the tags of a language in all its scripts: in these an original is no translation."""
    return frozenset(language.tag for language in published_as(language_of(tag).written))


@dataclass(frozen=True, slots=True)
class ParityRow:
    """A line of the table: a kind in a year."""

    year: int
    kind: Kind
    duty: Duty
    parity: Parity


def parity_rows(site: Site, tag: str) -> tuple[ParityRow, ...]:
    """Return the table of a language: newest year first, kinds in their order."""
    found = site.counted.get(("parity", tag))
    if found is None:
        found = site.counted["parity", tag] = tuple(
            _row(site, language_of(tag), year, kind, listings)
            for (year, kind), listings in _grouped(site).items()
        )
    return cast("tuple[ParityRow, ...]", found)


def _row(site: Site, language: Language, year: int, kind: Kind, some: Listings) -> ParityRow:
    duty = site.office.duty_of(kind.name, language.written)
    return ParityRow(year, kind, duty, parity_of(site, some, language.tag))


def _grouped(site: Site) -> dict[tuple[int, Kind], Listings]:
    """Return all of the archive by year and kind, put together once for all languages."""
    found = site.counted.get("by year and kind")
    if found is None:
        found = site.counted["by year and kind"] = _by_year_and_kind(site)
    return cast("dict[tuple[int, Kind], Listings]", found)


def _by_year_and_kind(site: Site) -> dict[tuple[int, Kind], Listings]:
    groups: dict[tuple[int, str], list[Listing]] = defaultdict(list)
    for listing in reversed(site.public):
        if listing.is_dated:
            groups[listing.year, listing.folder.partition("/")[0]].append(listing)
    return {
        (year, kind): tuple(groups[year, kind.collection])
        for year in reversed(site.years)
        for kind in KINDS
        if (year, kind.collection) in groups
    }


def language_figures(site: Site, period: Period) -> tuple[Figure, ...]:
    """Return for each language what is there, missing and outdated, and how soon it came."""
    listings = published_in(site, period)
    figures: list[Figure] = [count_of("published", (one.folder for one in listings))]
    for language in site.office.languages:
        parity = parity_of(site, listings, language.tag)
        figures += _figures_of(parity, language.tag)
    return (*figures, *_official(site, listings))


def _official(site: Site, listings: Listings) -> Iterator[Figure]:
    """Yield of each kind that is owed in several languages how many are there in all of these."""
    now = seconds(site.as_of)
    for kind in KINDS:
        owed = _owed(site.office, kind)
        some = [one for one in listings if one.kind is kind]
        if len(owed) > 1 and some:
            whole = (
                one.folder
                for one in some
                if all(_standing(one, tag, now)[0] != MISSING for tag in owed)
            )
            yield count_of(f"official_languages.{kind.name}", whole, len(some))


def _owed(office: Office, kind: Kind) -> tuple[str, ...]:
    """Return the tags of the languages, one for each, in which a kind is owed by law."""
    languages = office.card.languages
    owed = (one for one in languages if office.duty_of(kind.name, one) is Duty.REQUIRED)
    return tuple(published_as(one)[0].tag for one in owed)


def _figures_of(parity: Parity, tag: str) -> list[Figure]:
    missing, of = set(parity.missing), len(parity.published)
    present = (folder for folder in parity.published if folder not in missing)
    return [
        count_of(f"languages_present.{tag}", present, of),
        count_of(f"languages_missing.{tag}", parity.missing, of),
        count_of(f"languages_outdated.{tag}", parity.outdated, of),
        count_of(f"languages_derived.{tag}", parity.derived, of),
        percentile_of(f"languages_days_median.{tag}", parity.days),
        count_of(f"languages_unknown.{tag}", parity.silent, of),
    ]
