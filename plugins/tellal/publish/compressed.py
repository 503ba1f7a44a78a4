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
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from tellal.publish.manifest import Entry

SUFFIXES = frozenset(
    ".html .css .js .mjs .json .xml .svg .txt .csv .ics .xsl .webmanifest .wasm".split()
)
SMALLEST = 512
"""Bytes below which the head of an answer weighs more than what is saved."""
IN_A_LOT = 200
QUALITY = 9
"""Of brotli: 11 takes twenty times as long for a twentieth of the bytes."""
FORMS = (".gz", ".br")


def is_worth_it(entry: Entry) -> bool:
    """Return whether a file becomes smaller by compressing it.

    >>> is_worth_it(Entry("sq/index.html", 9000, "")), is_worth_it(Entry("a.pdf", 9000, ""))
    (True, False)
    """
    return entry.size >= SMALLEST and PurePosixPath(entry.path).suffix in SUFFIXES


def compressed(
    entries: Iterable[Entry],
    files: Mapping[str, Path],
    kept: Path,
    forms: Sequence[str] = FORMS,
    joint: bytes = b"",
) -> dict[Entry, Path]:
    """Return what lies beside some files, each with the file that has its bytes.

    What stands before a `joint` gives the same bytes of gzip whatever comes after it.
    """
    wanted = [entry for entry in entries if is_worth_it(entry)]
    kept.mkdir(parents=True, exist_ok=True)
    there = {name.name: name.stat().st_size for name in os.scandir(kept)}
    forms = forms if shutil.which("brotli") else forms[:1]
    missing = {e.sha256: files[e.path] for e in wanted if not _is_kept(e, there, forms)}
    if missing:
        _compress(missing, kept, forms, joint)
        there = {name.name: name.stat().st_size for name in os.scandir(kept)}
    known = _digests(kept, there, {entry.sha256 for entry in wanted})
    found = {}
    for entry in wanted:
        for form in forms:
            name = f"{entry.sha256}{form}"
            if there[name] < entry.size:
                found[Entry(entry.path + form, there[name], known[name])] = kept / name
    return found


def _is_kept(entry: Entry, there: dict[str, int], forms: Sequence[str]) -> bool:
    return all(f"{entry.sha256}{form}" in there for form in forms)


def _compress(missing: dict[str, Path], kept: Path, forms: Sequence[str], joint: bytes) -> None:
    """Compress some files, known by their digests."""
    names = sorted(missing)
    lots = [names[at : at + IN_A_LOT] for at in range(0, len(names), IN_A_LOT)]
    with ThreadPoolExecutor(2) as pool:
        for _ in pool.map(partial(_compress_lot, missing, kept, forms, joint), lots):
            pass


def _compress_lot(
    missing: dict[str, Path], kept: Path, forms: Sequence[str], joint: bytes, names: list[str]
) -> None:
    with tempfile.TemporaryDirectory(dir=kept.parent) as place:
        for name in names:
            data = missing[name].read_bytes()
            if sha256(data).hexdigest() != name:
                raise OSError(0, "The file changed while it was published", str(missing[name]))
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


def _digests(kept: Path, there: dict[str, int], sources: set[str]) -> dict[str, str]:
    """Return the digests of all that is kept for some sources; what nobody needs any more goes."""
    index = kept.with_suffix(".index")
    known = dict(_lines(index))
    found = {}
    for name in sorted(there):
        if Path(name).stem in sources:
            found[name] = known.get(name) or sha256((kept / name).read_bytes()).hexdigest()
        else:
            (kept / name).unlink()
    if found != known:
        half = index.with_suffix(".new")
        half.write_text("".join(f"{name} {digest}\n" for name, digest in found.items()), "utf-8")
        half.replace(index)
    return found


def _lines(index: Path) -> Iterator[tuple[str, str]]:
    if index.is_file():
        for line in index.read_text("utf-8").splitlines():
            name, _, digest = line.partition(" ")
            yield name, digest
