"""What a speaker on the radio reads, and what fits into a short message."""

from __future__ import annotations

import pytest

from tellal.outputs.plain import Line
from tellal.outputs.spoken import fitted, sentences, spoken
from tests.pages.told import theme

READ = [
    (
        "sq",
        "Nr. 5, p.sh. 10 km, 5% dhe 500,00 €.",
        "Numër 5, për shembull 10 kilometra, 5 për qind dhe 500 euro.",
    ),
    ("sq", "Deri më 12.03.2026.", "Deri më 12 mars 2026."),
    (
        "sr-Latn",
        "Br. 5 npr. 10 km i 500,00 €, 12. 3. 2026. godine",
        "Broj 5 na primer 10 kilometara i 500 evra, 12. mart 2026. godine",
    ),
    ("sr-Cyrl", "Бр. 5 нпр. 10 km и 500,00 €", "Број 5 на пример 10 километара и 500 евра"),
    ("tr", "%10 zam, €500 ve 3 km.", "yüzde 10 zam, 500 avro ve 3 kilometre."),
    (
        "en",
        "No. 5, e.g. €500 or 5 %, on 2026-03-12",
        "Number 5, for example 500 euros or 5 per cent, on 12 March 2026",
    ),
    ("sq", "016-126211, ora 14:30, 31.02.2026", "016-126211, ora 14:30, 31.02.2026"),
]


@pytest.mark.parametrize(("tag", "written", "read"), READ)
def test_what_is_written_short_is_read_in_full(tag: str, written: str, read: str) -> None:
    assert spoken(written, tag, theme().voices[tag]) == read


def test_each_line_is_a_sentence_and_a_row_of_a_table_too() -> None:
    lines = [
        Line("head", "Kush"),
        Line("item", "studentët;"),
        Line("row", "A | 1"),
        Line("note", "x"),
    ]

    assert list(sentences(lines)) == ["Kush.", "studentët.", "A, 1."]


@pytest.mark.parametrize("length", [30, 100, 120, 400])
def test_short_message_has_160_characters_at_most_and_ends_with_the_address(length: int) -> None:
    text = " ".join(["Uji"] * length)
    address = "lug.example/sq/komunikata/2026/03/bora/"

    message = fitted(text, address)
    assert len(message) <= 160
    assert message.endswith(address)
    assert set(message.removesuffix(address).rstrip("… ").split()) == {"Uji"}


def test_address_that_is_too_long_for_a_message_becomes_its_host() -> None:
    assert fitted("Bora", "lug.example/" + "a" * 120) == "Bora lug.example"
