"""Pictures in their sizes, each made once: what was made is kept, by all that it was made of.

What is kept serves every output that has the same cache, and outlives the store: another Tellal
makes all pages anew, and no picture.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from tellal.build.database import Broken, opened, sealed
from tellal.build.keys import digest_of
from tellal.build.output import HALF
from tellal.domain.sizes import Size, sizes_of
from tellal.pages.views import SizeView
from tellal.reading.files import published

FOLDER = "pictures"


class Darkroom:
    """Makes pictures in their sizes, or finds them made."""

    def __init__(self, content: Path, cache: Path) -> None:
        """Take pictures from `content`, and keep what is made of them below `cache`."""
        self.content, self.folder = content, cache / FOLDER

    def picture(self, view: SizeView) -> bytes:
        """Return the bytes of a picture in a size, and see to it that they are kept."""
        kept = self._kept(view, view.size)
        if kept is None:
            self._make(view)
            kept = self._kept(view, view.size)
        assert kept is not None
        return kept

    def _kept(self, view: SizeView, size: Size) -> bytes | None:
        """Return what is kept, None for nothing; what is used is not swept away."""
        file = self._file(view, size)
        try:
            data = opened(file.read_bytes())
            os.utime(file)
        except (FileNotFoundError, Broken):
            return None
        return data

    def _make(self, view: SizeView) -> None:
        """Make a picture in this size, and in all others of which none is kept."""
        from tellal.outputs.photos import in_sizes

        family = sizes_of(view.width, view.height)
        others = [size for size in family if size != view.size and not self._has(view, size)]
        sizes = (view.size, *others) if view.size in family else (view.size,)
        data = published(view.source, (self.content / view.source).read_bytes()) or b""
        for size, made in zip(sizes, in_sizes(data, sizes), strict=True):
            self._keep(self._file(view, size), sealed(made))

    def _has(self, view: SizeView, size: Size) -> bool:
        return self._file(view, size).exists()

    def _keep(self, file: Path, data: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_name(f".{file.name}.{os.getpid()}{HALF}")
        try:
            half.write_bytes(data)
            half.replace(file)
        except OSError:
            half.unlink(missing_ok=True)
            raise

    def _file(self, view: SizeView, size: Size) -> Path:
        name = digest_of(f"{view.digest} {size.name} {self._recipe}".encode()).hex()
        return self.folder / name[:2] / name[2:]

    @cached_property
    def _recipe(self) -> str:
        from tellal.outputs.photos import recipe  # not at the head: it loads a library

        return recipe()


def sweep(cache: Path, since: Path) -> None:
    """Throw away the pictures that nobody has used since a file was written."""
    begun = since.stat().st_mtime_ns
    for file in (cache / FOLDER).glob("*/*"):
        with suppress(FileNotFoundError):
            if file.stat().st_mtime_ns < begun:
                file.unlink()
