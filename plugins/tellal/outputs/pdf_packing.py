"""PDF -> the same PDF, smaller: its objects stand together in streams, and are compressed.

A typesetter writes each object as text; in a report with thousands of links that is most of the
file. Since PDF 1.5 objects may stand in streams, and a stream may list them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final
from zlib import compress

TOGETHER: Final = 500
"""How many objects stand in a stream: a reader unpacks one to see any of them."""
BEST: Final = 9
ROW: Final = 20
"""How long a row of the table of objects is, in bytes."""
TABLE = re.compile(rb"xref\n0 (\d+)\n")
TRAILER = re.compile(rb"trailer\n<</Size \d+(.*)>>\nstartxref\n(\d+)", re.DOTALL)
HEAD = re.compile(rb"\d+ 0 obj\n")
TAIL = b"\nendobj"

Objects = dict[int, bytes]
Place = tuple[int, int, int]
"""A row of the list of objects: 1, offset, 0 of one by itself; 2, stream, index of one within."""


def packed(pdf: bytes) -> bytes:
    """Return the same document with its objects in streams. It is as typst writes it."""
    found = TRAILER.search(pdf, pdf.rindex(b"trailer"))
    assert found, "a PDF ends with a trailer"
    objects = _objects(pdf, int(found[2]))
    loose = [number for number, text in objects.items() if not text.endswith(b"endstream")]
    alone = {number: text for number, text in objects.items() if text.endswith(b"endstream")}
    places: dict[int, Place] = {0: (0, 0, 0)}
    groups = (loose[start : start + TOGETHER] for start in range(0, len(loose), TOGETHER))
    for stream, group in enumerate(groups, len(objects) + 1):
        alone[stream] = _together({number: objects[number] for number in group})
        places |= {number: (2, stream, index) for index, number in enumerate(group)}
    return _written(pdf[: pdf.index(b"1 0 obj\n")], alone, places, found[1])


def _objects(pdf: bytes, table: int) -> Objects:
    """Return the objects by their number, without the words around them."""
    head = TABLE.match(pdf, table)
    assert head, "the table of objects is where the trailer says"
    rows = (pdf[row : row + ROW] for row in range(head.end() + ROW, pdf.rindex(b"trailer"), ROW))
    offsets = {int(row[:10]): number for number, row in enumerate(rows, 1)}
    found = {}
    for begins, ends in pairwise((*sorted(offsets), table)):
        text = HEAD.sub(b"", pdf[begins:ends], count=1)
        found[offsets[begins]] = text[: text.rindex(TAIL)]
    return found


def _together(objects: Objects) -> bytes:
    """Return a stream of objects: where each begins, then all of them."""
    begins, heads = 0, []
    for number, text in objects.items():
        heads.append(b"%d %d" % (number, begins))
        begins += len(text) + 1
    head = b" ".join(heads) + b"\n"
    names = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return _stream(names, head + b"\n".join(objects.values()))


def _written(head: bytes, alone: Objects, places: dict[int, Place], trailer: bytes) -> bytes:
    """Return the whole file: what stands by itself, and the list of all objects at its end."""
    pieces, offset, last = [head], len(head), max(alone) + 1
    for number, text in alone.items():
        places[number] = (1, offset, 0)
        pieces.append(b"%d 0 obj\n%b\nendobj\n" % (number, text))
        offset += len(pieces[-1])
    places[last] = (1, offset, 0)
    rows = b"".join(
        bytes((kind,)) + where.to_bytes(4) + index.to_bytes(2)
        for kind, where, index in (places[number] for number in range(last + 1))
    )
    names = b"/Type/XRef/W[1 4 2]/Size %d%b" % (last + 1, trailer)
    pieces.append(b"%d 0 obj\n%b\nendobj\n" % (last, _stream(names, rows)))
    return b"".join((*pieces, b"startxref\n%d\n%%%%EOF" % offset))


def _stream(names: bytes, data: bytes) -> bytes:
    small = compress(data, BEST)
    head = b"<<%b/Filter/FlateDecode/Length %d>>" % (names, len(small))
    return b"%b\nstream\n%b\nendstream" % (head, small)
