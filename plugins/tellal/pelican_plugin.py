"""Pelican's door to the compiler: the only module that knows Pelican.

Pelican logs what goes wrong in a plugin and ends well, with no pages. Here it ends badly.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tellal.compiler.warm import Warm


class BrokenPlugin(logging.Handler):
    """Hears Pelican say that a plugin cannot be loaded or registered, and ends the build."""

    def emit(self, record: logging.LogRecord) -> None:
        """End the build for an error about a plugin; all else is none of its business."""
        message = record.getMessage()
        if record.levelno >= logging.ERROR and message.startswith(("Cannot load", "Cannot regis")):
            print(message, file=sys.stderr)
            if record.exc_info:
                traceback.print_exception(*record.exc_info)
            raise SystemExit(1)


def refuse_broken_plugins() -> None:
    """Make any plugin that does not work end the build. Called by the settings, before Pelican."""
    for name in ("pelican", "pelican.plugins._utils"):
        logger = logging.getLogger(name)
        if not any(isinstance(handler, BrokenPlugin) for handler in logger.handlers):
            logger.addHandler(BrokenPlugin())


def register() -> None:
    """Connect to Pelican's signals."""
    from pelican import signals

    signals.get_generators.connect(_generator)


def _generator(_: Any) -> type:
    return Publications


class Publications:
    """Generator: reads when Pelican constructs it, before anything in the output is touched."""

    def __init__(self, settings: dict[str, Any], **_: Any) -> None:
        """Read the content of the settings; say what hinders it, and end. Raises SystemExit.

        Any other exception Pelican would show with its traceback, which is not for the staff.
        """
        from tellal.build.workers import Workshop, cores
        from tellal.compiler.building import Building
        from tellal.compiler.crew import Crew
        from tellal.compiler.moments import Moments
        from tellal.desk.speech import print_warning
        from tellal.settings import settings_from

        ours = settings_from(settings, Path.cwd())
        moments = Moments(ours.as_of, os.environ.get("SOURCE_DATE_EPOCH"), datetime.now(UTC))
        self.workshop = Workshop(cores(), ours.executor)
        crew = Crew(self.workshop, tell=print_warning)
        self.building = Building(ours, moments, crew, _warm())
        with refusing(ours.content):
            self.building.prepare()

    def generate_output(self, _: Any) -> None:
        """Write the site."""
        from tellal.desk.speech import print_report

        with refusing(self.building.settings.content), self.workshop:
            print_report(self.building.write())


@cache
def _warm() -> Warm:
    """Return what this process knows from build to build: `pelican --autoreload` has many."""
    from tellal.compiler.warm import Warm

    return Warm()


@contextmanager
def refusing(content: Path) -> Iterator[None]:
    """Say what hinders a build, and end. Raises SystemExit."""
    from tellal.desk.speech import print_answer, print_findings
    from tellal.domain.findings import Refused, WrongAnswer

    try:
        yield
    except Refused as refusal:
        print_findings(refusal, content)
        raise SystemExit(refusal.exitcode) from None
    except WrongAnswer as wrong:
        print_answer(wrong)
        raise SystemExit(wrong.exitcode) from None
