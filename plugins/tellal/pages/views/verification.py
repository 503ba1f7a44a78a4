"""What the page of verification may show."""

from __future__ import annotations

from dataclasses import dataclass

from tellal.pages.views.shell import Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationView:
    """How to check the site. `log` is the address of the public log.

    `exceptions` are those from the rules for personal data: each rule with their number.
    """

    shell: Shell
    log: str
    exceptions: tuple[tuple[str, int], ...]
