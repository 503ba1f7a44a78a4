"""releases, rollback: which releases there are, and the way back to one, wherever they are kept."""

from __future__ import annotations

import time

from tellal.desk.errands import Errand
from tellal.desk.publish_speech import BACK, release_lines
from tellal.desk.speech import sentence
from tellal.domain.findings import WrongAnswer
from tellal.publish.conversation import Conversation
from tellal.publish.records import Listed
from tellal.publish.returning import damage_in, list_releases, roll_back
from tellal.publish.targets import RcloneTarget, ZipTarget

ONE_ONLY = "{place} keeps no releases: it holds the last one only."
BACK_DAMAGED = (
    "But of release {name} {count} files are not as they were published, {path} among them. "
    "Publish, or go back to another release, and find out who writes there."
)


def show_releases(errand: Errand) -> int:
    """Print the releases, the newest first."""
    for line in release_lines(_releases(errand), errand.language):
        print(line, flush=True)
    return 0


def _releases(errand: Errand) -> list[Listed]:
    match errand.target:
        case ZipTarget():
            raise WrongAnswer(ONE_ONLY, place=errand.publishing.to)
        case RcloneTarget(place):
            from tellal.publish.stored import stored_releases

            return stored_releases(place, errand.cache)
        case target:
            with Conversation(target) as talk:
                return list_releases(talk)


def go_back(errand: Errand, wanted: str | None) -> int:
    """Make an earlier release public again, and say how long it took."""
    match errand.target:
        case ZipTarget():
            raise WrongAnswer(ONE_ONLY, place=errand.publishing.to)
        case RcloneTarget(place):
            from tellal.publish.stored import go_back_in

            since = time.perf_counter()
            _say(errand, go_back_in(place, wanted, errand.cache, errand.owner), since)
        case target:
            with Conversation(target) as talk:
                _on_host(errand, talk, wanted)
    return 0


def _on_host(errand: Errand, talk: Conversation, wanted: str | None) -> None:
    since = time.perf_counter()
    talk.lock(errand.owner)
    name = roll_back(talk, wanted, errand.owner)
    _say(errand, name, since)
    if bad := damage_in(talk, name):
        raise WrongAnswer(BACK_DAMAGED, name=name, count=len(bad), path=bad[0])


def _say(errand: Errand, name: str, since: float) -> None:
    seconds = f"{time.perf_counter() - since:.2f}"
    print(sentence(BACK, errand.language, name=name, seconds=seconds), flush=True)
