"""PDFs as offices make them, and some that nobody can search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject

from bench.pdf import pdf


def pdf_of(
    pages: Sequence[str], properties: Mapping[str, str] | None = None, password: str = ""
) -> bytes:
    """Return a PDF with a line of ASCII on each page."""
    writer = PdfWriter()
    for line in pages:
        writer.add_page(PdfReader(BytesIO(pdf(line))).pages[0])
    if properties:
        writer.add_metadata(dict(properties))
    if password:
        always = ArrayObject([ByteStringObject(b"0" * 16)] * 2)
        writer._ID = always  # the key is made of it
        writer.encrypt(password, algorithm="RC4-128")
        writer._ID = always
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def endless_pdf() -> bytes:
    """Return a PDF that has more pages than anybody will read."""
    kids = b"/Kids [" + b"3 0 R " * 5_001 + b"] /Count 5001 "
    return pdf("a").replace(b"/Kids [3 0 R] /Count 1 ", kids)
