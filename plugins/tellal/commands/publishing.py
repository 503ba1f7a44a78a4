"""publish, rollback, releases, server-files: the site on its way to the public, and back."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from tellal.commands.building import built
from tellal.commands.keeping import unsaid
from tellal.commands.options import clock, common_options, named, owner, settings_of
from tellal.desk.publish_options import add_publishing

if TYPE_CHECKING:
    from tellal.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Let the command line understand these commands."""
    add_publishing(commands, common_options, publishing)


def publishing(options: argparse.Namespace) -> int:
    """Publish, go back, list releases, or write files for a server."""
    from tellal.desk.errands import World
    from tellal.desk.publish_commands import run

    settings = settings_of(options)
    keys = named("TELLAL_SSH_KEY"), named("TELLAL_LOG_KEY"), named("TELLAL_FACEBOOK_TOKEN")
    world = World(owner(), *keys, clock, partial(unsaid, options, settings))
    return run(options, settings, world, partial(built, options))
