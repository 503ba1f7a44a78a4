"""A QR code is read back by the standard's own steps, from what is drawn."""

from __future__ import annotations

import re

import pytest

from tellal.outputs.qr import FORMS, QUIET, code_of, fits, modules_of

TEXTS = [
    "https://a.example/k/s9cxzt",
    "https://gjilan.example/k/s9cxzt",
    "https://www.komuna.example.gov.net/gjilan/k/s9cxzt",
    "https://www.komuna.example.gov.net/gjilan/zyra-per-informim/k/s9cxzt",
]
ROWS = re.compile(r'd="(M0 [^"]*)"')
STROKES = re.compile(r"M0 (?P<row>\d+)\.5|(?P<form>[hm])(?P<length>\d+)(?: 0)?")
# By version: the middle of its third pattern, and the blocks of its words with correction M.
KNOWN = {2: (18, [(28, 16)]), 3: (22, [(44, 26)]), 4: (26, [(32, 18)] * 2), 5: (30, [(43, 24)] * 2)}
PEER = """
1111111000011111101111111 1000001011101011101000001 1011101001101000001011101
1011101000010011001011101 1011101010011111001011101 1000001001101001001000001
1111111010101010101111111 0000000000001111100000000 1010101001010111100010010
0001010101010000111100001 0000001011011100110110111 0011010001111111011100010
1011001010001100011001011 0101110010010110111001001 1001001001101110011100111
0101000111111111100010010 1001001111000111111111000 0000000010101011100011011
1111111000001011101011011 1000001000100110100011011 1011101010110100111111000
1011101000001100000111100 1011101010101110110010001 1000001001110111111011010
1111111010010101101100011
"""
"""All rows of the first text as another maker of codes draws them, with the same mask."""


def drawn(text: str) -> list[list[int]]:
    """Return the dark modules of a code as it is drawn."""
    svg = code_of(text)
    side = int(re.search(r'viewBox="-4 -4 (\d+)', svg)[1]) - 2 * QUIET  # type: ignore[index]
    rows = [[0] * side for _ in range(side)]
    row = at = 0
    (path,) = ROWS.findall(svg)
    for stroke in STROKES.finditer(path):
        if stroke["row"] is not None:
            row, at = int(stroke["row"]), 0
            continue
        length = int(stroke["length"])
        if stroke["form"] == "h":
            rows[row][at : at + length] = [1] * length
        at += length
    return rows


def words(rows: list[list[int]], version: int) -> list[int]:
    """Return the words of a code: its modules upwards and downwards, without frame and mask."""
    side, middle = len(rows), KNOWN[version][0]

    def is_frame(row: int, column: int) -> bool:
        corner = (row < 9 and (column < 9 or column >= side - 8)) or (
            row >= side - 8 and column < 9
        )
        small = abs(row - middle) <= 2 and abs(column - middle) <= 2
        return corner or small or 6 in (row, column)

    bits, up = [], True
    for right in [*range(side - 1, 6, -2), *range(5, 0, -2)]:
        for row in range(side - 1, -1, -1) if up else range(side):
            for column in (right, right - 1):
                if not is_frame(row, column):
                    bits.append(rows[row][column] ^ ((row + column) % 2 == 0))
        up = not up
    whole = len(bits) // 8
    return [int("".join(map(str, map(int, bits[8 * n : 8 * n + 8]))), 2) for n in range(whole)]


def blocks_of(found: list[int], version: int) -> list[tuple[list[int], list[int]]]:
    """Return the data and the correction of each block, which stand by turns."""
    blocks = KNOWN[version][1]
    data, correction, count = blocks[0][0], blocks[0][1], len(blocks)
    head, tail = found[: data * count], found[data * count : (data + correction) * count]
    return [(head[n::count], tail[n::count]) for n in range(count)]


def times(one: int, other: int) -> int:
    product = 0
    for bit in range(8):
        product ^= (one << bit) * (other >> bit & 1)
    for bit in range(14, 7, -1):
        product ^= (0x11D << (bit - 8)) * (product >> bit & 1)
    return product


def is_right(block: list[int], count: int) -> bool:
    """Return whether nothing in a block has to be mended."""
    root = 1
    for _ in range(count):
        value = 0
        for word in block:
            value = times(value, root) ^ word
        if value:
            return False
        root = times(root, 2)
    return True


@pytest.mark.parametrize("text", TEXTS)
def test_code_is_read_back_and_nothing_in_it_has_to_be_mended(text: str) -> None:
    rows = drawn(text)
    version = (len(rows) - 17) // 4
    blocks = blocks_of(words(rows, version), version)
    data = [word for block, _ in blocks for word in block]
    bits = "".join(f"{word:08b}" for word in data)

    assert all(is_right([*block, *correction], len(correction)) for block, correction in blocks)
    assert (bits[:4], int(bits[4:12], 2)) == ("0100", len(text))
    assert bytes(int(bits[at : at + 8], 2) for at in range(12, 12 + 8 * len(text), 8)) == (
        text.encode()
    )


def test_code_is_the_one_that_another_maker_draws() -> None:
    rows = ["".join(map(str, row)) for row in drawn(TEXTS[0])]

    assert rows == PEER.split()


def test_each_address_has_a_code_of_its_own_and_the_smallest_that_holds_it() -> None:
    sides = [len(drawn(text)) for text in TEXTS]

    assert sides == [25, 29, 33, 37]
    assert (
        len({modules_of(f"https://a.example/k/{n:06}".encode(), FORMS[0]) for n in range(99)}) == 99
    )


def test_what_no_code_holds_has_none() -> None:
    longest = "h" * 84

    assert fits(longest)
    assert not fits(longest + "h")
    assert not fits("ë" * 43)


def test_code_is_drawn_in_two_colours_that_no_scheme_changes_and_weighs_little() -> None:
    svg = code_of(TEXTS[1])

    assert set(re.findall(r"#[0-9a-f]+", svg)) == {"#fff", "#000"}
    assert len(svg) < 2_500
