"""Source -> EditionText: one file understood by itself, before its neighbours are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from tellal.domain.editions import Prose
from tellal.domain.facts import KIND_OF_COLLECTION, Kind
from tellal.domain.findings import Finding, finding
from tellal.domain.languages import SCRIPTS
from tellal.domain.publication import Common, Wording
from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.traces import Trace
from tellal.domain.values import Reference
from tellal.reading.articles import lines_of_articles
from tellal.reading.front_matter import Split, split_text
from tellal.reading.markup import prose_of
from tellal.reading.nodes import Mapping, only, without
from tellal.reading.particulars import traces_in, traces_of_name
from tellal.reading.privacy import applicants_named
from tellal.reading.proofs import line_of, proofread
from tellal.reading.scalars import Context
from tellal.reading.scan import LONGEST_NAME, TOO_LONG, Source
from tellal.reading.schema import Reader, types_of
from tellal.reading.transliteration import is_cyrillic

ACTS = ("decision", "regulation")

TOO_DEEP = "Lists or quotations stand too deep in each other here. Write them with fewer levels."
BAD_SLUG = '{key}: "{slug}" cannot be an address. Use small letters a to z, digits and hyphens.'
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class EditionText:
    """A file's wording and text, and the facts it states, not yet read.

    `language` is the written one, `script` the tag that a Serbian file is written in.
    `place_lines` say on which line of the file each chapter and article of an act begins.
    """

    path: str
    reference: Reference
    language: str
    script: str
    overrides: bool
    wording: Wording
    stated: Mapping
    prose: Prose
    link_lines: tuple[tuple[str, int], ...]
    body_line: int = 0
    place_lines: tuple[tuple[str, int], ...] = ()
    traces: tuple[Trace, ...] = ()


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
    kind = KIND_OF_COLLECTION[source.path.partition("/")[0]]
    script = _script(named, split)
    wording, stated = _wording(reader, split.header, kind)
    findings += reader.findings
    findings += _slug_findings(source.path, wording, split.header)
    try:
        prose = prose_of(split.body, script, kind.name in ACTS)
    except RecursionError:
        return None, [*findings, finding(source.path, split.body_line, "body-nested", TOO_DEEP)]
    findings += proofread(source.path, split, prose)
    if kind.name == "request":
        findings += applicants_named(source.path, split)
    if wording is None:
        return None, findings
    reference, overrides = Reference(source.folder), named in SCRIPTS
    lines = tuple((link, line_of(split, link.partition(":")[2])) for link in prose.body.links)
    places = tuple(lines_of_articles(split.body, split.body_line)) if kind.name in ACTS else ()
    return EditionText(
        *(source.path, reference, language, script, overrides, wording, stated, prose, lines),
        split.body_line,
        places,
        (*traces_of_name(source.folder), *traces_in(source.path, _without_remarks(text, split))),
    ), findings


def _without_remarks(text: str, split: Split) -> str:
    """Return a text with empty lines where its header has remarks, which nobody publishes."""
    lines = text.split("\n")
    header = ("" if line.startswith("#") else line for line in lines[: split.body_line - 1])
    return "\n".join((*header, *lines[split.body_line - 1 :]))


def _wording(reader: Reader, header: Mapping, kind: Kind) -> tuple[Wording | None, Mapping]:
    """Return what a file says of itself, and the rest of its header, which may be facts."""
    own = types_of(Wording)
    wording = reader.record(Wording, only(header, own))
    stated = without(header, own)
    if wording is None:  # the key of what is missing may be there, misspelt
        known = (*own, *types_of(kind.facts), *types_of(Common))
        for key, _ in stated.pairs:
            if key.value not in known:
                reader.unknown_key(key, known)
    return wording, stated


def _script(named: str, split: Split) -> str:
    """Return the tag of the script of a file: what its name says, else what its letters are."""
    if named != "sr":
        return named
    return "sr-Cyrl" if is_cyrillic(split.body) else "sr-Latn"


def _slug_findings(path: str, wording: Wording | None, header: Mapping) -> Iterator[Finding]:
    if wording is None:
        return
    lines = {key.value: key.line for key, _ in header.pairs}
    named = [("slug", wording.slug or "x")] + [("former_slugs", s) for s in wording.former_slugs]
    for key, slug in named:
        line, rule = lines.get(key, 0), "slug-unusable"
        if not SLUG.match(slug):
            yield finding(path, line, rule, BAD_SLUG, key=key, slug=slug)
        elif len(slug) > LONGEST_NAME:
            yield finding(path, line, rule, TOO_LONG, text=slug, longest=LONGEST_NAME)
