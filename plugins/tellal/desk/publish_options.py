"""What the command line understands of publishing."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Common = Callable[[argparse.ArgumentParser, str], None]
SETTINGS = "publishconf.py"


def add_publishing(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: Common, run: object
) -> None:
    """Add the commands that bring the site to the public, and back."""
    for name, text in (
        ("publish", "build the site and bring it to the public"),
        ("rollback", "make an earlier release public again"),
        ("releases", "list the releases on the host"),
    ):
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=run, errand=name)
        common(command, SETTINGS)
        _own_options(name, command)


def _own_options(name: str, command: argparse.ArgumentParser) -> None:
    if name == "publish":
        how = command.add_mutually_exclusive_group()
        how.add_argument("--dry-run", action="store_true", help="say what would change, only")
        how.add_argument("--due", action="store_true", help="for cron: only if anything turned")
    elif name == "rollback":
        command.add_argument("release", nargs="?", help="its number; without it the one before")
