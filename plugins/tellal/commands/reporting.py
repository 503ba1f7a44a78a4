"""report, verify-report, today: what the office tells of its work, and what is to be done."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.commands.options import common_options, moments_of, settings_of
from tellal.desk.speech import root_of, sentence

if TYPE_CHECKING:
    from tellal.commands.options import Commands


def add_to(commands: Commands) -> None:
    """Let the command line understand these commands."""
    for add in (_report_command, _verify_command, _today_command):
        add(commands)


def _report_command(commands: Commands) -> None:
    command = commands.add_parser("report", help="write the office's report of a period")
    command.set_defaults(run=report)
    command.add_argument("first", metavar="FROM", help="first day, like 2019-01-01")
    command.add_argument("last", metavar="TO", help="last day, like 2019-09-30")
    command.add_argument("--ways", type=Path, default=Path("ways"), help="records of releases")
    common_options(command, "publishconf.py")


def _verify_command(commands: Commands) -> None:
    command = commands.add_parser("verify-report", help="count a report again and compare")
    command.set_defaults(run=verify)
    command.add_argument("file", type=Path, metavar="FILE", help="report.sq.html, report.json ...")
    common_options(command, "publishconf.py")


def _today_command(commands: Commands) -> None:
    command = commands.add_parser("today", help="say what is to be done")
    command.set_defaults(run=today)
    common_options(command, "publishconf.py")


def report(options: argparse.Namespace) -> int:
    """Write the office's report of a period: pages, PDFs and data."""
    from tellal.compiler.memory import compile_site
    from tellal.desk.report import REPORTS, WRITTEN, period_of, work_report, write_report
    from tellal.desk.ways import passed_in

    settings = settings_of(options)
    period = period_of(options.first, options.last)
    compiled = compile_site(settings.content, moments_of(options, settings))
    passed = passed_in(options.ways, period, compiled.as_of)
    made = work_report(compiled, period, settings, passed)
    folder = write_report(made, options.output or Path(REPORTS))
    figures = len(made.figures)
    print(sentence(WRITTEN, options.language, folder=folder, count=figures))
    return 0


def verify(options: argparse.Namespace) -> int:
    """Count a report again as of its own moment; return 1 where it says anything else."""
    from dataclasses import replace

    from tellal.compiler.memory import compile_site
    from tellal.desk.report import work_report
    from tellal.desk.told import read_told
    from tellal.desk.verify import AGREES, HOLDS, change_lines, difference_lines

    settings, told = settings_of(options), read_told(options.file)
    moments = replace(moments_of(options, settings), given=told.as_of.isoformat())
    made = work_report(compile_site(settings.content, moments), told.period, settings)
    found = [*difference_lines(told, made, options.language)]
    changed = [*change_lines(told, made, options.language)]
    if not found:
        verdict = AGREES if changed else HOLDS
        print(sentence(verdict, options.language, count=len(made.figures)))
    for line in (*found, *changed):
        print(line)
    return 1 if found else 0


def today(options: argparse.Namespace) -> int:
    """Say what is to be done, and write nothing."""
    from tellal.compiler.memory import compile_site
    from tellal.desk.today import task_lines, tasks_of

    settings = settings_of(options)
    groups = tasks_of(compile_site(settings.content, moments_of(options, settings)))
    for line in task_lines(groups, root_of(settings.content), options.language):
        print(line)
    return 0
