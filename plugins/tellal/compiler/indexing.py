"""What changed -> blocks of the search filed anew, and the subjects of the index that differ."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterator

from tellal.build.store import Store
from tellal.domain.languages import language_of
from tellal.pages.subjects import Subject, shard_subject
from tellal.site.blocks import Block, block_of, buckets_between
from tellal.site.listings import month_of
from tellal.site.segments import Layout, Tally, layout_from, tallied
from tellal.site.site import Site


def reindex(store: Store, site: Site, folders: Collection[str], is_whole: bool) -> set[Subject]:
    """File anew what is searched of the months of some folders; return what differs now.

    `site` is the one of now. With a whole one, every month is filed and nothing is returned.
    """
    months = set(site.findable) if is_whole else {month_of(folder) for folder in folders}
    languages = list(dict.fromkeys(language_of(one.tag).written for one in site.office.languages))
    before = store.meta("tally")
    tally: Tally = marshal.loads(before) if before and not is_whole else {}
    old = layout_from(tally)
    tally = tallied(site, months, tally)
    store.set_meta("tally", marshal.dumps(tally, 2))
    if is_whole:
        months |= {month for _, month in store.blocks()}
    layout = layout_from(tally)
    subjects = set(_moved(old, layout))
    for month in sorted(months):
        for language in languages:
            changed = _file(store, site, language, month)
            subjects |= set(_shards(layout, language, month, changed))
    return set() if is_whole else subjects | set(_beside(site, old, layout, months))


def _file(store: Store, site: Site, language: str, month: str) -> set[int]:
    """File the block of a month; return the buckets in which it is another one."""
    old_bytes = store.block(language, month)
    old: Block = marshal.loads(old_bytes) if old_bytes else {}
    new = block_of(site, language, month)
    if old != new:
        store.set_block(language, month, marshal.dumps(new, 2) if new else b"")
    return buckets_between(old, new)


def _shards(layout: Layout, language: str, month: str, changed: set[int]) -> Iterator[Subject]:
    """Yield the shards in which some buckets of a month stand now."""
    for name, months in layout.months.items():
        count = layout.buckets.get((language, name))
        if count and (month in months or not any(month in some for some in layout.months.values())):
            yield from (shard_subject(language, name, bucket % count) for bucket in changed)


def _moved(before: Layout, now: Layout) -> Iterator[Subject]:
    """Yield all shards of the segments that have other buckets now, or months from another one."""
    names = {
        name
        for month in {m for months in before.months.values() for m in months}
        if (then := before.segment_of(month)) != (here := now.segment_of(month)) and here
        for name in (then, here)
    }
    for language, name in {*before.buckets, *now.buckets}:
        counts = [layout.buckets.get((language, name), 0) for layout in (before, now)]
        if counts[0] != counts[1] or name in names:
            yield from (shard_subject(language, name, at) for at in range(max(counts)))


def _beside(site: Site, before: Layout, layout: Layout, months: set[str]) -> Iterator[Subject]:
    """Yield what tells of the publications of some months, whatever they are found by."""
    for name, here in layout.months.items():
        if here != before.months.get(name) or not months.isdisjoint(here):
            yield Subject("months", "", name)
    if layout.buckets != before.buckets:
        yield from (Subject("months", "", name) for name in layout.months)
    for month in months:
        yield from (Subject("found", one.tag, "", month) for one in site.office.languages)
