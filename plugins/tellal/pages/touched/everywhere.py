"""What stands on many pages and is another now: lists of lists, feeds that are offered, tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellal.pages.series import INDEXES
from tellal.pages.subjects import Subject, counting_subjects, series_subjects
from tellal.pages.touched.months import beside_months
from tellal.pages.touched.sides import Sides, series_with
from tellal.pages.touched.texts import about
from tellal.site.site import Site


def refed(sides: Sides, folders: Iterable[str]) -> Iterator[Subject]:
    """Yield all pages of the lists that got a feed in a language, or have none any more."""
    known = (listing for folder in folders for listing in sides.listings(folder))
    for name in sorted({name for listing in known for name in series_with(listing)}):
        for tag in sides.tags:
            if len({_is_fed(site, name, tag) for site in sides.sites}) > 1:
                for site in sides.sites:
                    yield from series_subjects(site, tag, name)
                yield Subject("media", tag)


def _is_fed(site: Site, name: str, tag: str) -> bool:
    """Return whether a list has anything for its feeds in a language."""
    return any(site.is_fed(listing, tag) for listing in site.series(name))


def everywhere(sides: Sides) -> Iterator[Subject]:
    """Yield what lists of lists show, and what names a tag that is called differently now."""
    old, new, tags = sides.old, sides.new, sides.tags
    if old.series_names != new.series_names:
        yield from (Subject("index", tag, question) for tag in tags for question in INDEXES)
    if any(list(old.mapped(tag)) != list(new.mapped(tag)) for tag in tags):
        yield Subject("sitemaps")
    if old.years != new.years:
        yield from (s for tag in tags for site in sides.sites for s in counting_subjects(site, tag))
    if old.years != new.years or old.series_names != new.series_names:
        yield from (Subject("search", tag) for tag in tags)
    for slug in _renamed(sides):
        yield from _tagged(sides, slug)
    yield from beside_months(old, new, tags)


def _renamed(sides: Sides) -> set[str]:
    old, new = sides.old.tag_names, sides.new.tag_names
    return {slug for slug in {*old, *new} if old.get(slug) != new.get(slug)}


def _tagged(sides: Sides, slug: str) -> Iterator[Subject]:
    """Yield what names a tag."""
    for site in sides.sites:
        for listing in site.known:
            if any(slug == one for one, _ in listing.tags):
                yield from about(sides, listing.folder)
        for tag in sides.tags:
            yield Subject("front", tag, f"tag/{slug}")
            yield Subject("index", tag, "tags")
            years = site.calendar(f"tag/{slug}")
            yield from (Subject("year", tag, f"tag/{slug}", str(year)) for year in years)
