"""Shipment -> a new release on the host, verified there, then public in one step."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.conversation import Conversation
from tellal.publish.manifest import NOTHING, Differences, Manifest, parse
from tellal.publish.records import Release, Way, line_of
from tellal.publish.sending import send
from tellal.publish.shipment import Shipment
from tellal.publish.stages import Now, Stages, Tell

DAMAGED = "On the host {count} files were not as they had been published, {path} among them."
MENDED = "They are published anew. Find out who writes there."
STILL_DAMAGED = (
    "{path} does not arrive as it was sent. Nothing was published; delete the folder "
    ".cache/publish and publish again, or have the host's disk looked at."
)


@dataclass(frozen=True, slots=True)
class State:
    """What lies on a host: the public release with the digest of its manifest, all that are whole.

    `shown` are those that were public at some time, or were about to be. `held` says who
    went back, and from where: until a person publishes, nothing is by itself.
    """

    public: str | None
    digest: str
    names: tuple[str, ...]
    held: str
    shown: frozenset[str] = frozenset()


def state_of(talk: Conversation) -> State:
    """Return what lies on a host."""
    public: str | None = None
    digest, held, names, shown = "", "", [], set()
    for line in talk.ask("state"):
        match line.split(" ", 2):
            case ["current", public, digest]:
                pass
            case ["release", name]:
                names.append(name)
            case ["shown", name]:
                shown.add(name)
            case ["held", *words]:
                held = " ".join(words)
    return State(public, digest, tuple(sorted(names)), held, frozenset(shown))


def manifest_before(talk: Conversation, state: State, kept: Path) -> Manifest:
    """Return what is public, from this machine where it is known; nothing where it is damaged."""
    if state.public is None:
        return NOTHING
    file = kept / f"{state.digest}.manifest"
    try:
        return parse(file.read_text("utf-8"), file)
    except (OSError, ValueError):
        lines = talk.ask("manifest", state.public)
    with suppress(ValueError):
        found = parse("\n".join(lines), state.public)
        keep_manifest(found, kept)
        return found
    return NOTHING


def keep_manifest(manifest: Manifest, kept: Path) -> None:
    """Remember a manifest on this machine, instead of those before."""
    kept.mkdir(parents=True, exist_ok=True)
    file = kept / f"{manifest.digest}.manifest"
    half = file.with_suffix(".new")
    half.write_text(manifest.text, "utf-8")
    half.replace(file)
    for other in kept.glob("*.manifest"):
        if other != file:
            other.unlink()


def next_name(state: State, commit: str) -> str:
    """Return the name of the next release: a number that grows, and its commit.

    >>> next_name(State(None, "", ("000007-aaaaaaaa",), ""), "0123456789")
    '000008-01234567'
    """
    last = max((int(name.partition("-")[0]) for name in state.names), default=0)
    return f"{last + 1:06}-{commit[:8]}"


def damage_of(talk: Conversation, folder: str, digest: str) -> Sequence[str]:
    """Return the files of a release on the host that are not as the manifest of a digest has them.

    Where its own manifest is another one, that alone is told.
    """
    bad = []
    for line in talk.ask("verify", folder):
        what, _, path = line.partition(" ")
        if what == "manifest" and path != digest:
            return ["manifest"]
        if what != "manifest":
            bad.append(path)
    return bad


def bring(
    talk: Conversation,
    shipment: Shipment,
    changes: Differences,
    release: Release,
    place: Path,
    stages: Stages,
    tell: Tell,
) -> int:
    """Make a whole and verified release on the host, not public yet; return how many bytes went."""
    try:
        with stages.stage("uploading"):
            talk.ask("begin", release.name)
            sent = _sent(talk, shipment, changes.to_send, release.name, place)
        with stages.stage("verifying"):
            bad = damage_of(talk, f"{release.name}.part", shipment.manifest.digest)
        if bad:
            tell(DAMAGED, count=len(bad), path=bad[0])
            sent += _mend(talk, shipment, bad, release.name, place, stages)
            tell(MENDED)
        talk.ask("record", release.name, "release", line_of(release))
        with stages.stage("verifying"):
            talk.ask("settle", release.name)
    except BaseException:
        with suppress(WrongAnswer, OSError, ValueError):
            talk.ask("drop", release.name)
        raise
    return sent


def _sent(
    talk: Conversation, shipment: Shipment, paths: Sequence[str], name: str, place: Path
) -> int:
    shipment.lay_out(paths, place)
    sent = send(place, name, talk)
    talk.ask("prune", name)
    return sent


def _mend(
    talk: Conversation,
    shipment: Shipment,
    bad: Sequence[str],
    name: str,
    place: Path,
    stages: Stages,
) -> int:
    """Send again what did not arrive, or was damaged before. Raises WrongAnswer if that fails."""
    with stages.stage("uploading"):
        again = [path for path in bad if path in shipment.files]
        sent = _sent(talk, shipment, again or [*shipment.files], name, place)
    with stages.stage("verifying"):
        if still := damage_of(talk, f"{name}.part", shipment.manifest.digest):
            raise WrongAnswer(STILL_DAMAGED, path=still[0])
    return sent


def make_public(
    talk: Conversation, release: Release, sent: int, keep: int, stages: Stages, now: Now
) -> Way:
    """Switch to a release, keep the record of its way, and let the oldest ones go."""
    with stages.stage("switching"):
        talk.ask("switch", release.name)
    public = round(now(), 3)
    way = Way(committed=release.committed, public=public, sent=sent, seconds=stages.seconds)
    talk.ask("record", release.name, "way", line_of(way))
    talk.ask("unhold")
    talk.ask("keep", keep)
    return way
