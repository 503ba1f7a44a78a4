"""What the page of verification may show."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationView:
    """How to check the site: the program, what to type, what the public log is made of.

    `exceptions` are those from the rules for personal data: each rule with their number.
    """

    shell: Shell
    checker: str
    command: str
    files: tuple[tuple[str, Link], ...]
    exceptions: tuple[tuple[str, int], ...]
