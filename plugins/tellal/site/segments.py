"""Which months are searched together: few files for a reader, and few to write after an edit.

What is newest lies in a small segment, which is written anew with every publication; the archive
in a large one, of which an edit touches a few buckets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field

from tellal.domain.languages import BY_TAG
from tellal.domain.swift_dataclasses import dataclass
from tellal.site.blocks import BUCKETS
from tellal.site.listings import UNDATED
from tellal.site.site import Site

ARCHIVE, YEAR, QUARTER = SEGMENTS = ("archive", "year", "quarter")
IN_A_BUCKET = 24
"""Publications for which a segment has one more bucket."""


@dataclass(frozen=True)
class Layout:
    """The months of each segment, the oldest first, and how many buckets each language has there.

    `buckets` are by (language, segment); a language without texts in a segment has none.
    """

    months: dict[str, tuple[str, ...]] = field(default_factory=dict)
    buckets: dict[tuple[str, str], int] = field(default_factory=dict)

    def segment_of(self, month: str) -> str | None:
        """Return the segment of a month, None where it has none."""
        return next((name for name, months in self.months.items() if month in months), None)


Tally = dict[str, dict[str, int]]
"""How many publications of each month are there in each written language."""


def layout_of(site: Site) -> Layout:
    """Return the layout of what may be found on a site: as it is filed, or made here."""
    known: Layout | None = site.counted.get("layout")
    if known is None:
        filed = site.shelf.tally()
        tally = tallied(site, site.findable) if filed is None else filed
        known = site.counted["layout"] = layout_from(tally)
    return known


def tallied(site: Site, months: Iterable[str], before: Tally | None = None) -> Tally:
    """Return a tally with some months counted anew."""
    tally = dict(before or {})
    for month in months:
        tags = Counter(tag for one in site.findable.get(month, ()) for tag, _ in one.slugs)
        counts = {BY_TAG[tag].written: count for tag, count in tags.items()}
        tally.pop(month, None)
        if counts:
            tally[month] = dict(sorted(counts.items()))
    return tally


def layout_from(tally: Tally) -> Layout:
    """Return the layout of the months of a tally."""
    order = sorted(tally)
    months = {
        name: tuple(month for month in order if segment_in(order[-1], month) == name)
        for name in SEGMENTS
    }
    buckets = {}
    for name in SEGMENTS:
        sums = Counter[str]()
        for month in months[name]:
            sums.update(tally[month])
        buckets.update({(language, name): _buckets(sums[language]) for language in sorted(sums)})
    return Layout(months, buckets)


def segment_in(newest: str, month: str) -> str:
    """Return the segment of a month on a site whose newest month is another one, or the same.

    >>> segment_in("2019-09", "2019-06"), segment_in("2019-09", "2019-07")
    ('year', 'quarter')
    """
    if month == UNDATED or month[:4] != newest[:4]:
        return ARCHIVE
    quarters = [(int(one[5:]) - 1) // 3 for one in (newest, month)]
    return QUARTER if quarters[0] == quarters[1] else YEAR


def _buckets(count: int) -> int:
    """Return how many buckets some publications need: a power of two."""
    return min(BUCKETS, 1 << max(0, -(-count // IN_A_BUCKET) - 1).bit_length())
