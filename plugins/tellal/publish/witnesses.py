"""Feeds and the head of the log -> the same feeds with that head at their end.

Whoever keeps a feed keeps a head that cannot be taken back: archives of newsrooms become witnesses.
Feeds are not in the log themselves, so the head in them changes nothing that it speaks of.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from tellal.publish.compressed import compressed
from tellal.publish.shipment import Shipment
from tellal.publish.verify import FEED, HEAD_IN

GZIP = (".gz",)
"""Feed readers seldom know more; the head makes all feeds others, and brotli takes its time."""


def with_witnesses(shipment: Shipment, kept: Path, small: bool) -> Shipment:
    """Return a shipment whose feeds carry the head of the log that goes with it, if there is any.

    `kept` is a folder for what is made here; `small`: with compressed feeds beside.
    """
    feeds = {path: file for path, file in shipment.files.items() if FEED.fullmatch(path)}
    if head := shipment.files.get("log/head"):
        stamped = _stamped(feeds, Path(head).read_text("utf-8"), kept / "feeds")
        shipment = shipment.with_files(stamped)
    entries = [shipment.entries[path] for path in feeds] if small else []
    joint = HEAD_IN.encode()
    beside = compressed(entries, shipment.files, kept / "compressed-feeds", GZIP, joint)
    return shipment.with_twins(beside)


def _stamped(feeds: Mapping[str, str], head: str, place: Path) -> dict[str, Path]:
    """Write each feed with a head into a folder."""
    shutil.rmtree(place, ignore_errors=True)
    found = {}
    for path, file in feeds.items():
        found[path] = place / path
        found[path].parent.mkdir(parents=True, exist_ok=True)
        found[path].write_bytes(with_head(path, Path(file).read_bytes(), head))
    return found


def with_head(path: str, data: bytes, head: str) -> bytes:
    """Return a feed with a head of the log as its last element."""
    form = path.rpartition("/")[2].partition(".")[2]
    end, write = FORMS[form]
    at = data.rindex(end)
    return data[:at] + write(head).encode() + data[at:]


def _in_xml(head: str) -> str:
    return f'<tellal:head xmlns:tellal="{HEAD_IN}">{escape(head)}</tellal:head>'


def _in_json(head: str) -> str:
    told = json.dumps({"about": HEAD_IN, "head": head}, ensure_ascii=False)
    return f',\n "_tellal": {told}'


FORMS: Mapping[str, tuple[bytes, Callable[[str], str]]] = {
    "rss.xml": (b"</channel>", _in_xml),
    "atom.xml": (b"</feed>", _in_xml),
    "json": (b"\n}\n", _in_json),
}
"""By form: what a feed ends with, and how a head is written before it."""
