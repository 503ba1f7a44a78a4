"""Files -> the same files made smaller, beside them: gzip always, brotli where its command is.

What was compressed once is kept under the digest of its bytes, so only what is new costs time.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

from tellal.publish.manifest import Entry, entry_of

SUFFIXES = tuple(
    ".html .css .js .mjs .json .xml .svg .txt .csv .ics .xsl .webmanifest .wasm".split()
)
SMALLEST = 512
"""Bytes below which the head of an answer weighs more than what is saved."""
IN_A_LOT = 200
QUALITY = 9
"""Of brotli: 11 takes twenty times as long for a twentieth of the bytes."""
FORMS = (".gz", ".br")
INDEX = "index"
"""What lies beside all that is kept, and names size and digest of each."""


def is_worth_it(entry: Entry) -> bool:
    """Return whether a file becomes smaller by compressing it.

    >>> is_worth_it(Entry("sq/index.html", 9000, "")), is_worth_it(Entry("a.pdf", 9000, ""))
    (True, False)
    """
    return entry.size >= SMALLEST and entry.path.endswith(SUFFIXES)


def compressed(
    entries: Iterable[Entry],
    files: Mapping[str, str],
    kept: Path,
    forms: Sequence[str] = FORMS,
    joint: bytes = b"",
) -> dict[Entry, str]:
    """Return what lies beside some files, each with the file that has its bytes.

    What stands before a `joint` gives the same bytes of gzip whatever comes after it.
    """
    forms = forms if shutil.which("brotli") else forms[:1]
    wanted = [entry for entry in entries if is_worth_it(entry)]
    sources = {entry.sha256: files[entry.path] for entry in wanted}
    twins = _kept(sources, kept, forms, joint)
    return {
        Entry(entry.path + form, size, digest): f"{kept}/{entry.sha256}{form}"
        for entry in wanted
        for form in forms
        for size, digest in (twins[entry.sha256 + form],)
        if size < entry.size
    }


def _kept(
    sources: dict[str, str], kept: Path, forms: Sequence[str], joint: bytes
) -> dict[str, tuple[int, str]]:
    """Keep what some files become, and nothing else; return size and digest of each by its name.

    What was kept before is believed: whoever receives it looks at its digest.
    """
    kept.mkdir(parents=True, exist_ok=True)
    there, known = {file.name for file in os.scandir(kept)}, dict(_lines(kept / INDEX))
    names = {source + form: source for source in sources for form in forms}
    missing = {source for name, source in names.items() if name not in known or name not in there}
    if missing:
        _compress({source: sources[source] for source in missing}, kept, forms, joint)
    found = {
        name: _size_and_digest(kept / name) if source in missing else known[name]
        for name, source in names.items()
    }
    for name in there - found.keys() - {INDEX}:
        (kept / name).unlink()
    if found != known:
        half = kept / f"{INDEX}.new"
        lines = (f"{name} {size} {digest}\n" for name, (size, digest) in found.items())
        half.write_text("".join(lines), "utf-8")
        half.replace(kept / INDEX)
    return found


def _size_and_digest(file: Path) -> tuple[int, str]:
    entry = entry_of("", file)
    return entry.size, entry.sha256


def _lines(index: Path) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield what is known of what is kept, nothing for what nobody can read."""
    with suppress(FileNotFoundError, ValueError):
        for line in index.read_text("ascii").splitlines():
            name, size, digest = line.split(" ")
            yield name, (int(size), digest)


def _compress(missing: dict[str, str], kept: Path, forms: Sequence[str], joint: bytes) -> None:
    """Compress some files, known by their digests."""
    names = sorted(missing)
    lots = [names[at : at + IN_A_LOT] for at in range(0, len(names), IN_A_LOT)]
    with ThreadPoolExecutor(2) as pool:
        for _ in pool.map(partial(_compress_lot, missing, kept, forms, joint), lots):
            pass


def _compress_lot(
    missing: dict[str, str], kept: Path, forms: Sequence[str], joint: bytes, names: list[str]
) -> None:
    with tempfile.TemporaryDirectory(dir=kept.parent) as place:
        for name in names:
            data = Path(missing[name]).read_bytes()
            if sha256(data).hexdigest() != name:
                raise OSError(0, "The file changed while it was published", missing[name])
            Path(place, name).write_bytes(data)
            Path(place, f"{name}.gz").write_bytes(gzipped(data, joint))
        if ".br" in forms:
            brotli = ("brotli", f"--quality={QUALITY}", "--force", "--keep", *names)
            subprocess.run(brotli, cwd=place, check=True, capture_output=True)
        for name in names:
            for form in forms:
                Path(place, name + form).replace(kept / (name + form))


def gzipped(data: bytes, joint: bytes = b"") -> bytes:
    """Return some bytes as a gzip file without a name, a time or a system in it.

    After the last `joint` it begins anew: without that one byte would change the whole file.

    >>> import gzip
    >>> gzip.decompress(gzipped(b"Komuna e Gjilanit"))
    b'Komuna e Gjilanit'
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    tail = struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    at = data.rfind(joint) + len(joint) if joint and joint in data else len(data)
    first = packer.compress(data[:at])
    if at < len(data):
        first += packer.flush(zlib.Z_FULL_FLUSH)
    return head + first + packer.compress(data[at:]) + packer.flush() + tail
