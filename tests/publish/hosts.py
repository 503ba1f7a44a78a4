"""What the public sees of a host."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tellal.publish.manifest import Manifest, parse, verify


@dataclass(frozen=True)
class Public:
    """What lies where the site is published."""

    root: Path

    @property
    def tree(self) -> Path:
        return self.root / "current" / "public"

    @property
    def release(self) -> str:
        return (self.root / "current").readlink().name

    @property
    def releases(self) -> list[str]:
        return sorted(path.name for path in (self.root / "releases").iterdir())

    @property
    def manifest(self) -> Manifest:
        file = self.root / "current" / "manifest"
        return parse(file.read_text("utf-8"), file)

    @property
    def pages(self) -> int:
        return sum(1 for _ in self.tree.rglob("*.html"))

    def is_whole(self) -> bool:
        """Return whether the public tree is exactly what its manifest says."""
        return not verify(self.manifest, self.tree)

    def read(self, path: str) -> str:
        return (self.tree / path).read_text("utf-8")
