"""Why something may not be published: findings, and the refusal that carries them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tellal.domain.swift_dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One reason not to publish.

    `path` is relative to the content folder, with "/"; `line` starts at 1, and 0 is the file as a
    whole. `message` is an English sentence with {placeholders}, the key of its translations;
    `arguments` fill them. `rule` is stable for ever.
    """

    path: str
    line: int
    rule: str
    message: str
    arguments: tuple[tuple[str, str], ...] = ()


def finding(path: str, line: int, rule: str, message: str, /, **arguments: object) -> Finding:
    """Return a finding; its arguments become text, in the order of their names."""
    texts = sorted((name, str(value)) for name, value in arguments.items())
    return Finding(path, line, rule, message, tuple(texts))


class WrongAnswer(ValueError):
    """An answer or option that cannot be used. Carries a sentence and what fills it."""

    exitcode = 1

    def __init__(self, message: str, **arguments: object) -> None:
        """Keep the sentence."""
        super().__init__(message)
        self.message, self.arguments = message, arguments


@contextmanager
def saying_why(message: str) -> Iterator[None]:
    """Say in a sentence what the system does not let us do. Raises WrongAnswer.

    The sentence names the {reason}, and the file where there is one.
    """
    try:
        yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise WrongAnswer(message, reason=f"{error.strerror or error}{where}") from error


class Refused(Exception):
    """The content may not be published. Carries every finding, sorted by place."""

    exitcode = 1

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the findings, each once, in the order of their places."""
        self.findings = tuple(sorted(set(findings)))
        super().__init__(f"{len(self.findings)} findings")
