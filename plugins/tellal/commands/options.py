"""What every command may be told: folders, settings, the moment, the language."""

from __future__ import annotations

import argparse
import os
import time
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from platform import node
from typing import TYPE_CHECKING

from tellal.desk.speech import DEFAULT
from tellal.domain.findings import WrongAnswer

if TYPE_CHECKING:
    from tellal.compiler.moments import Moments
    from tellal.settings import Settings

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

NO_SETTINGS = (
    "There is no file {file}. Work in the folder of the project, or name the file with --settings."
)


def common_options(command: argparse.ArgumentParser, conf: str) -> None:
    """Let a command be told where to work, and how; `conf` is its settings' file."""
    command.add_argument("--content", type=Path, help="another content folder")
    command.add_argument("--output", type=Path, help="another output folder")
    command.add_argument("--settings", type=Path, default=Path(conf))
    command.add_argument("--as-of", help="the moment of the build, like 2019-09-30T16:00")
    command.add_argument("--language", default=DEFAULT, choices=["sq", "en"])
    command.add_argument("--cold", action="store_true", help="build everything anew")
    command.add_argument("--jobs", type=int, default=0, help="how many processes may work")
    command.add_argument("--explain", metavar="PATH", help="say why a page was made or not")
    command.add_argument("--profile", action="store_true", help="say how long each stage took")


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings of the file, with what the command line says instead."""
    from dataclasses import replace

    from tellal.settings import read_settings

    if not options.settings.is_file():
        raise WrongAnswer(NO_SETTINGS, file=options.settings)
    settings = read_settings(options.settings)
    if options.content:
        settings = replace(settings, content=options.content.resolve())
    if options.output:
        settings = replace(settings, output=options.output.resolve())
    return settings


def moments_of(options: argparse.Namespace, settings: Settings) -> Moments:
    """Return what may say the moment: here the clock is read, and nowhere else."""
    from tellal.compiler.moments import Moments

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return Moments(options.as_of or settings.as_of, epoch, datetime.now(UTC))


def clock() -> float:
    """Return the present moment, in seconds since 1970."""
    return time.time()


def named(variable: str) -> str | None:
    """Return what the environment names, like the file of a key."""
    return os.environ.get(variable)


def owner() -> str:
    """Return who works, and on which machine."""
    return f"{getuser()}@{node()}"
