"""content/ -> Source: which files there are, and which of them lie where nothing reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tellal.domain.facts import KIND_OF_COLLECTION
from tellal.domain.findings import Finding, finding
from tellal.domain.languages import SCRIPTS, WRITTEN
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.walk import Found, walk

OFFICE_FILES = (
    "office.yaml",
    "directorates.yaml",
    "bodies.yaml",
    "names.yaml",
    "deadlines.yaml",
    "holidays.yaml",
    "exceptions.yaml",
    "emergency.yaml",
)
FOLDER = re.compile(r"\d\d-\d\d-[a-z0-9]+(?:-[a-z0-9]+)*\Z")
SHORT_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
EDITION = re.compile(r"index\.(?P<language>[A-Za-z-]+)\.md\Z")
# Windows hides the end of a name: index.sq.md.txt looks like index.sq.md.
MEANT_AS_TEXT = re.compile(r"index\.[a-z]{2}(?:-[a-z]{4})?\.", re.IGNORECASE)
PUBLIC_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")
# In signs. A folder and a file that is half written add some to it, and 255 is the end.
LONGEST_NAME = 100
EXTENSIONS = frozenset(
    "pdf docx xlsx pptx odt ods odp csv txt zip geojson jpg jpeg png webp "
    "mp3 ogg mp4 webm vtt".split()
)

OUTSIDE = "This is a link to another place. Put the file itself here."
MISPLACED = (
    "Nothing is read at this place. Put a text at "
    '"<collection>/<year>/<month>-<day>-<short-name>/index.<language>.md".'
)
NO_COLLECTION = '"{name}" is not a collection. Use one of: {known}.'
NO_SUCH_FOLDER = (
    'The folder "{name}" is not a day and a short name. Name it like 09-12-short-name, '
    "with small letters a to z, digits and hyphens."
)
NO_SUCH_PAGE = (
    'The folder "{name}" is not a short name. Name it like short-name, '
    "with small letters a to z, digits and hyphens."
)
NO_SUCH_YEAR = 'The folder "{name}" is not a year. Put the publication into a folder like 2019.'
NO_SUCH_LANGUAGE = (
    '"{name}" does not name a language of the site. '
    "Name the file like index.sq.md, with one of: {languages}."
)
BAD_NAME = (
    'The file name "{name}" cannot be an address. Rename it with letters without marks, '
    'digits, ".", "-" and "_".'
)
TOO_LONG = '"{text}" is too long for an address. Write at most {longest} signs.'
BAD_TYPE = 'A file like "{name}" is not published. Save it as one of: {known}.'
CASE = 'This name differs from "{other}" only in capital letters. Rename one of the two.'


@dataclass(frozen=True, slots=True)
class Source:
    """A file of content, by its path relative to the root, with "/"."""

    path: str
    folder: str
    name: str

    @property
    def language(self) -> str | None:
        """Return the language or script that the name of a text says, None for other files."""
        match = EDITION.match(self.name)
        return match["language"] if match else None


def scan(root: Path) -> tuple[list[Source], list[Finding]]:
    """Return every file that will be read, sorted, and a finding for each that would not be."""
    found = walk(root)
    return place(found, found)


def place(found: Found, paths: Iterable[str]) -> tuple[list[Source], list[Finding]]:
    """Return which of some paths will be read, sorted, and why the others will not.

    `found` is everything that lies there: two names may not differ in capitals only.
    """
    sources: list[Source] = []
    findings: list[Finding] = []
    first: dict[str, str] = {}
    for path in sorted(found):
        first.setdefault(path.casefold(), path)
    for path in sorted(paths):
        problem = _other_case(path, first[path.casefold()]) or _placing(path, found[path] is None)
        if problem:
            findings.append(problem)
        elif not path.startswith("office/"):
            sources.append(source_of(path))
    return sources, findings


def source_of(path: str) -> Source:
    """Return the source at a path where sources lie."""
    folder, _, name = path.rpartition("/")
    return Source(path, folder, name)


def _other_case(path: str, other: str) -> Finding | None:
    return None if path == other else finding(path, 0, "file-name-case", CASE, other=other)


def _placing(path: str, is_link: bool) -> Finding | None:
    """Return why nothing may be read from this place, None where all is well."""
    if is_link:
        return finding(path, 0, "file-outside", OUTSIDE)
    parts = path.split("/")
    if parts[0] == "office":
        known = len(parts) == 2 and parts[1] in OFFICE_FILES
        return None if known else finding(path, 0, "file-misplaced", MISPLACED)
    if len(parts) == 1:
        return finding(path, 0, "file-misplaced", MISPLACED)
    if parts[0] not in KIND_OF_COLLECTION:
        names = ", ".join(KIND_OF_COLLECTION)
        return finding(path, 0, "collection-unknown", NO_COLLECTION, name=parts[0], known=names)
    return _folder_problem(path, parts) or _name_problem(path, parts[-1])


def _folder_problem(path: str, parts: list[str]) -> Finding | None:
    if len(parts) != (3 if parts[0] == "pages" else 4):
        return finding(path, 0, "file-misplaced", MISPLACED)
    if parts[0] == "pages":
        fits = SHORT_NAME.match(parts[1])
        return None if fits else finding(path, 0, "folder-name", NO_SUCH_PAGE, name=parts[1])
    if not re.fullmatch(r"(19|20)\d\d", parts[1]):
        return finding(path, 0, "folder-name", NO_SUCH_YEAR, name=parts[1])
    if not FOLDER.match(parts[2]) or not _is_day(f"{parts[1]}-{parts[2][:5]}"):
        return finding(path, 0, "folder-name", NO_SUCH_FOLDER, name=parts[2])
    return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _name_problem(path: str, name: str) -> Finding | None:
    extension = name.rpartition(".")[2].casefold() if "." in name else ""
    if extension == "md" or MEANT_AS_TEXT.match(name):
        match = EDITION.match(name)
        if match and match["language"] in (*WRITTEN, *SCRIPTS):
            return None
        languages = ", ".join(WRITTEN)
        return finding(
            path, 0, "language-unknown", NO_SUCH_LANGUAGE, name=name, languages=languages
        )
    if extension not in EXTENSIONS:
        known = ", ".join(sorted(EXTENSIONS))
        return finding(path, 0, "file-type", BAD_TYPE, name=name, known=known)
    if not PUBLIC_NAME.match(name):
        return finding(path, 0, "file-name", BAD_NAME, name=name)
    if len(name) > LONGEST_NAME:
        return finding(path, 0, "file-name", TOO_LONG, text=name, longest=LONGEST_NAME)
    return None
