"""What the command line understands of publishing."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Common = Callable[[argparse.ArgumentParser, str], None]
SETTINGS = "publishconf.py"
LOG = Path("log")


def add_publishing(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: Common, run: object
) -> None:
    """Add the commands that bring the site to the public, and back."""
    for name, text in (
        ("publish", "build the site and bring it to the public"),
        ("rollback", "make an earlier release public again"),
        ("releases", "list the releases on the host"),
        ("outbox", "list what was posted elsewhere, and what waits"),
        ("bundle", "write the site into a zip that opens from a stick"),
        ("server-files", "write the configuration of a web server or a timer"),
    ):
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=run, errand=name, log=LOG)
        common(command, SETTINGS)
        _own_options(name, command)


def _own_options(name: str, command: argparse.ArgumentParser) -> None:
    if name == "publish":
        how = command.add_mutually_exclusive_group()
        how.add_argument("--dry-run", action="store_true", help="say what would change, only")
        command.add_argument("--log", type=Path, default=LOG, help="the folder of the public log")
        lost = "why it may be published although the commit published last is lost"
        command.add_argument("--without-history", default="", metavar="REASON", help=lost)
        how.add_argument("--due", action="store_true", help="for cron: only if anything turned")
    elif name == "rollback":
        command.add_argument("release", nargs="?", help="its number; without it the one before")
    elif name == "outbox":
        command.add_argument("--posted", metavar="NAME", help="somebody has posted it by hand")
        command.add_argument("--send", action="store_true", help="post what waits, now")
    elif name == "bundle":
        command.add_argument("file", nargs="?", type=Path, help="the zip; else named by the site")
        command.add_argument("--log", type=Path, default=LOG, help="the folder of the public log")
    elif name == "server-files":
        command.add_argument("server", choices=["nginx", "apache", "systemd"])
        command.add_argument("--into", type=Path, default=Path(), help="the folder to write into")
        command.add_argument("--root", help="the folder on the host; else that of PUBLISH_TO")
        command.add_argument("--host", help="the name of the site; else that of SITEURL")
        command.add_argument("--listen", default="", help="without TLS, like 127.0.0.1:8080")
        command.add_argument("--no-brotli", action="store_true", help="nginx has no such module")
