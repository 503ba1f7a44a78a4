"""python -m tellal.reading.pdf_words: reads one PDF after the other and tells its words.

In comes the length of a file and the file, out goes a line of JSON. It is no part of the flow: what
it does to itself over a hostile file is no matter.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from tellal.reading.pdf_pages import LENGTH, MEBIBYTES

PAGES = 5_000
LETTERS = 20_000_000
MARKUP = re.compile(r"<[^<>]{1,1000}>")


def main() -> None:
    """Answer until nobody asks any more."""
    limit = MEBIBYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints is no answer
    while head := stdin.read(LENGTH.size):
        data = stdin.read(*LENGTH.unpack(head))
        stdout.write(json.dumps(told(data)).encode() + b"\n")
        stdout.flush()


def told(data: bytes) -> dict[str, Any]:
    """Return the words of a PDF, or the reason for which nobody can say them."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"reason": "encrypted"}
        if len(reader.pages) > PAGES:
            return {"reason": "slow"}
        pages, left = [], LETTERS
        for page in reader.pages:
            text = "\n".join((page.extract_text(), *_notes(page)))
            pages.append(text)
            left -= len(text)
            if left < 0:
                return {"reason": "slow"}
        return {"pages": pages, "properties": "\n".join(_properties(reader))[:LETTERS]}
    except (DependencyError, FileNotDecryptedError):
        return {"reason": "encrypted"}
    except Exception:  # no list of what a broken file does to its reader would be whole
        return {"reason": "broken"}


def _notes(page: Any) -> Iterator[str]:
    """Yield what stands in the remarks and the filled fields of a page."""
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        for key in ("/Contents", "/V", "/T"):
            if isinstance(value := note.get(key), str):
                yield value


def _properties(reader: Any) -> Iterator[str]:
    """Yield what the file says of itself, in both of the places that there are for it."""
    for value in (reader.metadata or {}).values():
        yield str(value)
    if packet := reader.root_object.get("/Metadata"):
        yield MARKUP.sub(" ", packet.get_object().get_data().decode("utf-8", "replace"))


if __name__ == "__main__":
    main()
