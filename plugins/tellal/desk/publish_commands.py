"""publish, rollback, releases: the commands by which staff reach the public."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tellal.desk.errands import Errand, World
from tellal.desk.going_back import go_back, show_releases
from tellal.desk.publish_speech import (
    NOT_TURNED,
    change_lines,
    delivered_lines,
    next_line,
)
from tellal.desk.publishing import (
    next_moment,
    publish,
    publish_what_is_due,
    refuse_unsaid,
    what_would_change,
)
from tellal.desk.speech import print_findings, sentence
from tellal.domain.findings import Refused, WrongAnswer
from tellal.publish.commits import commit_of
from tellal.publish.conversation import Conversation
from tellal.publish.delivery import Delivered, NotNeeded
from tellal.publish.releases import state_of
from tellal.publish.targets import FolderTarget, SshTarget, publishing_from
from tellal.publish.titles import title_from
from tellal.settings import read_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tellal.compiler.report import Report
    from tellal.settings import Settings

NOT_LOGGED = "No key is named (TELLAL_LOG_KEY), so nothing was added to the public log."
REFUSED_NOW = "It would be refused now:"


def run(
    options: argparse.Namespace, settings: Settings, world: World, build: Callable[[], Report]
) -> int:
    """Run one of the commands."""
    publishing = publishing_from(read_values(options.settings), options.settings)
    errand = Errand(settings, publishing, world, options.language, options.log, build)
    if options.errand == "publish":
        if options.dry_run:
            return _say_what_would_change(errand)
        errand = replace(errand, without_history=options.without_history)
        return _publish_due(errand) if options.due else _publish(errand)
    if options.errand == "server-files":
        from tellal.desk.server_files import write_server_files

        return write_server_files(options, settings, publishing)
    if options.errand == "outbox":
        from tellal.desk.outbox import run as run_outbox

        return run_outbox(options, errand)
    if options.errand == "bundle":
        from tellal.desk.bundle import bundle

        return bundle(errand, options.file)
    if options.errand == "releases":
        return show_releases(errand)
    return go_back(errand, options.release)


def print_lines(lines: Iterable[str]) -> None:
    """Print some lines."""
    for line in lines:
        print(line, flush=True)


def _publish(errand: Errand) -> int:
    done = publish(errand)
    _say(done, errand)
    return int(isinstance(done, NotNeeded))


def _say(done: Delivered | NotNeeded, errand: Errand) -> None:
    print_lines(delivered_lines(done, errand.language))
    if isinstance(done, Delivered) and not errand.log_key:
        print(sentence(NOT_LOGGED, errand.language))


def _publish_due(errand: Errand) -> int:
    done = publish_what_is_due(errand)
    if done is None:
        print(sentence(NOT_TURNED, errand.language))
    else:
        _say(done, errand)
    print(next_line(next_moment(errand), errand.language))
    return 0


def _say_what_would_change(errand: Errand) -> int:
    changes, shipment, there = what_would_change(errand)
    gone = {}
    pages = [path for path in changes.deleted if path.endswith(".html")]
    if pages and isinstance(errand.target, SshTarget | FolderTarget):
        with Conversation(errand.target) as talk:
            public = state_of(talk).public
            gone = {path: _title(talk, public, path) for path in pages}
    print_lines(change_lines(changes, shipment, gone, errand.language))
    try:
        commit = commit_of(errand.settings.content, errand.publishing.branch)
        refuse_unsaid(errand, there, commit)
    except Refused as refused:
        print(sentence(REFUSED_NOW, errand.language))
        print_findings(refused, errand.settings.content, errand.language)
    except WrongAnswer as wrong:
        print(sentence(REFUSED_NOW, errand.language), end=" ")
        print(sentence(wrong.message, errand.language, **wrong.arguments))
    return 0


def _title(talk: Conversation, release: str | None, path: str) -> str:
    return title_from(" ".join(talk.ask("title", release, path)))
