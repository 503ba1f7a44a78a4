"""check, build, site, serve: the content as a site."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from tellal.commands.options import common_options, moments_of, settings_of
from tellal.desk.speech import NONE, print_report, print_warning, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tellal.commands.options import Commands
    from tellal.compiler.report import Report
    from tellal.compiler.warm import Warm


def add_to(commands: Commands) -> None:
    """Let the command line understand these commands."""
    for name, run, text, conf in (
        ("check", check, "say what must be corrected in content/", "publishconf.py"),
        ("build", build, "build the site for the web", "publishconf.py"),
        ("site", site, "build the site and show it on this machine", "pelicanconf.py"),
        ("serve", serve, "show the site, and rebuild it on every change", "pelicanconf.py"),
    ):
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=run)
        common_options(command, conf)
        if name in ("site", "serve"):
            command.add_argument("--port", type=int, default=8000)


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
    built(options, warm, files)
    return 0


def built(
    options: argparse.Namespace, warm: Warm | None = None, files: Sequence[Path] | None = None
) -> Report:
    """Build, say what was done, and return it."""
    from tellal.build.workers import Workshop, collect_seldom, cores
    from tellal.compiler.building import build as bring_up_to_date
    from tellal.compiler.crew import Crew
    from tellal.compiler.warm import paths_in_store
    from tellal.desk.progress import watched

    collect_seldom()
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
    return report


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
