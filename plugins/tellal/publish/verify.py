"""Checks a published site, or a copy of it, with nothing but Python and ssh-keygen.

    python3 verify.py SITE                        a site, or a release with its manifest
    python3 verify.py SITE --older HEAD           that nothing vanished since an older log/head, or
                                                  since somebody kept a feed, which carries one
    python3 verify.py SITE --key SHA256:...       that the office's key is the one you know
    python3 verify.py SITE --file DOCUMENT.pdf    that the office published a document

SITE is the folder that holds log/. Nothing is sent or fetched. The answer is 0 where all is well, 1
where it is not, 2 where it cannot be told. The log is a Merkle tree as in RFC 9162: its leaves are
the lines of log/entries.jsonl, log/head says how many they are and what they amount to.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import NamedTuple

NAMESPACE = "tellal"
SIGNER = "log"
BEGIN, END = "-----BEGIN SSH SIGNATURE-----\n", "\n-----END SSH SIGNATURE-----\n"
WIDTH = 70
GONE = ("withdrawn", "expired", "moved", "removed")
STATES = ("published", "revised", "reissued", *GONE)
KEYS = ("key", "key-lost")
TILE = 256
IN_A_LOT = 200
Entry = dict[str, str]
TWINS = (".gz", ".br")
FEED = re.compile(r"[a-z-]+/feeds/(?:[^/]+/)?[^/]+\.(rss\.xml|atom\.xml|json)")
HEAD_IN = "tag:tellal.example,2026:log"
"""What names the head of a log in a feed: the namespace in RSS and Atom, `about` in JSON Feed."""
HEAD_ELEMENT = re.compile(r"<(?:[\w.-]+:)?head(?:\s[^<>]*)?>([^<]*)</")
FIELDS = ",".join(
    rf'"{name}":"(?P<{name}>[^"\\\x00-\x1f]*)"'
    for name in ("address", "digest", "moment", "revision", "what")
)
PLAIN = re.compile(rf"\{{{FIELDS}\}}")
"""An entry as most are written, without anything that JSON escapes."""
MANIFEST_HEAD = "# tellal manifest 1: "


class Wrong(Exception):
    """Something is not as the office signed it. Carries a sentence."""


# --- the tree ---


def leaf_of(data: bytes) -> bytes:
    """Return the hash of a leaf (RFC 9162, 2.1.1)."""
    return sha256(b"\0" + data).digest()


def node_of(left: bytes, right: bytes) -> bytes:
    """Return the hash of two branches."""
    return sha256(b"\1" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the hash of a tree, given those of its leaves."""
    if not leaves:
        return sha256().digest()
    level = list(leaves)
    while len(level) > 1:  # the last one of an odd level rises as it is
        paired = [node_of(*level[at : at + 2]) for at in range(0, len(level) - 1, 2)]
        level = paired + level[len(paired) * 2 :]
    return level[0]


def _split(count: int) -> int:
    """Return the largest power of two below a number."""
    return 1 << (count - 1).bit_length() - 1


