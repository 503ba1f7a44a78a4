"""What a process that builds again and again knows from one build to the next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.compiler.sources import THEME, Hint
from tellal.reading.walk import Found
from tellal.settings import Settings

if TYPE_CHECKING:
    from tellal.site.site import Site

COUNTER = slice(24, 28)
"""Where SQLite counts in a file how often it was written."""


class Warm:
    """Remembers what lay there and which site that made, as long as nobody else writes the store.

    A process that builds once has one too, and learns nothing from it.
    """

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._found: Found | None = None
        self._site: Site | None = None
        self._count = b""
        self._pending: frozenset[str] | None = None

    def look_at(self, paths: frozenset[str] | None) -> None:
        """Look only at some paths of the store, and where no build has come to an end since.

        With None look at everything.
        """
        self._pending = None if paths is None or self._pending is None else self._pending | paths

    def hint(self, store: Path) -> Hint | None:
        """Return what is known for the next look at the folders, None where all must be seen."""
        if self._found is None or self._pending is None or not self._knows(store):
            return None
        return Hint(self._found, self._pending)

    def site(self, store: Path) -> Site | None:
        """Return the site that the store has, None where another process may have changed it."""
        return self._site if self._knows(store) else None

    def remember(self, found: Found, site: Site | None) -> None:
        """Keep what lay there, and the site that the store has, if known; not certain yet."""
        self._found, self._site = found, site
        self._count = b""

    def trust(self, store: Path) -> None:
        """Take what was remembered as certain: the store was written for the last time."""
        self._count, self._pending = _count_of(store), frozenset()

    def _knows(self, store: Path) -> bool:
        return self._count != b"" and self._count == _count_of(store)


def _count_of(store: Path) -> bytes:
    try:
        with store.open("rb") as stream:
            return stream.read(COUNTER.stop)[COUNTER] + str(store.stat().st_ino).encode()
    except FileNotFoundError:
        return b""


def paths_in_store(settings: Settings, files: Iterable[Path]) -> frozenset[str]:
    """Return files of content and theme by their paths in the store."""
    found = set()
    for file in files:
        if file.is_relative_to(settings.content):
            found.add(file.relative_to(settings.content).as_posix())
        elif file.is_relative_to(settings.theme):
            found.add(THEME + file.relative_to(settings.theme).as_posix())
    return frozenset(found)
