"""What whoever publishes carries along: settings, a target, and what of the world must be known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.desk.speech import print_warning, sentence
from tellal.publish.targets import Publishing, Target, target_of

if TYPE_CHECKING:
    from tellal.compiler.report import Report
    from tellal.domain.findings import Finding
    from tellal.settings import Settings


@dataclass(frozen=True, slots=True)
class World:
    """What of the world publishing must know: who works, keys for SSH and for the log, the clock.

    `unsaid` returns what changed without a word from one commit to another.
    """

    owner: str
    key: str | None
    log_key: str | None
    now: Callable[[], float]
    unsaid: Callable[[str, str], list[Finding]]


@dataclass(frozen=True)
class Errand:
    """What is to be published, where to, by whom; `build` builds.

    `log` is the folder in which the office keeps its public log. `without_history` is the reason
    for which it may be published although the commit published last is lost.
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
