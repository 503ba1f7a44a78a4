"""Bytes of a file -> text, or a finding that says how to save it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from tellal.domain.findings import Finding, finding

NOT_UTF8 = (
    "The file is not saved as UTF-8 (byte {position} of line {line} cannot be read). "
    'Save it again with the encoding "UTF-8".'
)


# What no reader sees, and no feed or page may hold: control characters and what Unicode calls no
# character. Tabs and line ends stay.
FORBIDDEN = (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xFDD0, 0xFDF0))
NO_CHARACTERS = (plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
# What comes along from word processors, and makes two words differ that look the same: the soft
# hyphen, the space without width, the word joiner, the byte order mark.
INVISIBLE = (0xAD, 0x200B, 0x2060, 0xFEFF)
UNPRINTABLE = dict.fromkeys((*FORBIDDEN, *NO_CHARACTERS, *INVISIBLE))
# How a file begins that Windows calls "Unicode": three hyphens of two bytes each.
UTF_16 = (b"-\0", b"\0-")


def printable(text: str) -> str:
    """Return the text without control characters and without signs that nobody sees."""
    if text.replace("\n", "").replace("\t", "").replace("\xa0", "").isprintable():
        return text  # a look, where the mapping would take a hundred times as long
    return text.translate(UNPRINTABLE)


def read_text(root: Path, path: str) -> tuple[str | None, list[Finding]]:
    """Return the text in NFC with plain line ends; a byte order mark is accepted and dropped."""
    return text_of((root / path).read_bytes(), path)


def text_of(data: bytes, path: str) -> tuple[str | None, list[Finding]]:
    """Return the text of a file's bytes, or the finding that says on which line it ends."""
    try:
        if data.startswith(UTF_16):
            raise UnicodeDecodeError("utf8", data, data.index(0), 1, "a byte without a letter")
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        position = error.start - data.rfind(b"\n", 0, error.start)
        return None, [finding(path, line, "file-encoding", NOT_UTF8, line=line, position=position)]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", printable(plain)), []
