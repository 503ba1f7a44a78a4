"""What the accessibility statement shows: what was tested, and what was found."""

from __future__ import annotations

from datetime import date

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.shell import Shell


@dataclass(frozen=True, slots=True)
class Check:
    """How many pages and states of pages one test looked at, and what it found in them.

    `findings` are the names that the tool gives to the rules that are broken, in English.
    """

    looked: int
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """What was tested with."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What was tested on a day. Each check is a row of the statement."""

    on: date
    tools: tuple[Tool, ...]
    axe: Check
    html: Check
    keyboard: Check
    enlarged: Check
    plain: Check
    paper: Check

    @property
    def found(self) -> int:
        """Return how many rules are broken, in all tests."""
        checks = (self.axe, self.html, self.keyboard, self.enlarged, self.plain, self.paper)
        return sum(len(check.findings) for check in checks)


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """The accessibility statement in one language."""

    shell: Shell
    tested: Tested
