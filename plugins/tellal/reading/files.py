"""Files beside a text -> Attached: size, measures, pages, and what looks like personal data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from tellal.domain.editions import Attached
from tellal.domain.findings import Finding, finding
from tellal.domain.traces import Place, Trace
from tellal.reading.particulars import traces_in, traces_of_name
from tellal.reading.pdf_pages import Unsearchable, Words, words_of
from tellal.reading.pdfs import is_pdf, measures_of
from tellal.reading.pictures import NotAPicture, stripped
from tellal.reading.scan import Source
from tellal.reading.searching.findables import terms_of_file
from tellal.reading.sight import NOT_A_PICTURE, seen_size

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
TEXTS = (".csv", ".txt", ".vtt")

NO_PICTURE = (
    'The file "{file}" is not a picture. Name a JPEG, PNG or WebP, or link to the file instead.'
)


def attached_of(
    source: Source, data: bytes, known: Attached | None = None
) -> tuple[Attached, list[Finding]]:
    """Return what pages say of a file, and the finding that it is not what its name says.

    `known` is what was read at this path before: the same bytes are not opened again.
    """
    shown = published(source.name, data)
    left = data if shown is None else shown
    digest = sha256(left).hexdigest()
    same = known if known and known.digest == digest else None
    findings: list[Finding] = []
    if same:
        width, height, pages, has_text = same.width, same.height, same.pages, same.has_text
    else:
        measures, findings = _measures(source, shown)
        width, height = measures or (None, None)
        pages, has_text = _extent(source.name, left)
    traces, terms = (same.traces, same.terms) if same else _told(source, left)
    attached = Attached(
        name=source.name,
        path=source.path,
        size_bytes=len(left),
        digest=digest,
        width=width,
        height=height,
        pages=pages,
        has_text=has_text,
        traces=traces,
        terms=terms,
    )
    return attached, findings


def _extent(name: str, data: bytes) -> tuple[int | None, bool | None]:
    """Return the pages of a PDF, and whether it holds words."""
    return (measures_of(data) if is_pdf(name) else None) or (None, None)


def published(name: str, data: bytes) -> bytes | None:
    """Return the bytes that are published for those that lie beside a text.

    A picture is published without what its camera wrote into it; None for one that is none.
    """
    try:
        return stripped(data) if is_picture(name) else data
    except NotAPicture:
        return None


def _told(source: Source, data: bytes) -> tuple[tuple[Trace, ...], str]:
    """Return what looks like personal data in the name of a file and in its words, if it has any.

    And what the search finds it by, of a PDF.
    """
    traces, name = [*traces_of_name(source.path)], source.name.casefold()
    if name.endswith(TEXTS):
        traces += traces_in(source.path, data.decode(errors="replace"))
    if not name.endswith(".pdf"):
        return tuple(traces), ""
    try:
        words = words_of(data)
    except Unsearchable as problem:  # that it cannot be searched is a trace, too
        trace = Trace(source.path, 0, f"pdf-{problem.reason}", sha256(data).hexdigest())
        return (*traces, trace), ""
    traces += _traces_of_pdf(source.path, words)
    return tuple(traces), terms_of_file("\n".join(words.pages))


def _traces_of_pdf(path: str, words: Words) -> Iterator[Trace]:
    """Yield the traces in the words of a PDF, by page."""
    for number, text in enumerate(words.pages, 1):
        for trace in traces_in(path, text, number):
            yield replace(trace, line=number)
    for trace in traces_in(path, words.properties, 0, Place.PROPERTIES):
        yield replace(trace, line=0)


def is_picture(name: str) -> bool:
    """Return whether a file name says that it is a picture."""
    return name.casefold().endswith(PICTURES)


def _measures(source: Source, shown: bytes | None) -> tuple[tuple[int, int] | None, list[Finding]]:
    """Return width and height of a picture, or why it cannot be shown; nothing of other files."""
    if not is_picture(source.name):
        return None, []
    if shown is None:
        return None, [finding(source.path, 0, "picture-broken", NOT_A_PICTURE)]
    return seen_size(source.path, shown)
