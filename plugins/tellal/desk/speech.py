"""Findings and reports as sentences: Albanian, or English with `--language en`."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tellal.domain.findings import Finding, Refused, WrongAnswer
from tellal.reading.source_text import printable

if TYPE_CHECKING:
    from tellal.compiler.report import Report

DEFAULT = "sq"
LOCALE = Path(__file__).parent / "locale"
KEPT = Path(__file__).parent / "__pycache__"

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
    source = file.read_bytes()
    kept = KEPT / f"desk.{language}.{sha256(source).hexdigest()[:16]}"
    try:
        found: dict[str, str] = json.loads(kept.read_bytes())
    except (OSError, ValueError):
        found = _compiled(source)
        _keep(kept, json.dumps(found).encode())
    return found


def _compiled(source: bytes) -> dict[str, str]:
    """Return the sentences of a PO file."""
    from babel.messages.pofile import read_po

    catalogue = read_po(BytesIO(source))
    return {str(m.id): str(m.string) for m in catalogue if m.id and m.string}


def _keep(file: Path, data: bytes) -> None:
    """Keep compiled sentences as Python keeps its compiled modules: where it can, and silently."""
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}")
        half.write_bytes(data)
        half.replace(file)


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
    root = root_of(content)
    for found in refusal.findings:
        print(finding_line(found, root, language))
    count = len(refusal.findings)
    print(sentence(COUNT, language, count=count), file=sys.stderr)


def root_of(content: Path) -> str:
    """Return the content folder as one would type it before a path in it."""
    try:
        root = f"{content.resolve().relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return f"{content}/"
    return "" if root == "./" else root


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
