"""How long each release took from commit to public, kept in a folder of the office for its report.

The host keeps it too, for as long as it keeps the release. One file for each, which never changes:
whoever wants to may commit them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tellal.desk.errands import Errand
from tellal.domain.findings import WrongAnswer
from tellal.pages.views import TableView
from tellal.publish.delivery import Delivered
from tellal.site.figures import Period

NO_WAY = "{file} is no record of a release. Take it away, or fetch it anew from the host."
HEADER = ("release", "commit", "committed", "public", "seconds", "bytes")


@dataclass(frozen=True, slots=True)
class Passed:
    """A release that became public: `seconds` after its commit."""

    release: str
    commit: str
    committed: datetime
    public: datetime
    seconds: int
    sent: int


def keep_way(errand: Errand, done: Delivered) -> None:
    """Keep the record of a release that has just become public."""
    way, release = done.way, done.release
    values = {
        "release": release.name,
        "commit": release.commit,
        "committed": way.committed,
        "public": way.public,
        "sent": way.sent,
        "stages": dict(way.seconds),
    }
    errand.ways.mkdir(parents=True, exist_ok=True)
    name = f"{int(way.public)}-{release.commit[:8]}.json"
    text = json.dumps(values, indent=1, sort_keys=True)
    (errand.ways / name).write_text(f"{text}\n", "utf-8")


def passed_in(folder: Path, period: Period, as_of: datetime) -> tuple[Passed, ...]:
    """Return what became public in a period, up to a moment, in order. Raises WrongAnswer."""
    found = (_passed(file, as_of) for file in sorted(folder.glob("*.json")))
    some = (one for one in found if one.public.date() in period and one.public <= as_of)
    return tuple(sorted(some, key=lambda one: (one.public, one.commit)))


def _passed(file: Path, as_of: datetime) -> Passed:
    """Return a record, its moments on the clock of a moment."""
    try:
        values = json.loads(file.read_text("utf-8"))
        committed, public = (
            datetime.fromtimestamp(values[name], as_of.tzinfo) for name in ("committed", "public")
        )
        seconds = round((public - committed).total_seconds())
        return Passed(
            str(values["release"]),
            str(values["commit"]),
            committed,
            public,
            max(0, seconds),
            int(values["sent"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError):
        raise WrongAnswer(NO_WAY, file=file) from None


def table_of(passed: tuple[Passed, ...]) -> TableView:
    """Return some records as open data."""
    rows = (
        (
            one.release,
            one.commit,
            one.committed.isoformat(timespec="seconds"),
            one.public.isoformat(timespec="seconds"),
            str(one.seconds),
            str(one.sent),
        )
        for one in passed
    )
    return TableView(HEADER, tuple(rows))
