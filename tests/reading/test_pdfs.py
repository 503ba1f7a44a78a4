"""What is told of a PDF is true or not told at all, whatever the file does."""

from __future__ import annotations

import time
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from bench.pdf import made_of, pdf
from tellal.reading.pdfs import measures_of

CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"


def encrypted() -> bytes:
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


def test_pages_are_counted_and_words_noticed() -> None:
    assert measures_of(pdf("Neni 1")) == (1, True)


def test_scanned_page_has_no_words() -> None:
    scanned = made_of(CATALOG, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", PAGE, PAGE)

    assert measures_of(scanned) == (2, False)


def test_fonts_may_come_from_above_or_from_what_is_placed_on_the_page() -> None:
    font = "<< /Font << /F1 4 0 R >> >>"
    above = made_of(
        CATALOG, f"<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources {font} >>", PAGE, "<< >>"
    )
    placed = made_of(
        CATALOG,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Resources << /XObject << /X 4 0 R >> >> >>",
        f"<< /Type /XObject /Subtype /Form /Resources {font} >>",
    )

    assert measures_of(above) == (1, True)
    assert measures_of(placed) == (1, True)


BOMB = zlib.compress(b"0" * 100_000_000)
HOSTILE = {
    "empty": b"",
    "a head alone": b"%PDF-1.4",
    "no PDF at all": b"MZ\x90\x00" * 100,
    "cut off": pdf("Neni 1")[:200],
    "encrypted": encrypted(),
    "a tree that bites its tail": made_of(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] >>"),
    "a tree of powers of two": made_of(
        CATALOG,
        *(f"<< /Type /Pages /Kids [{n} 0 R {n} 0 R] >>" for n in range(3, 60)),
        "<< /Type /Pages /Kids [2 0 R] >>",
    ),
    "a million pages": made_of(CATALOG, f"<< /Type /Pages /Kids [{'3 0 R ' * 300_000}] >>", PAGE),
    "no tree": made_of(CATALOG, "[ 1 2 3 ]"),
    "depths": b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000,
    "a table that leads to itself": (
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\n"
        b"startxref\n9\n%%EOF\n"
    ),
    "a stream that swells": made_of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {len(BOMB)} >>\nstream\n"
        f"{BOMB.decode('latin-1')}\nendstream",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_file_that_does_harm_costs_little_and_stops_nothing(name: str) -> None:
    since = time.process_time()
    told = measures_of(HOSTILE[name])

    assert told is None or told[0] < 20_000
    assert time.process_time() - since < 5


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_bytes_stop_the_reading(garbage: bytes, place: int) -> None:
    sound = pdf("Neni 1")
    measures_of(sound[:place] + garbage + sound[place:])
