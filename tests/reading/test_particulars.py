"""What looks like personal data is found, whatever stands around it, and in no time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.reading.particulars import PATTERNS, legible, traces_in, traces_of_name
from tellal.reading.particulars.pattern import Pattern
from tests.conftest import FindingsOf

SEARCHED = "\n".join(
    (
        "Nr. personal 1234567890, numrin personal: 1 234 567 891, JMBG 0101990710006",
        "XK05 1212 0123 4567 8906",
        "044 123 456, fitim@gmail.example",
        "i lindur më 12.03.1987; 5 Mart 1991 doğumlu; рођен 5. маја 1992",
        "Adresa e banimit: rr. Adem Jashari 5",
    )
)
PIECES = [
    *("1", "12", "1 ", "1-", "1.", "0", "04", "+383", "xk05", "XK05 ", "a", "a-", "a.", "@", "a@"),
    *(
        "a@a.",
        "@a.",
        "é",
        " ",
        "\n",
        ". ",
        "i lindur ",
        "lindur",
        "datëlindja ",
        "born ",
        "12 mars ",
    ),
    *("12.03.", "12.03.1987 ", "doğumlu", "adresa e banimit: ", "adresa e banimit: rr. ", "rr. "),
    *("nr. personal ", "nr. personal: 1 ", "jmbg", "ikamet adresi: ", "&#52;", "&", "https://"),
]
MANY = 100_000
PATIENCE = 10
"""Seconds. What grows with the square of its length takes hours."""


def values(text: str) -> set[tuple[str, str]]:
    return {(trace.rule, trace.value) for trace in traces_in("a.md", text)}


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    lines = text.count("\n") + 1

    assert all(1 <= trace.line <= lines for trace in traces_in("a.md", text))


@given(st.lists(st.sampled_from([*PIECES, *SEARCHED.split()]), max_size=40))
def test_no_text_of_suspicious_pieces_breaks_the_search(pieces: list[str]) -> None:
    list(traces_in("a.md", "".join(pieces)))
    list(traces_of_name("/".join(pieces)))


@given(st.text(), st.text())
def test_what_stands_in_other_paragraphs_hides_nothing(before: str, after: str) -> None:
    assert values(SEARCHED) <= values(f"{before}\n\n{SEARCHED}\n\n{after}")


@given(st.text())
def test_legible_text_has_the_same_lines(text: str) -> None:
    assert legible(text).count("\n") == text.count("\n")


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.form.pattern[:40])
def test_no_text_keeps_a_pattern_busy_even_where_all_of_it_is_looked_at(pattern: Pattern) -> None:
    started = time.process_time()

    for piece in PIECES:
        for text in (piece * (MANY // len(piece)), f"1{piece * 1000}" * (MANY // 5000)):
            list(pattern.values(text, [(0, len(text))]))

    assert time.process_time() - started < PATIENCE


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_keeps_the_search_busy(piece: str) -> None:
    started = time.process_time()

    list(traces_in("a.md", piece * (MANY // len(piece))))

    assert time.process_time() - started < PATIENCE


@pytest.mark.parametrize(
    "text",
    [
        "Vendimi nr. 01-1234567890",
        "v1234567890",
        "1234567890123456",
        "12.345.678.901",
        "ISBN 978-9951-1234567890-1",
        "uuid 550e8400-e29b-41d4-a716-446655440000",
        "0280320123",
        "XK05 1212 0123 4567 8907",
        "2019-09-12 14:30, 12.09.2019 - 30.09.2019",
        "fitim@", "@gjilan", "a@b",
        "Lindja e shkrimit, 12.03.2019",
        "fëmijët e lindur më 2014",
        "born after 01.01.2020",
        "rođena deca od 1. januara 2020",
        "adresa e banimit dhe rruga Adem Jashari",
    ],
)  # fmt: skip
def test_what_only_resembles_personal_data_is_in_order(text: str) -> None:
    assert values(text) == set()


@pytest.mark.parametrize(
    "phone",
    [
        "044123456", "044 123 456", "044/123-456", "044-123-456", "+383 44 123 456",
        "+383(0)44123456", "00383 44 123456", "tel: 044-123456",
    ],
)  # fmt: skip
def test_telephone_is_the_same_whichever_way_it_is_written(phone: str) -> None:
    assert values(f"Thirrni {phone}.") == {("phone-private", "44123456")}


def test_number_of_a_book_of_protocol_is_no_telephone() -> None:
    assert values("Nr. 044-123456") == set()
    assert values("Nr. i telefonit 044-123456") == {("phone-private", "44123456")}


def test_the_line_is_that_of_the_file() -> None:
    found = {trace.value: trace.line for trace in traces_in("a.md", f"---\n---\n{SEARCHED}", 1)}

    assert found["1234567890"] == 3
    assert found["fitim@gmail.example"] == 5
    assert found["12.03.1987"] == 6


def test_remark_in_a_header_is_published_by_nobody_and_not_searched(
    findings_of: FindingsOf,
) -> None:
    header = "---\ntitle: Bora\n# email: fitim@gmail.example\n---\n\n"
    path = "releases/2026/03-12-bora/index.sq.md"

    assert findings_of({path: f"{header}Teksti.\n"}) == []
    [found] = findings_of({path: f"{header}# fitim@gmail.example\n"})[:1]
    assert found.startswith(f"{path}:6: ")
