"""The words of a PDF are found on its pages, and no PDF keeps its reader busy."""

from __future__ import annotations

import time
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.pdf import pdf
from tellal.reading.pdf_pages import Unsearchable, words_of
from tests.pdfs import endless_pdf, pdf_of


def reason(data: bytes, seconds: float = 60) -> str:
    with pytest.raises(Unsearchable) as caught:
        words_of(data, seconds)
    return caught.value.reason


def test_words_are_told_by_page_with_what_the_file_says_of_itself() -> None:
    words = words_of(pdf_of(["Plani", "Buxheti"], {"/Author": "Fitim Fitimi"}))

    assert words.pages == ("Plani", "Buxheti")
    assert "Fitim Fitimi" in words.properties


def test_locked_broken_and_endless_files_are_told_apart() -> None:
    assert reason(pdf_of(["Plani"], password="fshehur")) == "encrypted"
    assert reason(pdf_of(["Plani"])[:200]) == "broken"
    assert reason(endless_pdf()) == "slow"


def test_file_that_opens_without_a_word_is_searched() -> None:
    assert words_of(pdf_of(["Plani"], password="")).pages == ("Plani",)


def test_file_without_an_object_says_nothing() -> None:
    assert words_of(b"%PDF-1.7".ljust(2_000_000)).pages == ()


def test_reader_that_takes_too_long_is_stopped_and_the_next_file_is_read() -> None:
    started = time.perf_counter()

    assert reason(endless_content(), seconds=1) in ("slow", "broken")
    assert time.perf_counter() - started < 20
    assert words_of(pdf_of(["Plani"])).pages == ("Plani",)


def test_bomb_fills_no_memory() -> None:
    assert reason(bomb()) in ("slow", "broken")
    assert words_of(pdf_of(["Plani"])).pages == ("Plani",)


@given(st.integers(0, 900), st.binary(max_size=30))
def test_no_file_breaks_the_reader(place: int, noise: bytes) -> None:
    data = pdf("Plani")
    with suppress(Unsearchable):
        words_of(data[:place] + noise + data[place + len(noise) :], seconds=20)


def packed(content: bytes) -> bytes:
    """Return a PDF whose page is drawn by some packed content."""
    data = zlib.compress(content)
    before, _, after = pdf("a").partition(b"<< /Length ")
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream"
    return before + head % (len(data), data) + after.partition(b"endstream")[2]


def endless_content() -> bytes:
    return packed(b"BT /F1 1 Tf " + b"(a) Tj " * 3_000_000 + b"ET")


def bomb() -> bytes:
    return packed(b"\0" * 300_000_000)
