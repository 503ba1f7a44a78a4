"""Findings and reports as sentences: Albanian, or English with `--language en`."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.domain.findings import Finding, Refused, WrongAnswer
from tellal.reading.source_text import printable

if TYPE_CHECKING:
    from tellal.compiler.report import Report

DEFAULT = "sq"
LOCALE = Path(__file__).parent / "locale"

REPORT = (
    "{pages} pages: {rendered} made, {written} files written, {kept} kept, {deleted} deleted; "
    "0 findings; {seconds} s, {memory} MiB."
)
STAGE = "{seconds} s {stage}"
AS_OF = "The site as of {moment}."
WAITING = "Publications that wait for their moment: {count}."
UNKNOWN_FILE = "Not ours, left as it is: {path}"
COUNT = "Findings: {count}. Nothing was written."
NONE = "No finding. Publications: {count}."


@cache
def messages(language: str) -> dict[str, str]:
    """Return the sentences of a language by their English form; English has none of its own."""
    file = LOCALE / language / "LC_MESSAGES" / "desk.po"
    if not file.is_file():
        return {}
    from babel.messages.pofile import read_po

    with file.open("rb") as stream:
        catalogue = read_po(stream)
    return {str(m.id): str(m.string) for m in catalogue if m.id and m.string}


def sentence(message: str, language: str = DEFAULT, /, **arguments: object) -> str:
    """Return a sentence in a language, its {placeholders} filled in."""
    return messages(language).get(message, message).format(**arguments)


def finding_line(found: Finding, root: str, language: str = DEFAULT) -> str:
    """Return a finding as one line: path:line: what is wrong. What to write instead. [rule]."""
    text = sentence(found.message, language, **dict(found.arguments))
    line = f"{root}{found.path}:{found.line}: {text} [{found.rule}]"
    one = printable(" ".join(line.splitlines()))
    return one.encode("utf-8", "backslashreplace").decode()  # a file's name may be no text


def print_findings(refusal: Refused, content: Path, language: str = DEFAULT) -> None:
    """Print every finding, where it is as one would type it, and how many there are."""
    try:
        root = f"{content.resolve().relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        root = f"{content}/"
    for found in refusal.findings:
        print(finding_line(found, "" if root == "./" else root, language))
    count = len(refusal.findings)
    print(sentence(COUNT, language, count=count), file=sys.stderr)


def print_answer(wrong: WrongAnswer, language: str = DEFAULT) -> None:
    """Say why an answer or option cannot be used."""
    print(sentence(wrong.message, language, **wrong.arguments), file=sys.stderr)


def print_warning(message: str, /, language: str = DEFAULT, **arguments: object) -> None:
    """Say at once what cannot wait for the report."""
    print(sentence(message, language, **arguments), file=sys.stderr, flush=True)


def print_report(report: Report, language: str = DEFAULT, stages: bool = False) -> None:
    """Print what a build did, with `stages` how long each of them took."""
    for path in report.unknown:
        print(sentence(UNKNOWN_FILE, language, path=path))
    print(sentence(AS_OF, language, moment=f"{report.as_of:%Y-%m-%d %H:%M}"))
    if report.waiting:
        print(sentence(WAITING, language, count=report.waiting))
    for message, arguments in report.explained:
        print(sentence(message, language, **dict(arguments)))
    for name, spent in report.seconds.items() if stages else ():
        print(sentence(STAGE, language, seconds=f"{spent:8.3f}", stage=sentence(name, language)))
    print(
        sentence(
            REPORT,
            language,
            pages=report.pages,
            rendered=report.rendered,
            written=report.written,
            kept=report.kept,
            deleted=report.deleted,
            seconds=f"{sum(report.seconds.values()):.2f}",
            memory=report.memory_mib,
        )
    )
