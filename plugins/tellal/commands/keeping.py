"""log, log-key, history: the public is not told one thing today and another tomorrow."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.commands.options import clock, common_options, moments_of, named, settings_of
from tellal.desk.speech import sentence
from tellal.domain.findings import Refused

if TYPE_CHECKING:
    from tellal.commands.options import Commands
    from tellal.desk.chronicle import Chronicle
    from tellal.domain.findings import Finding
    from tellal.settings import Settings

KEPT = "Nothing that was published is changed, gone or moved without a word."


def add_to(commands: Commands) -> None:
    """Let the command line understand these commands."""
    for name, run, text in (
        ("log", log, "add to the public log what the last build has made public"),
        ("log-key", log_key, "begin the public log, or hand it over to another key"),
        ("history", history, "say what was published and is changed without a word"),
    ):
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=run)
        common_options(command, "publishconf.py")
        if name == "history":
            command.add_argument("published", help="the commit that was published last")
            command.add_argument("commit", nargs="?", default="HEAD", help="the commit to publish")
        else:
            command.add_argument("--log", type=Path, default=Path("log"), help="its folder")
        if name == "log-key":
            command.add_argument("--new", help="the file of the new key")
            command.add_argument("--lost", metavar="REASON", help="why the old key cannot sign")


def log(options: argparse.Namespace) -> int:
    """Add to the public log what the last build has made public."""
    return _chronicle(options).tell()


def log_key(options: argparse.Namespace) -> int:
    """Begin the public log, or hand it over to another key."""
    return _chronicle(options).change_key(options.new, options.lost)


def _chronicle(options: argparse.Namespace) -> Chronicle:
    from tellal.desk.chronicle import Chronicle

    settings, key = settings_of(options), named("TELLAL_LOG_KEY")
    now = datetime.fromtimestamp(clock(), UTC)
    return Chronicle(settings, options.log, key, now, options.language)


def history(options: argparse.Namespace) -> int:
    """Say what was published and is changed, gone or moved without a word."""
    if findings := unsaid(options, settings_of(options), options.published, options.commit):
        raise Refused(findings)
    print(sentence(KEPT, options.language))
    return 0


def unsaid(
    options: argparse.Namespace, settings: Settings, published: str, commit: str
) -> list[Finding]:
    """Return what was public in one commit and is in another changed, gone or moved."""
    from tellal.publish.history import History
    from tellal.reading.office import read_office

    office, findings = read_office(settings.content)
    if office:
        as_of = moments_of(options, settings).as_of(office.card)
        findings += History(settings.content).findings(published, commit, office, as_of)
    return findings