def inclusion_proof(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return what shows that a leaf is in a tree (RFC 9162, 2.1.3.1)."""
    if len(leaves) == 1:
        return []
    at = _split(len(leaves))
    if index < at:
        return [*inclusion_proof(index, leaves[:at]), root_of(leaves[at:])]
    return [*inclusion_proof(index - at, leaves[at:]), root_of(leaves[:at])]


def is_included(index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> bool:
    """Return whether a proof shows that a leaf is in a tree of a size (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    first, last, found = index, size - 1, leaf
    for part in proof:
        if last == 0:
            return False
        if first % 2 or first == last:
            found = node_of(part, found)
            while not first % 2 and first:
                first, last = first >> 1, last >> 1
        else:
            found = node_of(found, part)
        first, last = first >> 1, last >> 1
    return last == 0 and found == root


def consistency_proof(older: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return what shows that the first leaves were a tree of their own (RFC 9162, 2.1.4.1)."""
    return _subproof(older, leaves, True) if 0 < older < len(leaves) else []


def _subproof(older: int, leaves: Sequence[bytes], is_whole: bool) -> list[bytes]:
    if older == len(leaves):
        return [] if is_whole else [root_of(leaves)]
    at = _split(len(leaves))
    if older <= at:
        return [*_subproof(older, leaves[:at], is_whole), root_of(leaves[at:])]
    return [*_subproof(older - at, leaves[at:], False), root_of(leaves[:at])]


def is_consistent(
    older: int, newer: int, older_root: bytes, newer_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Return whether a proof shows that one tree has grown into another (RFC 9162, 2.1.4.2)."""
    if older == newer:
        return not proof and older_root == newer_root
    if not 0 < older < newer or not proof:
        return False
    parts = list(proof) if older & (older - 1) else [older_root, *proof]
    first, last = older - 1, newer - 1
    while first % 2:
        first, last = first >> 1, last >> 1
    was = now = parts[0]
    for part in parts[1:]:
        if last == 0:
            return False
        if first % 2 or first == last:
            was, now = node_of(part, was), node_of(part, now)
            while not first % 2 and first:
                first, last = first >> 1, last >> 1
        else:
            now = node_of(now, part)
        first, last = first >> 1, last >> 1
    return last == 0 and was == older_root and now == newer_root


# --- the log ---


class Head(NamedTuple):
    """What the office signs: whose log it is, how long, what it amounts to, and when."""

    origin: str
    size: int
    root: bytes
    moment: str

    @property
    def text(self) -> str:
        """Return the lines that are signed; the first three are a checkpoint as of C2SP."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n{self.moment}\n"


def parse_head(text: str) -> tuple[Head, str]:
    """Return a head and its signature. Raises Wrong where one byte of it is not as it must be."""
    body, between, signature = text.partition("\n\n")
    lines = body.split("\n")
    if len(lines) != 4 or not between or not re.fullmatch(r"0|[1-9][0-9]{0,17}", lines[1]):
        raise Wrong("log/head is not a head of a log.")
    try:
        head = Head(lines[0], int(lines[1]), b64decode(lines[2], validate=True), lines[3])
    except ValueError:
        raise Wrong("log/head is not a head of a log.") from None
    if f"{head.text}\n{signature}" != text or not _is_armour(signature):
        raise Wrong("log/head is not a head of a log.")
    return head, signature


def _is_armour(signature: str) -> bool:
    """Return whether a signature is written in the one way in which ssh-keygen writes it."""
    inside = signature.removeprefix(BEGIN).removesuffix(END)
    try:
        text = b64encode(b64decode(inside.replace("\n", ""), validate=True)).decode()
    except ValueError:
        return False
    lines = "\n".join(text[at : at + WIDTH] for at in range(0, len(text), WIDTH))
    return signature == f"{BEGIN}{lines}{END}"


def canonical(entry: Entry) -> bytes:
    """Return the one way in which an entry is written."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def parse_entries(data: bytes) -> tuple[list[Entry], list[bytes]]:
    """Return the entries of a log, and the lines in which they stand.

    Raises Wrong for the first line that is none.
    """
    lines = data.split(b"\n")
    if lines.pop():
        raise Wrong("The last line of log/entries.jsonl is cut off.")
    entries, moment = [], ""
    for number, line in enumerate(lines, 1):
        try:
            plain = PLAIN.fullmatch(line.decode())
            entry = plain.groupdict() if plain else _entry_in(line)
            known = entry["what"] in (*STATES, *KEYS) and entry["moment"] >= moment
        except (ValueError, KeyError, AttributeError, TypeError):
            known = False
        if not known:
            raise Wrong(f"Line {number} of log/entries.jsonl is not an entry.")
        moment = entry["moment"]
        entries.append(entry)
    return entries, lines


def _entry_in(line: bytes) -> Entry:
    """Return the entry that a line is. Raises ValueError where it is written in another way."""
    entry: Entry = json.loads(line)
    if canonical(entry) != line or not all(isinstance(text, str) for text in entry.values()):
        raise ValueError
    return entry


def handover_of(origin: str, entry: Entry, index: int) -> str:
    """Return what an old key signs to hand over to a new one."""
    return f"{origin}\nhands over at {index}\n{entry['key']}\n{entry['moment']}\n"


def allowed_signers(key: str) -> str:
    """Return the file by which ssh-keygen knows a key."""
    return f'{SIGNER} namespaces="{NAMESPACE}" {key}\n'


def is_signed(text: str, signature: str, key: str) -> bool:
    """Return whether a key has signed a text."""
    if "\n" in key:
        return False
    with tempfile.TemporaryDirectory() as folder:
        signers, file = Path(folder, "allowed_signers"), Path(folder, "signature")
        signers.write_text(allowed_signers(key), "utf-8")
        file.write_text(signature, "utf-8")
        command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", SIGNER]
        command += ["-n", NAMESPACE, "-s", str(file)]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    return done.returncode == 0


def fingerprint_of(key: str) -> str:
    """Return a key as it is printed and read out, like SHA256:..."""
    parts = key.split()
    try:
        digest = sha256(b64decode(parts[1], validate=True)).digest()
    except (IndexError, ValueError):
        raise Wrong("A key in log/entries.jsonl is not a key.") from None
    return f"SHA256:{b64encode(digest).decode().rstrip('=')}"


def key_in_force(entries: Sequence[Entry], origin: str, known: str = "") -> str:
    """Return the key that signs a log of these entries; `known` is the fingerprint one trusts.

    Raises Wrong where a key was not handed over by the one before it, unless the known one is it
    or comes after it.
    """
    key, broken = "", 0
    trusted = not known
    for index, entry in enumerate(entries):
        if entry["what"] not in KEYS:
            continue
        handed = entry["what"] == "key" and key
        if handed and not is_signed(handover_of(origin, entry, index), entry["signature"], key):
            raise Wrong(f"The key in line {index + 1} was not handed over by the one before it.")
        broken = index + 1 if key and not handed else broken
        key = entry["key"]
        if known and fingerprint_of(key) == known:
            trusted, broken = True, 0
    if not key:
        raise Wrong("The log names no key.")
    if not trusted:
        raise Wrong(f"The log was never signed by the key {known}.")
    if broken:
        raise Wrong(
            f"The key in line {broken} took the place of a lost one, which could not hand over. "
            f"Ask the office for the fingerprint of its key and say it with --key. It should be "
            f"{fingerprint_of(key)}."
        )
    return key


class Log(NamedTuple):
    """A log whose head and entries belong together and are signed."""

    head: Head
    entries: list[Entry]
    lines: list[bytes]
    leaves: list[bytes]
    key: str


def read_log(folder: Path, known: str = "") -> Log:
    """Return the log in a folder. Raises Wrong where anything in it is not as it was signed."""
    data = _bytes(folder / "entries.jsonl")
    head, signers = _bytes(folder / "head"), _bytes(folder / "allowed_signers")
    return log_of(*parse_entries(data), head, signers, known)


def log_of(
    entries: list[Entry], lines: list[bytes], head: bytes, signers: bytes, known: str = ""
) -> Log:
    """Return the log that entries, as they stand in lines, and two files are.

    Raises Wrong where they are not one.
    """
    found, signature = parse_head(head.decode("utf-8", "replace"))
    leaves = [leaf_of(line) for line in lines]
    if found.size != len(entries) or found.root != root_of(leaves):
        raise Wrong(
            f"log/entries.jsonl ({len(entries)} lines) is not what log/head was made of "
            f"({found.size} lines): a line was changed, added or taken away."
        )
    key = key_in_force(entries, found.origin, known)
    if not is_signed(found.text, signature, key):
        raise Wrong("log/head is not signed by the office's key.")
    if signers != allowed_signers(key).encode():
        raise Wrong("log/allowed_signers does not name the office's key.")
    return Log(found, entries, lines, leaves, key)


def check_older(log: Log, text: str, known: str = "") -> Head:
    """Return an older head that the log has grown from. Raises Wrong where it has not."""
    head, signature = parse_head(text)
    if head.origin != log.head.origin:
        raise Wrong(f"The older head is that of another log ({head.origin}).")
    if head.size > log.head.size:
        raise Wrong(
            f"The log has become shorter: {log.head.size} lines, once {head.size}. "
            "Something that was published has been taken out of it."
        )
    if root_of(log.leaves[: head.size]) != head.root:
        raise Wrong(
            f"The first {head.size} lines of the log are not what they were at {head.moment}. "
            "Something that was published has been changed in it or taken out of it."
        )
    then = log.entries[: head.size]
    key = next((entry["key"] for entry in reversed(then) if entry["what"] in KEYS), "")
    if not is_signed(head.text, signature, key):
        raise Wrong("The older head is not signed by the key that the office had then.")
    return head


# --- the log in small files: what a phone needs to prove one line ---


def proofs_of(entries: Sequence[Entry], lines: list[bytes]) -> dict[str, bytes]:
    """Return by path below log/ the small files that follow from entries, as they stand in lines.

    `tile/0/000` holds the hashes of 256 leaves, `tile/1/000` those of 256 such tiles, and so on,
    `tile/entries/000.txt` the lines themselves; the last one of a level is `000.p/N` while it holds
    N only (the forms of C2SP's tlog-tiles). `index/ab.txt` has the places, from 0 on, of all lines
    whose digest, or the SHA-256 of whose address, begins with `ab`. `keys.txt` has those of keys.
    """
    keys = (at for at, entry in enumerate(entries) if entry["what"] in KEYS)
    return {
        **_tiles([leaf_of(line) for line in lines]),
        **{
            f"tile/entries/{_place(number, len(some))}.txt": b"\n".join(some) + b"\n"
            for number, some in enumerate(_in_lots(lines, TILE))
        },
        **_index(entries),
        "keys.txt": b"".join(b"%d %s\n" % (at, lines[at]) for at in keys),
    }


def _tiles(row: list[bytes]) -> dict[str, bytes]:
    files, level = {}, 0
    while row:
        tiles = list(_in_lots(row, TILE))
        for number, tile in enumerate(tiles):
            files[f"tile/{level}/{_place(number, len(tile))}"] = b"".join(tile)
        row, level = [root_of(tile) for tile in tiles if len(tile) == TILE], level + 1
    return files


def _place(number: int, count: int) -> str:
    """Return the name of a tile: 000, x001/234, and 000.p/17 for one that is not full yet."""
    name = f"{number % 1000:03}"
    while number := number // 1000:
        name = f"x{number % 1000:03}/{name}"
    return name if count == TILE else f"{name}.p/{count}"


def _index(entries: Sequence[Entry]) -> dict[str, bytes]:
    places: dict[str, list[str]] = {}
    for at, entry in enumerate(entries):
        if entry["what"] in STATES:
            named = {sha256(entry["address"].encode()).hexdigest(), entry["digest"]}
            for key in named - {""}:
                places.setdefault(key[:12], []).append(str(at))
    files: dict[str, list[str]] = {f"{number:02x}": [] for number in range(256)}
    for key in sorted(places):
        files[key[:2]].append(f"{key[2:]} {' '.join(places[key])}\n")
    return {f"index/{key}.txt": "".join(some).encode() for key, some in files.items()}


def _in_lots(some: list, size: int) -> Iterator[list]:  # type: ignore[type-arg]
    return (some[at : at + size] for at in range(0, len(some), size))


def head_in(text: str) -> str | None:
    """Return the head of a log that a feed carries, in any of its forms; None where there is none.

    A feed is only searched and never parsed as XML: it may come from anywhere.
    """
    if HEAD_IN in text and "<" in text[:100]:
        for found in HEAD_ELEMENT.finditer(text):  # whoever kept it may have written it anew
            head = unescape(found[1]).replace("\r\n", "\n").strip()
            if head.endswith(END.strip()):
                return f"{head}\n"
    try:
        told = json.loads(text)["_tellal"]
        return str(told["head"]) if told["about"] == HEAD_IN else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def told_of_feeds(site: Path, log: Log) -> Iterator[tuple[bool, str]]:
    """Yield what is to be said of the feeds: each shall carry a head from which the log has grown.

    Where none carries any, that is told and is not wrong: such a site was not published with them.
    """
    paths = [file.relative_to(site).as_posix() for file in sorted(site.glob("*/feeds/**/*.*"))]
    texts = {path: _bytes(site / path) for path in paths if FEED.fullmatch(path)}
    heads = {path: head_in(data.decode("utf-8", "replace")) for path, data in texts.items()}
    if not any(heads.values()):
        yield True, f"None of the {len(heads)} feeds carries a head of the log."
        return
    reasons = {head: _wrong_older(log, head) for head in set(heads.values()) if head}
    problems = [f"/{path} carries no head of the log." for path, head in heads.items() if not head]
    for path, head in heads.items():
        if head and reasons[head]:
            problems.append(f"/{path} carries a head that is not of this log: {reasons[head]}")
    problems += wrong_twins(site, paths)
    yield from ((False, problem) for problem in problems)
    if not problems:
        yield True, f"The log has grown from the heads that its {len(heads)} feeds carry."


def _wrong_older(log: Log, head: str) -> str:
    """Return why a log has not grown from a head, "" where it has."""
    try:
        check_older(log, head)
    except Wrong as wrong:
        return str(wrong)
    return ""


# --- the files ---


def file_of(address: str) -> str:
    """Return the path of the file at an address."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def latest(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Return the last entry of each address."""
    return {entry["address"]: entry for entry in entries if entry["what"] in STATES}


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return sha256(_bytes(file)).hexdigest()


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Wrong(f"{file} cannot be read ({error.strerror}).") from None


def wrong_files(site: Path, log: Log) -> Iterator[str]:
    """Yield what is wrong with the files that the log names."""
    for address, entry in latest(log.entries).items():
        path = file_of(address)
        if ".." in path.split("/"):
            yield f"{address} is no address of a site."
        elif entry["what"] == "removed":
            if (site / path).exists():
                yield f"{address} is there, and was removed on {entry['moment']}."
        elif not (site / path).is_file():
            yield f"{address} is missing: {entry['what']} on {entry['moment']}."
        elif digest_of(site / path) != entry["digest"]:
            yield f"{address} is not what was {entry['what']} on {entry['moment']}: it was changed."


def wrong_proofs(folder: Path, log: Log) -> Iterator[str]:
    """Yield what is wrong with the small files of a log, by which pages prove themselves."""
    expected = proofs_of(log.entries, log.lines)
    for path, data in expected.items():
        if not (folder / path).is_file():
            yield f"/log/{path} is missing."
        elif _bytes(folder / path) != data:
            yield f"/log/{path} does not say what log/entries.jsonl says: it was changed."
    named = {f"{path}{end}" for path in expected for end in ("", *TWINS)}
    for part in ("tile", "index"):
        for file in sorted((folder / part).rglob("*")):
            path = file.relative_to(folder).as_posix()
            if not file.is_dir() and path not in named:
                yield f"/log/{path} does not belong to the log."


def wrong_twins(site: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield what browsers are sent in place of a file, made smaller, and is another one.

    Copies by Brotli are passed over where there is no such command.
    """
    packed = []
    for path in paths:
        if (site / f"{path}.gz").is_file() and not _is_zipped(site, path):
            yield f"/{path}.gz is not /{path} made smaller."
        if (site / f"{path}.br").is_file() and (site / path).is_file():
            packed.append(path)
    for some in _in_lots(packed if shutil.which("brotli") else [], IN_A_LOT):
        if not _are_packed(site, some):
            wrong = (path for path in some if not _are_packed(site, [path]))
            yield from (f"/{path}.br is not /{path} made smaller." for path in wrong)


def _is_zipped(site: Path, path: str) -> bool:
    try:
        return gzip.decompress(_bytes(site / f"{path}.gz")) == _bytes(site / path)
    except (Wrong, OSError, EOFError, zlib.error):
        return False


def _are_packed(site: Path, paths: Sequence[str]) -> bool:
    """Return whether the Brotli copies of some files hold what these hold, one after the other."""
    command = ["brotli", "--decompress", "--stdout", *(str(site / f"{path}.br") for path in paths)]
    done = subprocess.run(command, capture_output=True, check=False)
    return not done.returncode and done.stdout == b"".join(_bytes(site / path) for path in paths)


def wrong_with_manifest(site: Path, text: str) -> Iterator[str]:
    """Yield in what a folder differs from its manifest: each file, its size and its digest."""
    lines, named, total = text.split("\n"), set(), 0
    for at in range(1, len(lines) - 1, 2):
        digest, _, path = lines[at + 1].partition("  ")
        file = site / path
        size = file.stat().st_size if path and file.is_file() else -1
        named.add(path)
        total += size
        if size < 0:
            yield f"{path} is in the manifest and not in the folder."
        elif lines[at] != f"#{size}" or digest_of(file) != digest:
            yield f"{path} is not what the manifest says."
    there = {f.relative_to(site).as_posix() for f in site.rglob("*") if not f.is_dir()}
    yield from (f"{path} is in the folder and not in the manifest." for path in there - named)
    if lines[0] != f"{MANIFEST_HEAD}{len(named)} files, {total} bytes" or lines[-1]:
        yield "The head of the manifest does not say what is in the folder."


def told_of(file: Path, log: Log) -> str:
    """Return what the log says of a document. Raises Wrong where it says nothing."""
    digest = digest_of(file)
    found = [entry for entry in log.entries if entry.get("digest") == digest]
    if not found:
        raise Wrong(f"{file} is not in the log: the office never published these bytes.")
    first, now = found[0], latest(log.entries)[found[0]["address"]]
    told = f"{file} was {first['what']} at {first['address']} on {first['moment']}"
    if now["digest"] == digest and now["what"] not in GONE:
        return f"{told}, and stands there."
    return f"{told}; since {now['moment']} it is {now['what']}."


# --- the command ---


def check(options: argparse.Namespace) -> Iterator[tuple[bool, str]]:
    """Yield each thing that was looked at: whether it is well, and a sentence."""
    site = Path(options.site)
    manifest = Path(options.manifest) if options.manifest else site / "manifest"
    site = site / "public" if (site / "public" / "log").is_dir() else site
    try:
        log = read_log(site / "log", options.key or "")
    except Wrong as wrong:
        yield False, str(wrong)
        return
    yield True, f"The log has {log.head.size} lines and is signed by {fingerprint_of(log.key)}."
    yield from told_of_older(options.older or (), log)
    for name in options.file or ():
        try:
            yield True, told_of(Path(name), log)
        except Wrong as wrong:
            yield False, str(wrong)
    if not options.file:
        yield from told_of_feeds(site, log)
        yield from told_of_site(site, manifest, log)


def told_of_older(names: Iterable[str], log: Log) -> Iterator[tuple[bool, str]]:
    """Yield of each older head, or kept feed, whether the log has grown from it."""
    for name in names:
        try:
            text = _bytes(Path(name)).decode("utf-8", "replace")
            older = check_older(log, head_in(text) or text)
            yield True, f"Nothing of the {older.size} lines of {older.moment} has changed."
        except Wrong as wrong:
            yield False, str(wrong)


def told_of_site(site: Path, manifest: Path, log: Log) -> Iterator[tuple[bool, str]]:
    """Yield whether all files that the log names, and those made of them, are as they were."""
    there = [file_of(a) for a, e in latest(log.entries).items() if e["what"] != "removed"]
    twins = [path for path in there if ".." not in path.split("/")]
    twins += [f"log/{path}" for path in proofs_of(log.entries, log.lines)]
    problems = [*wrong_files(site, log), *wrong_proofs(site / "log", log)]
    problems += wrong_twins(site, twins)
    if not shutil.which("brotli") and any((site / f"{path}.br").is_file() for path in twins):
        yield True, "Copies by Brotli (.br) were not looked at: there is no command brotli here."
    if manifest.is_file() and manifest.parent != site:
        problems += wrong_with_manifest(site, _bytes(manifest).decode("utf-8", "replace"))
        yield True, "The manifest was looked at."
    yield from ((False, problem) for problem in problems)
    if not problems:
        yield True, f"All {len(latest(log.entries))} files that the log names are as they were."


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what is well and what is not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", help="the folder that holds log/, or a release")
    parser.add_argument("--older", action="append", help="an older log/head, or a feed kept")
    parser.add_argument("--key", help="the fingerprint of the office's key, SHA256:...")
    parser.add_argument("--file", action="append", help="a document to look up")
    parser.add_argument("--manifest", help="the manifest of the release")
    options = parser.parse_args(arguments)
    all_well = True
    try:
        for is_well, words in check(options):
            all_well &= is_well
            print(f"{'ok   ' if is_well else 'WRONG'} {words}")
    except (OSError, Wrong) as error:
        print(f"It cannot be told: {error}", file=sys.stderr)
        return 2
    return 0 if all_well else 1


if __name__ == "__main__":
    sys.exit(main())
