"""Pelican's door to the compiler: the only module that knows Pelican.

Pelican logs what goes wrong in a plugin and ends well, with no pages. Here it ends badly.
"""

from __future__ import annotations

import logging
import os
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


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
    """Generator: compiles when Pelican constructs it, before anything in the output is touched."""

    def __init__(self, settings: dict[str, Any], **_: Any) -> None:
        """Compile the content of the settings; say what hinders it, and end. Raises SystemExit.

        Any other exception Pelican would show with its traceback, which is not for the staff.
        """
        from tellal.compiler import Moments, compile_site
        from tellal.desk.speech import print_answer, print_findings
        from tellal.domain.findings import Refused, WrongAnswer
        from tellal.settings import settings_from

        self.settings = settings_from(settings, Path.cwd())
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moments = Moments(self.settings.as_of, epoch, datetime.now(UTC))
        started = time.perf_counter()
        try:
            self.site = compile_site(self.settings.content, moments)
        except Refused as refusal:
            print_findings(refusal, self.settings.content)
            raise SystemExit(refusal.exitcode) from None
        except WrongAnswer as wrong:
            print_answer(wrong)
            raise SystemExit(wrong.exitcode) from None
        self.seconds = {"reading": time.perf_counter() - started}

    def generate_output(self, _: Any) -> None:
        """Write the site."""
        from tellal.compiler import write_site
        from tellal.desk.speech import print_report

        print_report(write_site(self.site, self.settings, self.seconds))
