"""Pictures in their sizes and cards, each made once and kept by all that it was made of.

What is kept serves every output that has the same cache, and outlives the store: another Tellal
makes all pages anew, and no picture.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.build.database import Broken, opened, sealed
from tellal.build.keys import digest_of
from tellal.build.output import HALF
from tellal.domain.sizes import Size, sizes_of
from tellal.outputs.say import Say
from tellal.pages.views import CardView, SizeView
from tellal.reading.files import published
from tellal.settings import Settings

if TYPE_CHECKING:
    from tellal.outputs.cards import Style

FOLDER = "pictures"


class Darkroom:
    """Makes pictures in their sizes and draws cards, or finds them made."""

    def __init__(self, settings: Settings) -> None:
        """Take pictures from the content, letters and colours from the theme, and keep all made."""
        self.content, self.theme = settings.content, settings.theme
        self.folder = settings.cache / FOLDER

    def picture(self, view: SizeView) -> bytes:
        """Return the bytes of a picture in a size, and see to it that they are kept."""
        kept = self._kept(view, view.size)
        if kept is None:
            self._make(view)
            kept = self._kept(view, view.size)
        assert kept is not None
        return kept

    def card(self, view: CardView, say: Say) -> bytes:
        """Return the bytes of a card in a language, and see to it that they are kept."""
        from tellal.outputs.cards import Lines, drawn_card, recipe

        kind = say(f"kind_{view.kind}") if view.kind else ""
        lines = Lines(
            municipality=view.municipality,
            office=view.office,
            kind=kind if view.title else "",
            title=view.title or kind,
            day=say.day(view.on) if view.on else "",
        )
        file = self._named(f"{lines} {self._style_digest} {recipe()}")
        kept = self._found(file)
        if kept is None:
            kept = drawn_card(lines, self._style)
            self._keep(file, sealed(kept))
        return kept

    @cached_property
    def _style(self) -> Style:
        from tellal.outputs.cards import style_of

        return style_of(self.theme / "static")

    @cached_property
    def _style_digest(self) -> str:
        style = self._style
        return digest_of(style.tokens.encode() + style.latin + style.cyrillic).hex()

    def _kept(self, view: SizeView, size: Size) -> bytes | None:
        """Return what is kept of a picture in a size, None for nothing."""
        return self._found(self._file(view, size))

    def _found(self, file: Path) -> bytes | None:
        """Return what is kept in a file, None for nothing; what is used is not swept away."""
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
        from tellal.outputs.photos import recipe  # not at the head: it loads a library

        return self._named(f"{view.digest} {size.name} {recipe()}")

    def _named(self, made_of: str) -> Path:
        name = digest_of(made_of.encode()).hex()
        return self.folder / name[:2] / name[2:]


def sweep(cache: Path, since: Path) -> None:
    """Throw away the pictures that nobody has used since a file was written."""
    begun = since.stat().st_mtime_ns
    for file in (cache / FOLDER).glob("*/*"):
        with suppress(FileNotFoundError):
            if file.stat().st_mtime_ns < begun:
                file.unlink()
