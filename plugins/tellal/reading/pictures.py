"""A picture -> the same picture without what the camera and its owner left in it.

What is seen stays bit for bit as it was: nothing is encoded anew. Of JPEG, PNG and WebP only the
parts that a browser needs to show them are kept, so that a part which nobody knows cannot leak.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

ORIENTATION = 0x0112
EXIF = b"Exif\0\0"
JPEG_START, PNG_START = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
NEXT_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""Where the coded data of a JPEG ends."""
APP0, APP1, APP2, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
COMMENT, START_OF_SCAN, END = 0xFE, 0xDA, 0xD9
PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI".split()
    + b"acTL fcTL fdAT".split()
)
WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
WEBP_EXIF, WEBP_XMP = 0x08, 0x04


class NotAPicture(ValueError):
    """The bytes are not those of a JPEG, PNG or WebP."""


def stripped(data: bytes) -> bytes:
    """Return a picture without places, cameras, owners, dates, remarks and previews.

    Which way up it is stays. Raises NotAPicture.
    """
    try:
        if data.startswith(JPEG_START):
            return JPEG_START + b"".join(_jpeg(data))
        if data.startswith(PNG_START):
            return b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError) as error:
        raise NotAPicture(str(error)) from error
    raise NotAPicture("none of the three")


def _smallest(exif: bytes) -> bytes:
    """Return the smallest Exif that says which way up a picture is, empty if it stands."""
    from PIL import Image

    try:
        whole = Image.Exif()
        whole.load(exif)
        turned = whole.get(ORIENTATION, 1)
    except Exception:  # whatever a broken Exif does to its reader: then nothing of it is kept
        return b""
    if turned not in range(2, 9):
        return b""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Yield the parts of a JPEG that are kept; what follows its end is another file."""
    place = len(JPEG_START)
    while place < len(data):
        found = NEXT_MARKER.match(data, place)
        if not found:
            raise NotAPicture("no segment")
        marker, place = found[1][0], found.end()
        if marker == END:
            yield b"\xff\xd9"
            return
        (size,) = struct.unpack_from(">H", data, place)
        part = data[place : place + size]
        if size < 2 or len(part) < size:
            raise NotAPicture("a segment is cut off")
        place += size
        if marker == APP1 and part[2:].startswith(EXIF):
            if exif := _smallest(part[2:]):
                yield struct.pack(">BBH", 0xFF, APP1, len(exif) + 8) + EXIF + exif
        elif _is_kept(marker, part[2:]):
            yield bytes((0xFF, marker)) + part
        if marker == START_OF_SCAN:
            end = NEXT_MARKER.search(data, place)
            yield data[place : end.start() if end else len(data)]
            place = end.start() if end else len(data)


def _is_kept(marker: int, content: bytes) -> bool:
    """Return whether a segment says how the picture looks: its colours, and all that is coded."""
    if marker == APP0:
        return content.startswith(b"JFIF\0")
    if marker == APP2:
        return content.startswith(b"ICC_PROFILE\0")
    return marker == APP14 or not (APP0 <= marker <= APP15 or marker == COMMENT)


def _png(data: bytes) -> Iterator[bytes]:
    yield PNG_START
    place = len(PNG_START)
    while place < len(data):
        size, name = struct.unpack_from(">I4s", data, place)
        chunk = data[place : place + size + 12]
        if len(chunk) < size + 12:
            raise NotAPicture("a chunk is cut off")
        if name in PNG_KEPT:
            yield chunk
        if name == b"IEND":
            return
        place += len(chunk)


def _webp(data: bytes) -> bytes:
    """Return a WebP; only one that says more than its pixels has a head with flags."""
    parts, chunks = [], list(_webp_chunks(data))
    exif = _smallest(next((content for name, content in chunks if name == b"EXIF"), b""))
    for name, content in chunks:
        if name == b"VP8X":
            flags = content[0] & ~(WEBP_EXIF | WEBP_XMP) | (WEBP_EXIF if exif else 0)
            content = bytes((flags,)) + content[1:]
        if name in WEBP_KEPT:
            parts.append(_webp_chunk(name, content))
    if exif and parts and parts[0].startswith(b"VP8X"):
        parts.append(_webp_chunk(b"EXIF", exif))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    (size,) = struct.unpack_from("<I", data, 4)
    place, end = 12, min(len(data), size + 8)
    while place + 8 <= end:
        name, size = struct.unpack_from("<4sI", data, place)
        content = data[place + 8 : place + 8 + size]
        if len(content) < size:
            raise NotAPicture("a chunk is cut off")
        yield name, content
        place += 8 + size + size % 2


def _webp_chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
