"""EditionText -> Publication: the original states the facts, its neighbours translate them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from zoneinfo import ZoneInfo

from tellal.domain.editions import Attached, Publication
from tellal.domain.facts import KIND_OF_COLLECTION, Act, Facts, Kind
from tellal.domain.findings import Finding, finding
from tellal.domain.office import Office
from tellal.domain.publication import Common, Revision, Wording
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.editions import editions_of
from tellal.reading.nodes import Mapping, only, texts_of
from tellal.reading.scalars import Context
from tellal.reading.schema import Reader, types_of
from tellal.reading.structure import structure_findings
from tellal.reading.texts import EditionText

TWO_ORIGINALS = (
    '"original: true" stands in {other} too. One edition states the facts; keep it in one file.'
)
NO_ORIGINAL = (
    "The file renders revision {revision} of an original, but beside it there is none. "
    'Put the original there, or remove "revision".'
)
NO_TEXT_TO_OVERRIDE = (
    'The file overrides the script of "index.{language}.md", which is missing. '
    'Name this file "index.{language}.md".'
)
FACTS_TWICE = (
    "{key}: facts are stated once, in the original ({original}). Remove the line, "
    "or change it there."
)
NO_SUCH_REVISION = (
    "revision: the original has {count} revisions, so there is no revision {revision}. "
    "Write {count} or less, or state the change in the original."
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one folder became. `texts` are the HTML of its editions by the digest of their bodies.

    `publication` is None where what its files state cannot be read.
    """

    folder: str
    publication: Publication | None
    texts: dict[str, str]
    findings: tuple[Finding, ...]


def publication_of(
    texts: Sequence[EditionText], files: tuple[Attached, ...], office: Office
) -> Draft:
    """Return the publication of one folder. `texts` are its files, at least one."""
    folder = texts[0].reference.folder
    first, others, findings = _original(texts, office)
    if first is None:
        return Draft(folder, None, {}, tuple(findings))
    kind = KIND_OF_COLLECTION[first.reference.collection]
    reader = Reader(first.path, Context(first.language, ZoneInfo(office.card.time_zone)))
    common, facts = _facts(reader, kind, first)
    findings += reader.findings
    for text in others:
        findings += _translation_findings(text, kind, first)
    if common is None or facts is None:
        return Draft(folder, None, {}, tuple(findings))
    findings += _revision_findings(first, others, common.revisions)
    if isinstance(facts, Act) and not facts.scanned:
        findings += structure_findings(first, others, common.revisions)
    written = editions_of(first, others, common.revisions)
    publication = Publication(
        reference=first.reference,
        kind=kind,
        common=common,
        facts=facts,
        original=first.script,
        editions=tuple(edition for edition, _ in written),
        files=files,
        lines=tuple(_lines(first.stated)),
        traces=tuple(trace for text in texts for trace in text.traces),
    )
    shown = {edition.body.digest: html for edition, html in written}
    return Draft(folder, publication, shown, tuple(findings))


def _lines(stated: Mapping) -> Iterator[tuple[str, str, int]]:
    """Yield the line of each fact and of each value inside one."""
    for key, node in stated.pairs:
        yield key.value, "", key.line
        for text in texts_of(node):
            yield key.value, text.value, text.line


def _original(
    texts: Sequence[EditionText], office: Office
) -> tuple[EditionText | None, list[EditionText], list[Finding]]:
    """Return the edition that states the facts, all others, and what contradicts itself."""
    findings: list[Finding] = []
    order = {language: place for place, language in enumerate(office.card.languages)}
    plain = sorted(
        (text for text in texts if not text.overrides),
        key=lambda text: (not text.wording.original, order.get(text.language, len(order))),
    )
    for text in texts:
        if text.overrides and all(text.language != other.language for other in plain):
            message, language = NO_TEXT_TO_OVERRIDE, text.language
            findings.append(
                finding(text.path, 0, "translation-without-original", message, language=language)
            )
    if not plain:
        return None, [], findings
    first = plain[0]
    for text in plain[1:]:
        if text.wording.original:
            name = first.path.rpartition("/")[2]
            findings.append(finding(text.path, 0, "two-originals", TWO_ORIGINALS, other=name))
    if first.wording.revision is not None:
        rule, revision = "translation-without-original", first.wording.revision
        findings.append(finding(first.path, 0, rule, NO_ORIGINAL, revision=revision))
    return first, [text for text in texts if text is not first], findings


def _facts(reader: Reader, kind: Kind, text: EditionText) -> tuple[Common | None, Facts | None]:
    own = types_of(kind.facts)
    common_keys = types_of(Common)
    known = (*types_of(Wording), *own, *common_keys)
    for key, _ in text.stated.pairs:
        if key.value not in known:
            reader.unknown_key(key, known)
    common = reader.record(Common, only(text.stated, common_keys), needs=kind.needs)
    facts = reader.record(kind.facts, only(text.stated, own))
    if common and common.date is None:
        common = replace(common, date=text.reference.date)
    return common, facts


def _translation_findings(text: EditionText, kind: Kind, first: EditionText) -> list[Finding]:
    known = {*types_of(kind.facts), *types_of(Common)}
    original = first.path.rpartition("/")[2]
    findings = []
    reader = Reader(text.path, Context(text.language, ZoneInfo("UTC")))
    for key, _ in text.stated.pairs:
        if key.value in known:
            findings.append(
                finding(
                    text.path,
                    key.line,
                    "facts-in-translation",
                    FACTS_TWICE,
                    key=key.value,
                    original=original,
                )
            )
        else:
            reader.unknown_key(key, tuple(field.name for field in fields(text.wording)))
    return findings + reader.findings


def _revision_findings(
    first: EditionText, others: Sequence[EditionText], revisions: tuple[Revision, ...]
) -> list[Finding]:
    count = 1 + len(revisions)
    return [
        finding(
            text.path,
            0,
            "revision-unknown",
            NO_SUCH_REVISION,
            count=count,
            revision=text.wording.revision,
        )
        for text in others
        if text.wording.revision is not None and not 1 <= text.wording.revision <= count
    ]
