"""A shipment -> a place that rclone knows, and the way back to an earlier one that is kept here."""

from __future__ import annotations

from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.delivery import HELD, NOTHING_NEW, Cargo, Delivered, NotNeeded
from tellal.publish.kept import Kept
from tellal.publish.manifest import Differences, differences
from tellal.publish.objects import Storage
from tellal.publish.records import Listed, Way
from tellal.publish.releases import next_name
from tellal.publish.returning import chosen
from tellal.publish.shipment import Shipment
from tellal.publish.stages import Now, Stages

STORED_BADLY = "{place} does not hold what was sent to it. Publish again, or have it looked at."


def as_objects(place: str, cargo: Cargo, stages: Stages, now: Now) -> Delivered | NotNeeded:
    """Bring a shipment to a place, and keep it here. Raises WrongAnswer where that fails."""
    storage, kept, shipment = Storage(place), kept_in(cargo.cache), cargo.shipment
    if cargo.by_itself and kept.held:
        return NotNeeded(HELD, (("held", kept.held),))
    with stages.stage("connecting"):
        there = storage.manifest()
    changes = differences(there, shipment.manifest)
    if not cargo.by_itself:
        kept.hold("")
    if not changes:
        return NotNeeded(NOTHING_NEW, (("name", place),))
    _store(storage, shipment, changes, cargo.commit.name, cargo.cache, stages)
    sent = sum(shipment.entries[path].size for path in changes.to_send)
    public = round(now(), 3)
    way = Way(committed=cargo.commit.moment, public=public, sent=sent, seconds=stages.seconds)
    release = cargo.release(next_name(kept.state(there.digest), cargo.commit.name), changes)
    kept.keep(shipment, release, way, cargo.keep)
    return Delivered(release, changes, way)


def stored_releases(place: str, cache: Path) -> list[Listed]:
    """Return the releases to which one can go back from here, the newest first."""
    return kept_in(cache).listed(Storage(place).manifest().digest)


def go_back_in(place: str, wanted: str | None, cache: Path, owner: str) -> str:
    """Make a place hold an earlier release that is kept here; return its name.

    The commit that the place names stays the newest that ever was public. Raises WrongAnswer.
    """
    storage, kept = Storage(place), kept_in(cache)
    there = storage.manifest()
    state = kept.state(there.digest)
    name = chosen(state, wanted)
    changes = differences(there, kept.manifest(name))
    shipment = kept.shipment(name, changes.to_send)
    _store(storage, shipment, changes, storage.commit or "", cache, Stages())
    kept.hold(f"{state.public} {owner}")
    return name


def kept_in(cache: Path) -> Kept:
    """Return what is kept of releases in a folder for what can be made again."""
    return Kept(cache / "kept")


def _store(
    storage: Storage,
    shipment: Shipment,
    changes: Differences,
    commit: str,
    cache: Path,
    stages: Stages,
) -> None:
    """Bring to a place what changes, and look whether it arrived. Raises WrongAnswer."""
    with stages.stage("uploading"):
        storage.store(shipment, changes, commit, cache / "upload")
    with stages.stage("verifying"):
        if storage.damage(cache / "upload"):
            raise WrongAnswer(STORED_BADLY, place=storage.place)
