"""Which files are not what they were: by their signature first, by their bytes where it differs."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from hashlib import blake2b, sha256
from pathlib import Path

from tellal.build.store import SourceRow, Store
from tellal.compiler.pasts import NONE, Pasts
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.walk import Found, Signature, is_litter, look, walk

THEME = "theme:"
"""How the paths of a theme's files begin in the store."""
YOUNG = 2_000_000_000
"""Nanoseconds within which a file may change again without a new time stamp."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is not as the store has it. `gone`, `added` and `changed` are paths.

    `found` is all that lies there; `rows` is what the store shall remember of files whose
    signature is new, whatever became of their bytes. `scan` is the digest of all signatures, empty
    while one of them cannot be trusted. `again` are folders whose past may be another one by what
    is known of `pasts`.
    """

    found: Found
    scan: bytes
    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    rows: tuple[SourceRow, ...] = ()
    again: frozenset[str] = frozenset()
    pasts: Pasts = NONE

    def __bool__(self) -> bool:
        """Return whether any file's bytes are not what they were, or what they had been."""
        return bool(self.added or self.changed or self.gone or self.again)

    @property
    def all(self) -> frozenset[str]:
        """Return the paths of all files that are not what they were."""
        return self.added | self.changed | self.gone

    def below(self, prefix: str) -> frozenset[str]:
        """Return those whose path begins in some way."""
        return frozenset(path for path in self.all if path.startswith(prefix))


@dataclass(frozen=True, slots=True)
class Hint:
    """What somebody who watches the folders knows: all that lay there, and what may be another.

    `paths` are those of files or folders, as they are in the store.
    """

    found: Found
    paths: frozenset[str]


def changes(
    content: Path, theme: Path, store: Store, now_ns: int, hint: Hint | None = None
) -> Changes:
    """Return what changed in content and theme since the store was written.

    `now_ns` is the moment of looking, in nanoseconds since 1970. With a hint only what it names is
    looked at.
    """
    if hint:
        found, near = _found_again(content, theme, hint)
        rows = (row for path in near if (row := store.source(path)))
        return _compared(content, theme, found, near, _known(rows), b"", now_ns)
    found = dict(walk(content))
    found |= {THEME + path: signature for path, signature in walk(theme, whole=True).items()}
    scan = blake2b(marshal.dumps(found, 2), digest_size=16).digest()
    if scan == store.meta("scan"):
        return Changes(found, scan)
    return _compared(content, theme, found, found, _known(store.sources()), scan, now_ns)


Known = dict[str, SourceRow]


def _known(rows: Iterable[SourceRow]) -> Known:
    return {row[0]: row for row in rows}


def _compared(
    content: Path,
    theme: Path,
    found: Found,
    paths: Iterable[str],
    known: Known,
    scan: bytes,
    now_ns: int,
) -> Changes:
    """Return which of some paths are not as they are known."""
    added, changed, rows = set[str](), set[str](), []
    for path in paths:
        if path not in found:
            continue
        signature, before = found[path], known.get(path)
        if before is not None and before[1:5] == signature:
            continue
        if signature is None or before is None:
            added.add(path)  # what is no file of its own is told by whoever places it
        if signature is None:
            continue
        digest = sha256(file_of(path, content, theme).read_bytes()).hexdigest()
        if before is not None and digest != before[5]:
            changed.add(path)
        trusted = signature if max(signature[:2]) < now_ns - YOUNG else (0, 0, 0, 0)
        scan = scan if trusted is signature else b""
        rows.append(SourceRow(path, *trusted, digest))
    gone = known.keys() - found.keys()
    return Changes(found, scan, frozenset(added), frozenset(changed), frozenset(gone), tuple(rows))


def _found_again(content: Path, theme: Path, hint: Hint) -> tuple[Found, set[str]]:
    """Return all that lies there, having looked only where the hint says, and what was seen."""
    found, near = dict(hint.found), set[str]()
    for path in sorted(p for p in hint.paths if p.startswith(THEME) or not is_litter(p)):
        place = file_of(path, content, theme)
        if path in found:
            before = {path}
        else:  # a folder, or something new
            before = {other for other in found if other.startswith(f"{path}/")}
        for other in before:
            del found[other]
        now: dict[str, Signature | None] = {}
        if place.is_symlink() or place.is_file():
            now = {path: look(place, whole=path.startswith(THEME))}
        elif place.is_dir():
            inside = walk(place, whole=path.startswith(THEME))
            now = {f"{path}/{name}": signature for name, signature in inside.items()}
        found |= now
        near |= before | now.keys()
    return found, near


def file_of(path: str, content: Path, theme: Path) -> Path:
    """Return the file of a path in the store."""
    if path.startswith(THEME):
        return theme / path.removeprefix(THEME)
    return content / path


def theme_digests(store: Store, changed: Changes) -> dict[str, str]:
    """Return the digests of the theme's files by their path in the theme, as they are now."""
    known = {path: digest for path, *_, digest in store.sources(THEME)}
    known |= {row.path: row.digest for row in changed.rows if row.path.startswith(THEME)}
    return {path.removeprefix(THEME): d for path, d in known.items() if path not in changed.gone}


def folders_with(paths: frozenset[str]) -> Iterator[str]:
    """Yield the folders of content in which some paths lie, each once."""
    folders = {path.rpartition("/")[0] for path in paths if not path.startswith(THEME)}
    yield from sorted(folder for folder in folders if folder != "office")
