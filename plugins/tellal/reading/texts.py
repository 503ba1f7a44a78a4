"""Source -> EditionText: one file understood by itself, before its neighbours are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tellal.domain.editions import Body
from tellal.domain.facts import KIND_OF_COLLECTION
from tellal.domain.findings import Finding, finding
from tellal.domain.languages import SCRIPTS
from tellal.domain.publication import Wording
from tellal.domain.values import Reference
from tellal.reading.front_matter import Split, split_text
from tellal.reading.markup import body_of, headings_of, targets_of
from tellal.reading.nodes import Mapping
from tellal.reading.scalars import Context
from tellal.reading.scan import Source
from tellal.reading.schema import Reader, types_of
from tellal.reading.transliteration import is_cyrillic

ACTS = ("decision", "regulation")

NO_BODY = "There is no text below the facts. Write it, or remove the file."
TITLE_TWICE = (
    'A heading of the first level ("{heading}") stands in the text. The title is the only one; '
    'write "## {heading}".'
)
LEVEL_SKIPPED = (
    'The heading "{heading}" is of level {level}, right below one of level {above}. '
    "Write it with {right} signs #."
)
FOREIGN_PICTURE = (
    "A picture is loaded from another host. Put the file beside the text, so that reading "
    "tells nobody."
)
NO_ALT = 'The picture "{target}" has no description. Write it like ![what is to be seen]({target}).'
FROM_ROOT = (
    'The link "{target}" begins with "/". Link to a publication with {{filename}} and to a file '
    "beside the text by its name."
)
BAD_SLUG = '{key}: "{slug}" cannot be an address. Use small letters a to z, digits and hyphens.'
FIRST_LEVEL = re.compile(r"^#(?!#)[ \t]*(.+?)[ \t#]*$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True)
class EditionText:
    """A file's wording and text, and the facts it states, not yet read.

    `language` is the written one, `script` the tag that a Serbian file is written in.
    """

    path: str
    reference: Reference
    language: str
    script: str
    overrides: bool
    wording: Wording
    stated: Mapping
    body: Body
    link_lines: tuple[tuple[str, int], ...]


def read_edition(
    source: Source, text: str, zone: ZoneInfo
) -> tuple[EditionText | None, list[Finding]]:
    """Return what a file says, and why it could not be read. A pure function of its text."""
    split, findings = split_text(source.path, text)
    if split is None:
        return None, findings
    named = source.language or ""
    language = SCRIPTS.get(named, named)
    reader = Reader(source.path, Context(language, zone))
    own = types_of(Wording)
    wording = reader.record(Wording, _part(split.header, lambda key: key in own))
    stated = _part(split.header, lambda key: key not in own)
    is_act = KIND_OF_COLLECTION[source.path.partition("/")[0]].name in ACTS
    script = _script(named, split)
    body = body_of(split.body, script, is_act)
    findings += reader.findings + _slug_findings(source.path, wording, split.header)
    findings += _body_findings(source.path, split, body)
    if wording is None:
        return None, findings
    text_read = EditionText(
        source.path,
        Reference(source.folder),
        language,
        script,
        named in SCRIPTS,
        wording,
        stated,
        body,
        tuple((link, _line_of(split, link.partition(":")[2])) for link in body.links),
    )
    return text_read, findings


def _part(header: Mapping, wanted: object) -> Mapping:
    pairs = tuple(pair for pair in header.pairs if wanted(pair[0].value))  # type: ignore[operator]
    return Mapping(pairs, header.line)


def _script(named: str, split: Split) -> str:
    """Return the tag of the script of a file: what its name says, else what its letters are."""
    if named != "sr":
        return named
    return "sr-Cyrl" if is_cyrillic(split.body) else "sr-Latn"


def _slug_findings(path: str, wording: Wording | None, header: Mapping) -> list[Finding]:
    if wording is None:
        return []
    lines = {key.value: key.line for key, _ in header.pairs}
    named = [("slug", wording.slug or "x")] + [("former_slugs", s) for s in wording.former_slugs]
    return [
        finding(path, lines.get(key, 0), "slug-unusable", BAD_SLUG, key=key, slug=slug)
        for key, slug in named
        if not SLUG.match(slug)
    ]


def _body_findings(path: str, split: Split, body: Body) -> list[Finding]:
    if not re.sub(r"<(?!img)[^>]*>", "", body.html).strip():
        return [finding(path, split.body_line, "body-empty", NO_BODY)]
    found = [*_heading_findings(path, split, body), *_picture_findings(path, split, body)]
    for target in targets_of(body.html, "href"):
        if not target.startswith("/"):
            continue
        line = _line_of(split, target)
        found.append(finding(path, line, "link-from-root", FROM_ROOT, target=target))
    return found


def _heading_findings(path: str, split: Split, body: Body) -> list[Finding]:
    found = []
    if top := FIRST_LEVEL.search(_without_code(split.body)):
        heading = top[1] or top[2]
        line = _line_of(split, heading)
        found.append(finding(path, line, "heading-level", TITLE_TWICE, heading=heading))
    above = 1
    for level, heading in headings_of(body.html):
        if level > above + 1:
            found.append(
                finding(
                    path,
                    _line_of(split, heading),
                    "heading-skips",
                    LEVEL_SKIPPED,
                    heading=heading,
                    level=level,
                    above=above,
                    right=above + 1,
                )
            )
        above = level
    return found


def _without_code(text: str) -> str:
    return re.sub(r"^(?: {4}|\t).*$", "", text, flags=re.MULTILINE)


def _picture_findings(path: str, split: Split, body: Body) -> list[Finding]:
    found = []
    for picture in re.findall(r"<img[^>]*>", body.html):
        source = re.search(r'src="([^"]*)"', picture)
        if source is None:
            line = _line_of(split, "![", "<img")
            found.append(finding(path, line, "picture-foreign", FOREIGN_PICTURE))
        elif not re.search(r' alt="[^"]*[^"\s][^"]*"', picture):
            target = source[1].rpartition(":")[2]
            line = _line_of(split, target)
            found.append(finding(path, line, "photo-incomplete", NO_ALT, target=target))
    return found


def _line_of(split: Split, *texts: str) -> int:
    """Return the line of the file on which one of the texts first stands, else the body's first."""
    for number, line in enumerate(split.body.split("\n"), split.body_line):
        if any(text in line for text in texts):
            return number
    return split.body_line
