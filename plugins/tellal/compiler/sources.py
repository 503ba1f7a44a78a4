"""Which files are not what they were: by their signature first, by their bytes where it differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tellal.build.store import SourceRow, Store
from tellal.reading.scan import Found, walk

THEME = "theme:"
"""How the paths of a theme's files begin in the store."""
YOUNG = 2_000_000_000
"""Nanoseconds within which a file may change again without a new time stamp."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is not as the store has it. `gone`, `added` and `changed` are paths.

    `found` is all that lies there; `rows` is what the store shall remember of files whose
    signature is new, whatever became of their bytes.
    """

    found: Found
    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    rows: tuple[SourceRow, ...] = ()

    def __bool__(self) -> bool:
        """Return whether any file's bytes are not what they were."""
        return bool(self.added or self.changed or self.gone)

    @property
    def all(self) -> frozenset[str]:
        """Return the paths of all files that are not what they were."""
        return self.added | self.changed | self.gone

    def below(self, prefix: str) -> frozenset[str]:
        """Return those whose path begins in some way."""
        return frozenset(path for path in self.all if path.startswith(prefix))


def changes(content: Path, theme: Path, store: Store, now_ns: int) -> Changes:
    """Return what changed in content and theme since the store was written.

    `now_ns` is the moment of looking, in nanoseconds since 1970.
    """
    found = dict(walk(content))
    found |= {THEME + path: signature for path, signature in walk(theme, whole=True).items()}
    known = {row.path: row for row in store.sources()}
    added = set(found.keys() - known.keys())
    rows, changed = [], []
    for path, signature in found.items():
        row = known.get(path)
        if row and signature == row[1:5]:
            continue
        if signature is None:
            added.add(path)  # what is no file of its own is told by whoever places it
            continue
        digest = sha256(file_of(path, content, theme).read_bytes()).hexdigest()
        if row and row.digest != digest:
            changed.append(path)
        trusted = signature if max(signature[:2]) < now_ns - YOUNG else (0, 0, 0, 0)
        rows.append(SourceRow(path, *trusted, digest))
    gone = known.keys() - found.keys()
    return Changes(found, frozenset(added), frozenset(changed), frozenset(gone), tuple(rows))


def file_of(path: str, content: Path, theme: Path) -> Path:
    """Return the file of a path in the store."""
    if path.startswith(THEME):
        return theme / path.removeprefix(THEME)
    return content / path


def digests(store: Store, changed: Changes) -> Mapping[str, str]:
    """Return the digest of every file by its path, as it is now."""
    known = {row.path: row.digest for row in store.sources()}
    known |= {row.path: row.digest for row in changed.rows}
    return {path: digest for path, digest in known.items() if path not in changed.gone}


def theme_digests(known: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of the theme's files by their path in the theme."""
    return {
        path.removeprefix(THEME): digest for path, digest in known.items() if path.startswith(THEME)
    }


def folders_with(paths: frozenset[str]) -> Iterator[str]:
    """Yield the folders of content in which some paths lie, each once."""
    folders = {path.rpartition("/")[0] for path in paths if not path.startswith(THEME)}
    yield from sorted(folder for folder in folders if folder != "office")
