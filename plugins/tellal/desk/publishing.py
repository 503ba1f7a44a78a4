"""The site -> the public, for the staff: what is refused, and what is done."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tellal.build.store import Store
from tellal.compiler.packing import store_of
from tellal.compiler.turns import next_turn
from tellal.desk.errands import Errand, alone
from tellal.desk.following import follow
from tellal.desk.public_log import with_log
from tellal.domain.findings import Refused, WrongAnswer, saying_why
from tellal.publish.commits import Commit, commit_of, is_here, still
from tellal.publish.delivery import Cargo, Delivered, NotNeeded, deliver
from tellal.publish.lately import Lately, lately, line_to
from tellal.publish.manifest import Differences, Manifest, differences
from tellal.publish.moved import MOVED, map_of
from tellal.publish.shipment import Shipment, shipment_of
from tellal.publish.stages import Stages
from tellal.publish.targets import FolderTarget, SshTarget
from tellal.publish.witnesses import with_witnesses

if TYPE_CHECKING:
    from tellal.compiler.report import Report
    from tellal.settings import Settings

MOVED_PAGE = "pages/moved.html"
IS_HERE = "Commit {commit}, which was published last, is here. Publish without --without-history."
UNCOMPARED = (
    "Commit {commit}, which was published last, is not here, so nobody can tell what changed "
    "without a word. The release will say so, and why: {reason}"
)
FAILED = "This machine could not do it: {reason}. What is public is whole."


def publish(errand: Errand, by_itself: bool = False) -> Delivered | NotNeeded:
    """Bring the committed site to the public, or say why there is no need.

    Raises Refused for findings, WrongAnswer for all else that stands against it.
    """
    target, stages = errand.target, Stages()
    folder, branch = errand.settings.content, errand.publishing.branch
    with alone(errand.cache), saying_why(FAILED):
        commit = commit_of(folder, branch)
        with line_to(target, stages, errand.owner) as talk:
            there = lately(target, talk, errand.cache)
            with stages.stage("build"):
                refuse_unsaid(errand, there, commit)
                report = errand.build()
            still(commit, folder, branch)
            with stages.stage("reading"):
                built = built_of(errand.settings)
                shipment = _shipment(errand, there, built)
            cargo = _cargo(errand, shipment, there.manifest, commit, report, by_itself)
            done = deliver(target, talk, cargo, stages, errand.tell, errand.now)
            follow(errand, shipment, done)
        _seen(errand).write_text(_state(errand, built), "utf-8")
        return done


def refuse_unsaid(errand: Errand, there: Lately, commit: Commit) -> None:
    """Raise Refused where something public changes, moves or vanishes without a word."""
    if there.commit in (None, commit.name):
        return
    if errand.without_history:
        if is_here(errand.settings.content, there.commit):
            raise WrongAnswer(IS_HERE, commit=there.commit)
        errand.tell(UNCOMPARED, commit=there.commit, reason=errand.without_history)
        return
    if found := errand.world.unsaid(there.commit, commit.name):
        raise Refused(found)


def _cargo(
    errand: Errand,
    shipment: Shipment,
    before: Manifest,
    commit: Commit,
    report: Report,
    by_itself: bool,
) -> Cargo:
    return Cargo(
        shipment=shipment,
        before=before,
        commit=commit,
        as_of=report.as_of.isoformat(),
        owner=errand.owner,
        keep=errand.publishing.keep,
        cache=errand.cache,
        by_itself=by_itself,
        uncompared=errand.without_history,
    )


def publish_what_is_due(errand: Errand) -> Delivered | NotNeeded | None:
    """Publish if anything turned since this machine looked last; None where nothing did."""
    report = errand.build()
    seen = _seen(errand)
    if report.rendered == report.deleted == 0 and seen.is_file():
        known = seen.read_text("utf-8")
        if known == _state(errand, built_of(errand.settings)):
            return None
    return publish(errand, by_itself=True)


def what_would_change(errand: Errand) -> tuple[Differences, Shipment, Lately]:
    """Return what publishing would change, after a build, and what is public now.

    The log is left as it is: it tells of what was published, and that is not yet.
    """
    target = errand.target
    with alone(errand.cache), saying_why(FAILED), line_to(target, Stages()) as talk:
        there = lately(target, talk, errand.cache)
        errand.build()
        shipment = _shipment(errand, there, built_of(errand.settings), add=False)
        return differences(there.manifest, shipment.manifest), shipment, there


def next_moment(errand: Errand) -> datetime | None:
    """Return the next moment at which something on the site turns, None where none is known."""
    with closing(Store(store_of(errand.settings.cache, errand.settings.output))) as store:
        return next_turn(store)


def built_of(settings: Settings) -> Mapping[str, bytes]:
    """Return the digest of each file of the output, as the last build remembers it."""
    with closing(Store(store_of(settings.cache, settings.output))) as store:
        return store.written()


def _shipment(
    errand: Errand, there: Lately, built: Mapping[str, bytes], add: bool = True
) -> Shipment:
    """Return all that shall be public; `add`: with what is new in the log."""
    cache = errand.cache
    small = isinstance(errand.target, SshTarget | FolderTarget)
    shipment = shipment_of(errand.settings.output, built, cache, small)
    if small:
        shipment = shipment.with_files({MOVED: _moved(errand)})
    return with_witnesses(with_log(errand, shipment, there, add), cache, small)


def _moved(errand: Errand) -> Path:
    """Return the list of former addresses, for web servers."""
    settings = errand.settings
    with closing(Store(store_of(settings.cache, settings.output))) as store:
        pages = store.paths_made_by(MOVED_PAGE)
    listed = errand.cache / MOVED
    listed.write_text(map_of(settings.output, pages, urlsplit(settings.url).path), "utf-8")
    return listed


def _seen(errand: Errand) -> Path:
    return errand.cache / "seen"


def _state(errand: Errand, built: Mapping[str, bytes]) -> str:
    """Return what stands for a site and the place to which it was published."""
    digest = sha256(repr(sorted(built.items())).encode()).hexdigest()
    return f"{errand.publishing.to} {digest}\n"
