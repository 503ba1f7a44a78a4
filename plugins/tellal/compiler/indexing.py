"""What changed -> blocks of the search filed anew, and the subjects of the index that differ."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterator

from tellal.build.store import Store
from tellal.domain.languages import language_of
from tellal.pages.subjects import Subject, shard_subject
from tellal.site.blocks import Block, block_of, buckets_between
from tellal.site.listings import UNDATED
from tellal.site.segments import Layout, layout_of
from tellal.site.site import Site


def month_of(folder: str) -> str:
    """Return the month of a folder (`2019-09`), or that of what has none."""
    collection, *rest = folder.split("/")
    return UNDATED if collection == "pages" else f"{rest[0]}-{rest[1][:2]}"


def reindex(store: Store, site: Site, folders: Collection[str], is_whole: bool) -> set[Subject]:
    """File anew what is searched of the months of some folders; return what differs now.

    `site` is the one of now. With a whole one, every month is filed and nothing is returned.
    """
    months = set(site.findable) if is_whole else {month_of(folder) for folder in folders}
    languages = list(dict.fromkeys(language_of(one.tag).written for one in site.office.languages))
    layout, before = layout_of(site), _before(store)
    if is_whole:
        months |= {month for _, month in store.blocks()}
    subjects = set[Subject]()
    for month in sorted(months):
        for language in languages:
            changed = _file(store, site, language, month)
            subjects |= set(_shards(layout, language, month, changed))
    subjects |= set(_moved(before, layout))
    if layout != before:
        store.set_meta("layout", marshal.dumps((layout.months, layout.buckets), 2))
    return set() if is_whole else subjects | set(_beside(site, layout, months))


def _before(store: Store) -> Layout:
    data = store.meta("layout")
    return Layout(*marshal.loads(data)) if data else Layout()


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


def _beside(site: Site, layout: Layout, months: Collection[str]) -> Iterator[Subject]:
    """Yield what tells of the publications of some months, whatever they are found by."""
    yield from (Subject("months", "", name) for name in layout.months)
    for month in months:
        yield from (Subject("found", one.tag, "", month) for one in site.office.languages)
