"""Shipment -> a whole and verified release on the host, which nobody sees yet."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.conversation import Conversation
from tellal.publish.manifest import Differences
from tellal.publish.records import Release, line_of
from tellal.publish.releases import Look, State, look_at, look_in
from tellal.publish.sending import send
from tellal.publish.shipment import Shipment
from tellal.publish.stages import Stages, Tell

DAMAGED = "On the host {count} files were not as they had been published, {path} among them."
MENDED = "They are published anew. Find out who writes there."
STILL_DAMAGED = (
    "{path} does not arrive as it was sent. Nothing was published; delete the folder "
    ".cache/publish and publish again, or have the host's disk looked at."
)


@dataclass(frozen=True, slots=True)
class Bringing:
    """A shipment on its way to a host. `cache` is a folder for what can be made again."""

    talk: Conversation
    shipment: Shipment
    cache: Path
    stages: Stages
    tell: Tell

    def bring(self, changes: Differences, release: Release) -> int:
        """Make the release; return how many bytes went. Raises WrongAnswer where that fails."""
        try:
            with self.stages.stage("uploading"):
                self.talk.ask("begin", release.name)
                sent = self._send(changes.to_send, changes.deleted, release.name)
            with self.stages.stage("verifying"):
                look = self._look(release.name, seen_in(self.cache))
            if look.bad:
                more, look = self._mend(look.bad, release.name)
                sent += more
            self.talk.ask("record", release.name, "release", line_of(release))
            with self.stages.stage("verifying"):
                self.talk.ask("settle", release.name)
        except BaseException:
            with suppress(WrongAnswer, OSError, ValueError):
                self.talk.ask("drop", release.name)
            raise
        remember_seen(self.cache, look.seen)
        return sent

    def _look(self, name: str, seen: str = "") -> Look:
        return look_at(self.talk, f"{name}.part", self.shipment.manifest.digest, seen)

    def _send(self, paths: Sequence[str], gone: Sequence[str], name: str) -> int:
        """Send some files, and take those away that are gone."""
        place = self.cache / "upload"
        self.shipment.lay_out(paths, place)
        for file, listed in (("new", paths), ("gone", gone)):
            (place / file).write_text("".join(f"{path}\0" for path in listed), "utf-8")
        sent = send(place, name, self.talk)
        self.talk.ask("prune", name)
        return sent

    def _mend(self, bad: Sequence[str], name: str) -> tuple[int, Look]:
        """Send again what did not arrive, or was damaged before; take away what nobody sent."""
        with self.stages.stage("uploading"):
            named = set(self.shipment.files if list(bad) == ["manifest"] else bad)
            again = [path for path in self.shipment.files if path in named]
            sent = self._send(again, (), name)
            self.talk.ask("sweep", name)
        with self.stages.stage("verifying"):
            look = self._look(name)
        if look.bad:
            raise WrongAnswer(STILL_DAMAGED, path=look.bad[0])
        return sent, look


def look_back(talk: Conversation, before: State, seen: str, tell: Tell) -> None:
    """Tell what somebody did to the release that was public until now; the new one is whole."""
    if before.public and (bad := look_at(talk, before.public, before.digest, seen).bad):
        tell(DAMAGED, count=len(bad), path=bad[0])
        tell(MENDED)


def prepare_next(talk: Conversation, release: Release, cache: Path) -> None:
    """Make ready here and on the host what the next release begins with: only we wait for that."""
    shutil.rmtree(cache / "upload", ignore_errors=True)
    if lines := talk.ask("spare", release.name):
        remember_seen(cache, look_in(lines, release.manifest).seen)


def seen_in(cache: Path) -> str:
    """Return the digest of the record that the last look at a host left there, "" for none."""
    file = cache / "looked"
    return file.read_text("ascii").strip() if file.is_file() else ""


def remember_seen(cache: Path, digest: str) -> None:
    """Remember the digest of the record that a look at a host left there."""
    (cache / "looked").write_text(f"{digest}\n", "ascii")
