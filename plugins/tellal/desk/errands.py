"""What whoever publishes carries along: settings, a target, and what of the world must be known."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.desk.speech import print_warning, sentence
from tellal.domain.findings import WrongAnswer
from tellal.publish.targets import Publishing, Target, target_of

if TYPE_CHECKING:
    from tellal.compiler.report import Report
    from tellal.domain.findings import Finding
    from tellal.settings import Settings


HERE_TOO = "On this machine somebody is publishing already. Wait until that has ended."


@dataclass(frozen=True, slots=True)
class World:
    """What of the world publishing must know: who works, keys for SSH and for the log, the clock.

    `token` lets us post on the office's page elsewhere. `unsaid` returns what changed without a
    word from one commit to another.
    """

    owner: str
    key: str | None
    log_key: str | None
    token: str | None = field(repr=False)
    now: Callable[[], float]
    unsaid: Callable[[str, str], list[Finding]]


@dataclass(frozen=True)
class Errand:
    """What is to be published, where to, by whom; `build` builds.

    `log` is the folder in which the office keeps its public log; what it keeps besides lies there.
    `without_history` is the reason for which it may be published although the commit published
    last is lost.
    """

    settings: Settings
    publishing: Publishing
    world: World
    language: str
    log: Path
    build: Callable[[], Report]
    without_history: str = ""

    @property
    def owner(self) -> str:
        """Return who publishes."""
        return self.world.owner

    @property
    def log_key(self) -> str | None:
        """Return the file of the key that signs the log."""
        return self.world.log_key

    @property
    def outbox(self) -> Path:
        """Return the folder in which the office keeps its posts."""
        return self.log.with_name("outbox")

    @property
    def ways(self) -> Path:
        """Return the folder in which the office keeps how long its releases took."""
        return self.log.with_name("ways")

    def now(self) -> float:
        """Return the moment, in seconds since 1970."""
        return self.world.now()

    @property
    def cache(self) -> Path:
        """Return the folder for what can be made again."""
        return self.settings.cache / "publish"

    @property
    def target(self) -> Target:
        """Return where to publish. Raises WrongAnswer."""
        return target_of(self.publishing, self.world.key)

    def say(self, message: str, **arguments: object) -> str:
        """Return a sentence in the language of whoever publishes."""
        return sentence(message, self.language, **arguments)

    def tell(self, message: str, **arguments: object) -> None:
        """Say something at once."""
        print_warning(message, self.language, **arguments)


@contextmanager
def alone(cache: Path) -> Iterator[None]:
    """Keep others on this machine away. Raises WrongAnswer where one is at work."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("a", encoding="utf-8") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WrongAnswer(HERE_TOO) from None
        yield
