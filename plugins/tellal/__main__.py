"""python -m tellal: what the tasks call, and all that staff need on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.desk.speech import (
    DEFAULT,
    NONE,
    print_answer,
    print_findings,
    print_report,
    print_warning,
    root_of,
    sentence,
)
from tellal.domain.findings import Refused, WrongAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tellal.compiler.moments import Moments
    from tellal.compiler.warm import Warm
    from tellal.settings import Settings

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

NO_SETTINGS = (
    "There is no file {file}. Work in the folder of the project, or name the file with --settings."
)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0, or 1 where the content was refused or a word is wrong."""
    options = parser().parse_args(arguments)
    try:
        run: int = options.run(options)
    except Refused as refusal:
        print_findings(refusal, settings_of(options).content, options.language)
        return refusal.exitcode
    except WrongAnswer as wrong:
        print_answer(wrong, options.language)
        return wrong.exitcode
    except (EOFError, KeyboardInterrupt):
        print(file=sys.stderr)  # whoever was asked has left; the next line begins at its head
        return 130
    return run


def parser() -> argparse.ArgumentParser:
    """Return what the command line understands."""
    top = argparse.ArgumentParser(prog="tellal", description="The publishing house.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name, run, text, conf in (
        ("check", check, "say what must be corrected in content/", "publishconf.py"),
        ("build", build, "build the site for the web", "publishconf.py"),
        ("site", site, "build the site and show it on this machine", "pelicanconf.py"),
        ("serve", serve, "show the site, and rebuild it on every change", "pelicanconf.py"),
    ):
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=run)
        _common_options(command, conf)
        if name in ("site", "serve"):
            command.add_argument("--port", type=int, default=8000)
    for add in (_report_command, _verify_command, _today_command):
        add(commands)
    new_command = commands.add_parser("new", help="begin a publication")
    new_command.set_defaults(run=new)
    _common_options(new_command, "pelicanconf.py")
    for option, text in (
        ("--kind", "release, notice, decision ..."),
        ("--title", "title in the office's first language"),
        ("--date", "day of issue, 2019-09-12"),
        ("--languages", "sq,sr,tr"),
    ):
        new_command.add_argument(option, help=text)
    return top


def _report_command(commands: Commands) -> None:
    command = commands.add_parser("report", help="write the office's report of a period")
    command.set_defaults(run=report)
    command.add_argument("first", metavar="FROM", help="first day, like 2019-01-01")
    command.add_argument("last", metavar="TO", help="last day, like 2019-09-30")
    _common_options(command, "publishconf.py")


def _verify_command(commands: Commands) -> None:
    command = commands.add_parser("verify-report", help="count a report again and compare")
    command.set_defaults(run=verify)
    command.add_argument("file", type=Path, metavar="FILE", help="report.sq.html, report.json ...")
    _common_options(command, "publishconf.py")


def _today_command(commands: Commands) -> None:
    command = commands.add_parser("today", help="say what is to be done")
    command.set_defaults(run=today)
    _common_options(command, "publishconf.py")


def _common_options(command: argparse.ArgumentParser, conf: str) -> None:
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


def check(options: argparse.Namespace) -> int:
    """Say what must be corrected, and write nothing."""
    from tellal.compiler.memory import compile_site

    settings = settings_of(options)
    site = compile_site(settings.content, moments_of(options, settings))
    count = len(site.publications) + site.waiting
    print(sentence(NONE, options.language, count=count))
    return 0


def build(
    options: argparse.Namespace, warm: Warm | None = None, files: Sequence[Path] | None = None
) -> int:
    """Build for the web; a process that is warm may know which files changed."""
    from tellal.build.workers import Workshop, cores
    from tellal.compiler.building import build as bring_up_to_date
    from tellal.compiler.crew import Crew
    from tellal.compiler.warm import paths_in_store
    from tellal.desk.progress import watched

    settings = settings_of(options)
    moments = moments_of(options, settings)
    tell = partial(print_warning, language=options.language)
    workers = Workshop(options.jobs or cores(), settings.executor)
    with watched(options.language) as watching, workers as workshop:
        crew = Crew(workshop, watching, tell, options.cold, options.explain)
        if warm:
            warm.look_at(paths_in_store(settings, files) if files else None)
        report = bring_up_to_date(settings, moments, crew, warm)
    print_report(report, options.language, stages=options.profile)
    return 0


def report(options: argparse.Namespace) -> int:
    """Write the office's report of a period: pages, PDFs and data."""
    from tellal.compiler.memory import compile_site
    from tellal.desk.report import REPORTS, WRITTEN, period_of, work_report, write_report

    settings = settings_of(options)
    period = period_of(options.first, options.last)
    compiled = compile_site(settings.content, moments_of(options, settings))
    made = work_report(compiled, period, settings)
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


def site(options: argparse.Namespace) -> int:
    """Build, then show the site on this machine until interrupted."""
    from tellal.desk.serve import serve as show

    build(options)
    return show(settings_of(options).output, options.port, options.language)


def serve(options: argparse.Namespace) -> int:
    """Show the site, rebuild it on every change and reload the browser."""
    from tellal.compiler.warm import Warm
    from tellal.desk.serve import serve_and_watch

    settings, warm = settings_of(options), Warm()
    again = partial(build, options, warm)
    return serve_and_watch(settings, again, options.port, options.language)


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


if __name__ == "__main__":
    sys.exit(main())
