"""Bytes of a file -> text, or a finding that says how to save it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from tellal.domain.findings import Finding, finding

NOT_UTF8 = (
    "The file is not saved as UTF-8 (byte {position} of line {line} cannot be read). "
    'Save it again with the encoding "UTF-8".'
)


# What no reader sees and no feed may hold. Tabs and line ends stay.
UNPRINTABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])


def printable(text: str) -> str:
    """Return the text without control characters."""
    return text.translate(UNPRINTABLE)


def read_text(root: Path, path: str) -> tuple[str | None, list[Finding]]:
    """Return the text in NFC with plain line ends; a byte order mark is accepted and dropped."""
    return text_of((root / path).read_bytes(), path)


def text_of(data: bytes, path: str) -> tuple[str | None, list[Finding]]:
    """Return the text of a file's bytes, or the finding that says on which line it ends."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        position = error.start - data.rfind(b"\n", 0, error.start)
        return None, [finding(path, line, "file-encoding", NOT_UTF8, line=line, position=position)]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", printable(plain)), []
