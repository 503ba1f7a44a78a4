"""What is kept of each release: whose commit it was, what changed, and how long the way took."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tellal.publish.commits import Commit
from tellal.publish.manifest import Differences, Manifest

STAGES = ("build", "reading", "connecting", "uploading", "verifying", "switching")
"""The way from a commit to the public, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a release came to the public: moments in seconds since 1970, seconds of each stage."""

    committed: int
    public: float
    sent: int
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def in_all(self) -> float:
        """Return the seconds from the commit until the public saw it."""
        return self.public - self.committed


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a release is. Pages are files of HTML; `files` and `bytes` are of all files.

    `uncompared` says why nobody compared it with what was published before, "" where it was.
    """

    name: str
    commit: str
    author: str
    subject: str
    committed: int
    as_of: str
    owner: str
    manifest: str
    files: int
    bytes: int
    new: int
    changed: int
    deleted: int
    uncompared: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A release as a host lists it. One that `was_shown` may lack a record of its way."""

    name: str
    is_public: bool
    was_shown: bool
    release: Release | None = None
    way: Way | None = None


def release_of(
    name: str, commit: Commit, as_of: str, owner: str, manifest: Manifest, found: Differences
) -> Release:
    """Return the record of a release that is about to be."""
    return Release(
        name=name,
        commit=commit.name,
        author=commit.author,
        subject=commit.subject,
        committed=commit.moment,
        as_of=as_of,
        owner=owner,
        manifest=manifest.digest,
        files=len(manifest.entries),
        bytes=sum(entry.size for entry in manifest.entries),
        new=len(pages_in(found.new)),
        changed=len(pages_in(found.changed)),
        deleted=len(pages_in(found.deleted)),
    )


def pages_in(paths: Iterable[str]) -> list[str]:
    """Return the pages among some files."""
    return [path for path in paths if path.endswith(".html")]


def line_of(record: Release | Way) -> str:
    """Return a record as one line."""
    return json.dumps(asdict(record), ensure_ascii=True, sort_keys=True)


def listed(
    names: Iterable[str], public: str | None, shown: Collection[str], lines: Iterable[str]
) -> list[Listed]:
    """Return the releases of a host, newest first, of the lines that it gives."""
    records: dict[str, dict[str, Any]] = {}
    for line in lines:
        name, _, text = line.partition(" ")
        values = json.loads(text)
        records.setdefault(name, {})["way" if "public" in values else "release"] = values
    found = []
    for name in sorted(names, reverse=True):
        kept = records.get(name, {})
        release = Release(**kept["release"]) if "release" in kept else None
        way = Way(**kept["way"]) if "way" in kept else None
        found.append(Listed(name, name == public, name in shown, release, way))
    return found
