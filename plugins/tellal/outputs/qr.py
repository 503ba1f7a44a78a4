"""An address -> a QR code, drawn as SVG: for paper, from which nobody can click.

All of a code but its frame is linear: bits, their correction and their places are sums without
carry. So each letter at each place has a pattern that is computed once, and a code is the sum of
the patterns of its letters. The mask is always the same, which the standard (ISO/IEC 18004) allows
and every reader takes.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup

QUIET = 4
"""Modules of white that a code needs on each side."""


class Form(NamedTuple):
    """A version with the correction M: how many bytes of data it holds, and how they are kept."""

    version: int
    data: int
    correction: int
    blocks: int

    @property
    def side(self) -> int:
        """Return how many modules it has on each side."""
        return 17 + 4 * self.version


FORMS = (Form(2, 28, 16, 1), Form(3, 44, 26, 1), Form(4, 64, 18, 2), Form(5, 86, 24, 2))
HEAD = 2
"""Bytes that are not the text's: what it is, how long it is, and where it ends."""
FORMAT = 0b101010000010010
"""That the correction is M and the mask the first one: modules whose row and column sum up even."""
PADDING = (0xEC, 0x11)
CHUNK = 10


@lru_cache(maxsize=64)  # the pages of a publication in all languages and forms have one code
def code_of(text: str) -> Markup:
    """Return the QR code of a text. Raises StopIteration where none holds it."""
    data = text.encode()
    form = next(form for form in FORMS if len(data) <= form.data - HEAD)
    modules = modules_of(data, form)
    side = form.side + 2 * QUIET
    box = f"{-QUIET} {-QUIET} {side} {side}"
    path = "".join(_row(modules, form.side, row) for row in range(form.side))
    return Markup(
        f'<svg class="code" viewBox="{box}" aria-hidden="true" focusable="false">'
        f'<path fill="#fff" d="M{-QUIET} {-QUIET}h{side}v{side}h-{side}"/>'
        f'<path fill="none" stroke="#000" d="{path}"/></svg>'
    )


def fits(text: str) -> bool:
    """Return whether there is a code that holds a text."""
    return len(text.encode()) <= FORMS[-1].data - HEAD


def modules_of(data: bytes, form: Form) -> int:
    """Return the dark modules of a code, row by row, the first one in the lowest bit."""
    modules = _frame(form, len(data))
    for place, byte in enumerate(data):
        modules ^= _pattern(form, place, byte)
    return modules


def _row(modules: int, side: int, row: int) -> str:
    """Return a row as a line with gaps: `M0 3.5h7m1 0h2`."""
    bits = modules >> (row * side) & ((1 << side) - 1)
    chunks = [_strokes(bits >> at & ((1 << CHUNK) - 1)) for at in range(0, side, CHUNK)]
    return f"M0 {row}.5{''.join(chunks)}"


@cache
def _strokes(bits: int) -> str:
    """Return a piece of a row, from its first place to the first one of the next piece."""
    parts, at = [], 0
    while at < CHUNK:
        dark, begin = bits >> at & 1, at
        while at < CHUNK and bits >> at & 1 == dark:
            at += 1
        parts.append(f"h{at - begin}" if dark else f"m{at - begin} 0")
    return "".join(parts)


# --- what is computed once ---


@cache
def _pattern(form: Form, place: int, byte: int) -> int:
    """Return what a byte of the text at a place adds to a code."""
    bits = byte << (8 * form.data - 12 - 8 * (place + 1))
    return _laid(form, bits)


@cache
def _frame(form: Form, length: int) -> int:
    """Return all of a code that is the same for all texts of a length."""
    bits = (0b0100 << 8 | length) << (8 * form.data - 12)
    for number, place in enumerate(range(length + HEAD, form.data)):
        bits |= PADDING[number % 2] << (8 * (form.data - place - 1))
    _, dark = _function_modules(form)
    mask = sum(1 << at for at in _free(form) if sum(divmod(at, form.side)) % 2 == 0)
    return _laid(form, bits) ^ mask | dark


def _laid(form: Form, bits: int) -> int:
    """Return where the bits of some data and of its correction lie."""
    data = bits.to_bytes(form.data, "big")
    each = form.data // form.blocks
    blocks = [data[at : at + each] for at in range(0, form.data, each)]
    corrections = [_corrected(block, form.correction) for block in blocks]
    words = [*_by_turns(blocks), *_by_turns(corrections)]
    stream = (word >> shift & 1 for word in words for shift in range(7, -1, -1))
    return sum(1 << at for at, bit in zip(_free(form), stream, strict=False) if bit)


def _by_turns(blocks: list[bytes]) -> list[int]:
    return [word for turn in zip(*blocks, strict=True) for word in turn]


def _corrected(block: bytes, count: int) -> bytes:
    """Return the words of Reed and Solomon that let a reader mend a block."""
    generator = _generator(count)
    rest = [*block, *bytes(count)]
    for at in range(len(block)):
        if factor := rest[at]:
            for step, value in enumerate(generator):
                rest[at + step] ^= _times(value, factor)
    return bytes(rest[len(block) :])


@cache
def _generator(count: int) -> tuple[int, ...]:
    """Return the polynomial by which so many words of correction are the rest."""
    found, power = [1], 1
    for _ in range(count):
        found = [a ^ _times(b, power) for a, b in zip([*found, 0], [0, *found], strict=True)]
        power = _times(power, 2)
    return tuple(found)


@cache
def _times(one: int, other: int) -> int:
    """Return the product in the field of 256 in which codes are corrected."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
        other >>= 1
    return product


@cache
def _free(form: Form) -> tuple[int, ...]:
    """Return the modules that hold data, in their order: up and down in pairs of columns."""
    side, (fixed, _) = form.side, _function_modules(form)
    columns = [*range(side - 1, 6, -2), *range(5, 0, -2)]
    found = []
    for number, right in enumerate(columns):
        rows = range(side) if number % 2 else range(side - 1, -1, -1)
        found += [row * side + column for row in rows for column in (right, right - 1)]
    return tuple(at for at in found if not fixed >> at & 1)


@cache
def _function_modules(form: Form) -> tuple[int, int]:
    """Return which modules are the same in all codes of a form, and which of these are dark."""
    side, fixed, dark = form.side, 0, 0

    def put(row: int, column: int, is_dark: bool) -> None:
        nonlocal fixed, dark
        if 0 <= row < side and 0 <= column < side:
            bit = 1 << (row * side + column)
            fixed, dark = fixed | bit, dark & ~bit | (bit if is_dark else 0)

    for at in range(side):
        put(6, at, at % 2 == 0)
        put(at, 6, at % 2 == 0)
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        for row in range(-1, 8):
            for column in range(-1, 8):
                ring = max(abs(row - 3), abs(column - 3))
                put(top + row, left + column, ring not in (2, 4))
    for row in range(-2, 3):
        for column in range(-2, 3):
            put(side - 7 + row, side - 7 + column, max(abs(row), abs(column)) != 1)
    for number, (row, column) in enumerate(_format_places(side)):
        put(row, column, bool(FORMAT >> (number % 15) & 1))
    put(side - 8, 8, True)
    return fixed, dark


def _format_places(side: int) -> list[tuple[int, int]]:
    """Return where the fifteen bits of the format stand, the lowest first, twice."""
    down = [(row, 8) for row in (0, 1, 2, 3, 4, 5, 7, 8)]
    along = [(8, column) for column in (7, 5, 4, 3, 2, 1, 0)]
    right = [(8, side - 1 - step) for step in range(8)]
    below = [(side - 7 + step, 8) for step in range(7)]
    return [*down, *along, *right, *below]
