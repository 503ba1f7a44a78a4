"""Sites that many tests look at and none changes: built once for a run, whoever comes first."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.compiler.packing import store_of
from tellal.settings import Settings, read_settings
from tests.golden.accept import ROOT, URL, build_golden
from tests.worlds import NOW


@dataclass(frozen=True, slots=True)
class Built:
    """A site that is built: the folder of its files, and the address for which it was built."""

    folder: Path
    url: str

    def makers(self) -> dict[str, str]:
        """Return what made each page, by its path, as the store of the build remembers."""
        store = store_of(self.folder.parent / "cache", self.folder)
        with closing(sqlite3.connect(store)) as database:
            return dict(database.execute("SELECT path, maker FROM page"))


@dataclass(frozen=True, slots=True)
class Once:
    """What the processes of a run of tests share, in a folder that they all know."""

    root: Path

    def golden(self) -> Built:
        """Return the golden municipality."""
        return Built(self._folder("golden", build_golden), URL)

    def shipped(self) -> Built:
        """Return what the office published: the content that comes with Tellal."""
        return Built(self._folder("shipped", _build_shipped), _shipped().url)

    def _folder(self, name: str, make: Callable[[Path, Path], object]) -> Path:
        """Return the folder of a site; one process makes it, while the others wait."""
        output, ready = self.root / name / "site", self.root / name / "ready"
        output.parent.mkdir(exist_ok=True)
        with (self.root / name / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not ready.exists():
                make(output, self.root / name / "cache")
                ready.touch()
        return output


def _shipped() -> Settings:
    return read_settings(ROOT / "publishconf.py")


def _build_shipped(output: Path, cache: Path) -> None:
    ours = _shipped()
    settings = Settings(ours.content, output, ours.theme, ours.url, cache)
    build(settings, Moments(None, None, NOW))
