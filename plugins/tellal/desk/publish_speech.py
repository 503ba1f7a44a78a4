"""What publishing did, and what lies on the host, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from tellal.desk.speech import sentence
from tellal.publish.delivery import Delivered, NotNeeded
from tellal.publish.manifest import Differences
from tellal.publish.records import STAGES, Listed, Release, Way, pages_in
from tellal.publish.shipment import Shipment
from tellal.publish.titles import address_of, title_in

DONE = (
    "Release {name} is public: {new} pages new, {changed} changed, {deleted} deleted; "
    "{sent} bytes sent."
)
WAY = "From commit to public {total} s: {stages}."
LINE = "{name} {mark} {day} {commit} {author}: {new} new, {changed} changed, {deleted} deleted."
LINE_WAY = "    {total} s from commit to public: {stages}"
LINE_UNCOMPARED = "    Not compared with what was published before: {reason}"
NEVER = "{name} {mark} (never public)"
NO_RELEASES = "There is no release yet."
BACK = "Release {name} is public again ({seconds} s)."
WOULD = {"new": "New: {page}", "changed": "Changed: {page}", "deleted": "Deleted: {page}"}
OTHERS = "Other files: {new} new, {changed} changed, {deleted} deleted."
NO_CHANGE = "Nothing would change."
NOT_TURNED = "Nothing turned since it was published last."
NEXT = "The next moment is {moment}."
NO_NEXT = "No next moment is known."


def delivered_lines(done: Delivered | NotNeeded, language: str) -> Iterator[str]:
    """Yield what publishing did."""
    if isinstance(done, NotNeeded):
        yield sentence(done.message, language, **dict(done.words))
        return
    release, way = done.release, done.way
    yield sentence(
        DONE,
        language,
        name=release.name,
        new=release.new,
        changed=release.changed,
        deleted=release.deleted,
        sent=way.sent,
    )
    yield sentence(WAY, language, total=f"{way.in_all:.1f}", stages=_stages(way, language))


def release_lines(found: list[Listed], language: str) -> Iterator[str]:
    """Yield the releases on a host, the newest first; the public one is marked."""
    if not found:
        yield sentence(NO_RELEASES, language)
    for one in found:
        mark = "*" if one.is_public else " "
        if not one.release or not (one.is_public or one.was_shown or one.way):
            yield sentence(NEVER, language, name=one.name, mark=mark)
            continue
        yield _release_line(one, one.release, mark, language)
        if reason := one.release.uncompared:
            yield sentence(LINE_UNCOMPARED, language, reason=reason)
        if one.way:
            total, stages = f"{one.way.in_all:.1f}", _stages(one.way, language)
            yield sentence(LINE_WAY, language, total=total, stages=stages)


def _release_line(one: Listed, release: Release, mark: str, language: str) -> str:
    # Whoever was killed right after the step has left no record of the way.
    moment = one.way.public if one.way else release.committed
    day = datetime.fromtimestamp(moment, UTC).astimezone()
    return sentence(
        LINE,
        language,
        name=one.name,
        mark=mark,
        day=f"{day:%Y-%m-%d %H:%M}",
        commit=release.commit[:8],
        author=release.author,
        new=release.new,
        changed=release.changed,
        deleted=release.deleted,
    )


def change_lines(
    changes: Differences, shipment: Shipment, gone: Mapping[str, str], language: str
) -> Iterator[str]:
    """Yield what publishing would change, page by page with titles."""
    if not changes:
        yield sentence(NO_CHANGE, language)
        return
    others = {}
    for name, paths in _sorts(changes):
        pages = pages_in(paths)
        others[name] = len(paths) - len(pages)
        for path in pages:
            is_gone = name == "deleted"
            title = gone.get(path, "") if is_gone else title_in(Path(shipment.files[path]))
            yield sentence(WOULD[name], language, page=f"{address_of(path)}  {title}".rstrip())
    yield sentence(OTHERS, language, **others)


def next_line(moment: datetime | None, language: str) -> str:
    """Return when something on the site turns next."""
    if moment is None:
        return sentence(NO_NEXT, language)
    return sentence(NEXT, language, moment=f"{moment:%Y-%m-%d %H:%M:%S}")


def _sorts(changes: Differences) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "new", changes.new
    yield "changed", changes.changed
    yield "deleted", changes.deleted


def _stages(way: Way, language: str) -> str:
    """Return the stages of a way with their seconds, in order."""
    known = [name for name in STAGES if name in way.seconds]
    return ", ".join(f"{sentence(name, language)} {way.seconds[name]:.2f}" for name in known)
