"""A shipment and where it goes -> delivered, whatever kind of place that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tellal.publish.bringing import (
    DAMAGED,
    Bringing,
    look_back,
    prepare_next,
    remember_seen,
    seen_in,
)
from tellal.publish.commits import Commit
from tellal.publish.conversation import Conversation
from tellal.publish.manifest import Differences, Manifest, differences
from tellal.publish.records import Release, Way, release_of
from tellal.publish.releases import (
    State,
    keep_manifest,
    look_at,
    make_public,
    next_name,
    state_of,
)
from tellal.publish.shipment import Shipment
from tellal.publish.stages import Now, Stages, Tell
from tellal.publish.targets import FolderTarget, RcloneTarget, SshTarget, Target, ZipTarget

NOTHING_NEW = "Nothing to publish: what is public ({name}) shows this already, and is whole."
HELD = (
    "Somebody went back from a release ({held}). By itself nothing is published until a person "
    "publishes."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cargo:
    """A shipment with its papers; `before` is what was public when the way began.

    `by_itself`: nobody has asked for it but the clock. `uncompared` is the reason for which nobody
    compared it with what was published last.
    """

    shipment: Shipment
    before: Manifest
    commit: Commit
    as_of: str
    owner: str
    keep: int
    cache: Path
    by_itself: bool = False
    uncompared: str = ""

    def release(self, name: str, changes: Differences) -> Release:
        """Return the record of the release that this becomes."""
        manifest = self.shipment.manifest
        release = release_of(name, self.commit, self.as_of, self.owner, manifest, changes)
        return replace(release, uncompared=self.uncompared)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A release that the public sees, what changed with it, and its way."""

    release: Release
    changes: Differences
    way: Way


@dataclass(frozen=True, slots=True)
class NotNeeded:
    """Why nothing was delivered: a sentence, and what fills it."""

    message: str
    words: tuple[tuple[str, str], ...]


def deliver(
    target: Target,
    talk: Conversation | None,
    cargo: Cargo,
    stages: Stages,
    tell: Tell,
    now: Now,
) -> Delivered | NotNeeded:
    """Bring a shipment to the public; `talk` is the line to a host, which is locked.

    Raises WrongAnswer where that fails; all that is public is whole then.
    """
    match target:
        case SshTarget() | FolderTarget():
            assert talk is not None
            return _as_release(talk, cargo, stages, tell, now)
        case ZipTarget(path):
            return _as_zip(Path(path), cargo, stages, now)
        case RcloneTarget(place):
            from tellal.publish.stored import as_objects

            return as_objects(place, cargo, stages, now)


def _as_release(
    talk: Conversation, cargo: Cargo, stages: Stages, tell: Tell, now: Now
) -> Delivered | NotNeeded:
    state = state_of(talk)
    if cargo.by_itself and state.held:
        return NotNeeded(HELD, (("held", state.held),))
    changes = differences(cargo.before, cargo.shipment.manifest)
    if not changes and _is_whole(talk, state, cargo, tell):
        if not cargo.by_itself:
            talk.ask("unhold")
        return NotNeeded(NOTHING_NEW, (("name", str(state.public)),))
    release = cargo.release(next_name(state, cargo.commit.name), changes)
    seen = seen_in(cargo.cache)
    sent = Bringing(talk, cargo.shipment, cargo.cache, stages, tell).bring(changes, release)
    way = make_public(talk, release, sent, stages, now)
    look_back(talk, state, seen, tell)
    talk.ask("keep", cargo.keep)
    prepare_next(talk, release, cargo.cache)
    keep_manifest(cargo.shipment.manifest, cargo.cache)
    return Delivered(release, changes, way)


def _is_whole(talk: Conversation, state: State, cargo: Cargo, tell: Tell) -> bool:
    """Return whether the public release is as it was published; tell where it is not."""
    look = look_at(talk, str(state.public), cargo.shipment.manifest.digest)
    remember_seen(cargo.cache, look.seen)
    if look.bad:
        tell(DAMAGED, count=len(look.bad), path=look.bad[0])
    return not look.bad


def _as_zip(file: Path, cargo: Cargo, stages: Stages, now: Now) -> Delivered | NotNeeded:
    from tellal.publish.zipped import write_zip

    changes = differences(cargo.before, cargo.shipment.manifest)
    if not changes:
        return NotNeeded(NOTHING_NEW, (("name", str(file)),))
    with stages.stage("uploading"):
        sent = write_zip(cargo.shipment, file)
    committed = cargo.commit.moment
    way = Way(committed=committed, public=round(now(), 3), sent=sent, seconds=stages.seconds)
    return Delivered(cargo.release(file.name, changes), changes, way)
