"""new: begin a publication."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tellal.commands.options import common_options, settings_of

if TYPE_CHECKING:
    from tellal.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Let the command line understand this command."""
    command = commands.add_parser("new", help="begin a publication")
    command.set_defaults(run=new)
    common_options(command, "pelicanconf.py")
    for option, text in (
        ("--kind", "release, notice, decision ..."),
        ("--title", "title in the office's first language"),
        ("--date", "day of issue, 2019-09-12"),
        ("--languages", "sq,sr,tr"),
    ):
        command.add_argument(option, help=text)


def new(options: argparse.Namespace) -> int:
    """Begin a publication: a folder with a form to fill in."""
    from tellal.desk.new import new_publication

    return new_publication(
        settings_of(options).content,
        kind=options.kind,
        title=options.title,
        on=options.date,
        languages=options.languages,
        language=options.language,
    )
