"""Shipment -> a new release on the host, verified there, then public in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tellal.publish.conversation import Conversation
from tellal.publish.manifest import NOTHING, Manifest, parse
from tellal.publish.records import Release, Way, line_of
from tellal.publish.stages import Now, Stages


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


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a release found: files that are not as they should be, or its record."""

    bad: Sequence[str]
    seen: str = ""


def look_at(talk: Conversation, folder: str, digest: str, seen: str = "") -> Look:
    """Look whether the files of a release on the host are as the manifest of a digest has them.

    Where its own manifest is another one, that alone is told. With the digest of the record that a
    look at the public release left, only files that somebody touched since are read.
    """
    return look_in(talk.ask("check", folder, seen) if seen else talk.ask("verify", folder), digest)


def look_in(lines: Iterable[str], digest: str) -> Look:
    """Return what a host says of a look."""
    bad, record = [], ""
    for line in lines:
        what, _, words = line.partition(" ")
        if what == "manifest" and words != digest:
            return Look(["manifest"])
        if what == "seen":
            record = words
        elif what != "manifest":
            bad.append(words)
    return Look(bad, record)


def make_public(talk: Conversation, release: Release, sent: int, stages: Stages, now: Now) -> Way:
    """Switch to a release, and keep the record of its way."""
    with stages.stage("switching"):
        talk.ask("switch", release.name)
    public = round(now(), 3)
    way = Way(committed=release.committed, public=public, sent=sent, seconds=stages.seconds)
    talk.ask("record", release.name, "way", line_of(way))
    talk.ask("unhold")
    return way
