"""Which months are searched together: few files for a reader, and few to write after an edit.

What is newest lies in a small segment, which is written anew with every publication; the archive
in a large one, of which an edit touches a few buckets.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tellal.domain.languages import BY_TAG
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


def layout_of(site: Site) -> Layout:
    """Return the layout of what may be found on a site."""
    known: Layout | None = site.counted.get("layout")
    if known is None:
        known = site.counted["layout"] = _layout(site)
    return known


def _layout(site: Site) -> Layout:
    order = sorted(site.findable)
    months = {
        name: tuple(month for month in order if segment_in(order[-1], month) == name)
        for name in SEGMENTS
    }
    buckets = {}
    for name in SEGMENTS:
        tags = Counter(
            tag for month in months[name] for one in site.findable[month] for tag, _ in one.slugs
        )
        for tag, count in tags.items():
            buckets[BY_TAG[tag].written, name] = _buckets(count)
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
