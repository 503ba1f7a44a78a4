"""Text -> Trace: what looks like a number, an address or a birthday of a private person.

Every pattern is bounded, so the time that it takes grows with the text and not faster. It is tried
only around the words and numbers that it needs, which most texts do not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import normalize

from tellal.domain.traces import Place, Trace
from tellal.reading.particulars.numbers import NUMBERS
from tellal.reading.particulars.pattern import around_words, merged
from tellal.reading.particulars.persons import PERSONS

PATTERNS = (*NUMBERS, *PERSONS)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
ODD_ENDS = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
ODD = re.compile(f"{INVISIBLE.pattern}|{ODD_ENDS.pattern}")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"')]+")
NINE_DIGITS = re.compile(r"[0-9](?:[ ./()-]{0,3}[0-9]){8}")
"""What every number needs that names a person, an account or a telephone."""
A_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


def traces_in(path: str, text: str, first: int = 1, place: Place = Place.TEXT) -> Iterator[Trace]:
    """Yield what looks like personal data in a text whose first line has a number.

    Each value once for each line. Never raises for any text.
    """
    small = legible(text).lower()
    without_web = WEB_ADDRESS.sub("", small) if "://" in small else small
    numbers = merged(found.span() for found in NINE_DIGITS.finditer(without_web))
    seen: set[Trace] = set()
    for pattern in PATTERNS:
        where = small if pattern.is_found_in_web_addresses else without_web
        spans = around_words(where, pattern.words) if pattern.words else numbers
        for start, value in pattern.values(where, spans):
            trace = Trace(path, first + where.count("\n", 0, start), pattern.rule, value, place)
            if trace not in seen:
                seen.add(trace)
                yield trace


def traces_of_name(path: str) -> Iterator[Trace]:
    """Yield what looks like personal data in the name of a file; a date in it is none."""
    words = re.sub(r"[._-]", " ", path.rpartition("/")[2])
    for trace in traces_in(path, words, 0, Place.NAME):
        if not A_DAY.match(trace.value):
            yield trace


def legible(text: str) -> str:
    r"""Return a text as a reader sees its letters and digits, with the same lines.

    >>> legible("044\u00a0１２３&#52;56")
    '044 123456'
    """
    if "&" in text:
        text = "\n".join(unescape(line).replace("\n", " ") for line in text.split("\n"))
    if ODD.search(text):
        text = ODD_ENDS.sub(" ", INVISIBLE.sub("", text))
    return text if text.isascii() else ODD_ENDS.sub(" ", normalize("NFKC", text))
