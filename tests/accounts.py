"""A municipality of a few texts, whose figures can be counted by hand; and how to count them."""

from __future__ import annotations

from datetime import date

from tellal.site.figures import Figure, Period
from tellal.site.reports import chapters_of
from tellal.site.site import Site

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
TEXT = "\n---\n\nTeksti.\n"


def release(title: str, *lines: str) -> str:
    """Return an original of any kind that needs nothing but a title."""
    return "\n".join(("---", f"title: {title}", *lines)) + TEXT


SMALL = {
    "releases/2026/03-02-uji/index.sq.md": release(
        "Uji", "time: 12:00", "event_at: 2026-03-02 10:30"
    ),
    "releases/2026/03-02-uji/index.sr.md": release("Voda", "translated_at: 2026-03-02 14:00"),
    "releases/2026/03-02-uji/index.tr.md": release("Su", "translated_at: 2026-03-05 09:00"),
    "releases/2026/03-09-rruga/index.sq.md": release(
        "Rruga", "time: 09:00", "event_at: 2026-03-08 21:00"
    ),
    "releases/2026/03-09-rruga/index.sr.md": release("Put"),
    "releases/2026/03-16-bora/index.sq.md": release("Bora", "event_at: 2026-03-15 20:00"),
    "notices/2026/03-10-panairi/index.sq.md": release(
        "Panairi", "time: 10:00", "event_at: 2026-03-10 09:15"
    ),
    "notices/2026/03-10-panairi/index.sr.md": release("Sajam", "translated_at: 2026-03-10 10:20"),
    "invitations/2026/03-20-takimi/index.sq.md": release("Takimi", "starts: 2026-03-25 11:00"),
    "releases/2026/04-10-pranvera/index.sq.md": release("Pranvera", "time: 08:00"),
    "releases/2025/12-30-viti/index.sq.md": release("Viti", "time: 08:00"),
}
"""March: three releases, a notice and an invitation; April is still to come."""


def figures_of(site: Site, period: Period = MARCH) -> dict[str, Figure]:
    """Return all figures of a period by their key."""
    chapters = chapters_of(site, period)
    return {figure.key: figure for chapter in chapters for figure in chapter.figures}


def values_of(site: Site, period: Period = MARCH) -> dict[str, int | float | None]:
    """Return the values of all figures of a period."""
    return {key: figure.value for key, figure in figures_of(site, period).items()}
