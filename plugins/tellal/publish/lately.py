"""A place -> what was last public there: which files, of which commit, and the log as it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tellal.publish.conversation import Conversation
from tellal.publish.manifest import NOTHING, Manifest
from tellal.publish.releases import manifest_before, state_of
from tellal.publish.returning import list_releases
from tellal.publish.stages import Stages
from tellal.publish.targets import FolderTarget, RcloneTarget, SshTarget, Target, ZipTarget

LOG = ("entries.jsonl", "head", "allowed_signers")
"""What of a log is taken back; the checker beside it is always ours."""


@dataclass(frozen=True, slots=True)
class Lately:
    """What was last public: its manifest, its commit where the place records it, its log if any.

    After somebody went back, `manifest` is that of what is public now; commit and log are those of
    the newest release that ever was: readers have seen it, and a log never becomes shorter.
    """

    manifest: Manifest
    commit: str | None = None
    log: Mapping[str, bytes] = field(default_factory=dict)


@contextmanager
def line_to(
    target: Target, stages: Stages, owner: str | None = None
) -> Iterator[Conversation | None]:
    """Give the line to a host, None for places without one; locked for an owner, if one is named.

    Raises WrongAnswer where the host cannot be reached, or somebody else is publishing.
    """
    if not isinstance(target, SshTarget | FolderTarget):
        yield None
        return
    with stages.stage("connecting"):
        talk = Conversation(target)
    with talk:
        if owner:
            talk.lock(owner)
        yield talk


def lately(target: Target, talk: Conversation | None, cache: Path) -> Lately:
    """Return what was last public; `talk` is the line to a host. Raises WrongAnswer."""
    match target:
        case ZipTarget(path):
            from tellal.publish.zipped import manifest_in, read_in

            file = Path(path)
            found = {name: read_in(file, f"log/{name}") for name in LOG}
            return Lately(manifest_in(file), log=_what_is_there(found))
        case RcloneTarget(place):
            from tellal.publish.objects import Storage

            storage = Storage(place)
            manifest = storage.manifest()
            there = (name for name in LOG if f"log/{name}" in manifest.by_path)
            found = {name: storage.read(f"log/{name}") for name in there}
            return Lately(manifest, storage.commit, _what_is_there(found))
        case SshTarget() | FolderTarget():
            assert talk is not None
            return _on_host(talk, cache)


def _on_host(talk: Conversation, cache: Path) -> Lately:
    manifest = manifest_before(talk, state_of(talk), cache)
    shown = (one for one in list_releases(talk) if one.is_public or one.was_shown or one.way)
    last = next(shown, None)
    if last is None:
        return Lately(NOTHING)
    lines = {name: talk.ask("log", last.name, name) for name in LOG}
    found = {name: "\n".join(some).encode("utf-8", "replace") for name, some in lines.items()}
    commit = last.release.commit if last.release else None
    return Lately(manifest, commit, _what_is_there(found))


def _what_is_there(found: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in found.items() if data}
