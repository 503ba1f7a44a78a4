"""Arguments -> a content folder of any size, the same bytes for the same arguments.

Everything in it is invented. N counts publications of all kinds, in the proportions of
`volume.SHARES`, two a day up to September 2026: 7,300 are ten years. Press conferences and
consultations share the tenth of the invitations; the sessions that minutes and decisions need
count among the N, at the expense of the releases. All are in Albanian, 95 % in Serbian (acts,
minutes, notices and competitions always), 90 % in Turkish. The office is the repository's.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench import office
from bench.accounts import consultations, report
from bench.acts import act_paper, plan_acts
from bench.competitions import competition
from bench.days import Calendar
from bench.dice import Dice
from bench.gatherings import conference, invitation
from bench.notices import notice
from bench.papers import Paper
from bench.phrases import LANGUAGES
from bench.press import Press
from bench.releases import release
from bench.requests import request
from bench.sessions import session_papers
from bench.sittings import plan_sittings
from bench.volume import END, REPORT_FROM, SHARES, Volume, first_day, nine_months, of_size

MARK = ".corpus"
FOLDERS = ("office", "reports", *SHARES)
REFUSED = "{folder} is not empty and holds no corpus. Name another folder, or empty it."


def papers(press: Press, volume: Volume) -> Iterator[Paper]:
    """Yield every publication; what others refer to comes first, releases come last."""
    days = volume.days
    sittings = list(plan_sittings(press, days["minutes"], volume.bodies))
    acts = list(plan_acts(press, days, sittings))
    yield from (act_paper(press, act) for act in acts)
    yield from session_papers(press, sittings, acts)
    yield from consultations(press, days["consultations"], acts)
    for number, day in enumerate(days["requests"], 1):
        yield request(press, day, number)
    for number, day in enumerate(days["competitions"], 1):
        yield competition(press, day, number)
    yield from (notice(press, day) for day in days["notices"])
    yield from (conference(press, day) for day in days["conferences"])
    yield from (invitation(press, day) for day in days["invitations"])
    yield from (release(press, day) for day in days["releases"])
    if volume.reports_from:
        yield report(press, volume.reports_from, volume.as_of.date())


def commission(arguments: argparse.Namespace) -> tuple[Press, Volume]:
    """Return the office at work and what it will publish."""
    dice, size = Dice(arguments.seed), arguments.publications
    if arguments.nine_months_2019:
        calendar = Calendar(REPORT_FROM.year - 1, REPORT_FROM.year + 1, office.holidays())
        volume = nine_months(dice, calendar)
    else:
        calendar = Calendar(first_day(size).year - 1, END.year + 1, office.holidays())
        volume = of_size(size, dice, calendar)
    press = Press(
        dice=dice,
        calendar=calendar,
        as_of=volume.as_of,
        directorates=office.names("directorates"),
        bodies=office.names("bodies"),
        late_answers=volume.late_answers,
        with_attachments=arguments.attachments,
    )
    return press, volume


def write(folder: Path, arguments: argparse.Namespace) -> Counter[str]:
    """Write the corpus in place of an older one; return how many folders and files it has."""
    press, volume = commission(arguments)
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    _put(folder, {MARK: b"Written by bench.corpus, which may overwrite it.\n"})
    _put(folder / "office", office.files(volume.as_of))
    counted: Counter[str] = Counter()
    for paper in papers(press, volume):
        files = dict(paper.contents(volume.as_of))
        _put(folder / paper.entry.folder, files)
        counted.update(("publications", *files))
    return counted


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def may_overwrite(folder: Path) -> bool:
    """Return whether the folder is new, empty, or an older corpus."""
    return not folder.exists() or (folder / MARK).is_file() or not any(folder.iterdir())


def count(word: str) -> int:
    """Return a whole number above zero. Raises ValueError for any other word."""
    if (number := int(word)) > 0:
        return number
    raise ValueError(word)


def arguments_of(words: Sequence[str] | None) -> argparse.Namespace:
    """Return the arguments of the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write")
    parser.add_argument("--publications", type=count, default=7300, metavar="N", help="how many")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="other texts")
    parser.add_argument("--attachments", action="store_true", help="put PDFs beside some acts")
    nine_months_help = "the office's volume of January to September 2019, whatever N"
    parser.add_argument("--nine-months-2019", action="store_true", help=nine_months_help)
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> None:
    """Write a corpus and say so in one line; refuse a folder that holds something else."""
    arguments = arguments_of(words)
    folder: Path = arguments.folder
    if not may_overwrite(folder):
        sys.exit(REFUSED.format(folder=folder))
    counted = write(folder, arguments)
    each = ", ".join(f"{name} {counted[f'index.{name}.md']:,}" for name in LANGUAGES)
    print(f"Wrote {counted['publications']:,} publications ({each}) into {folder}.")


if __name__ == "__main__":
    main()
