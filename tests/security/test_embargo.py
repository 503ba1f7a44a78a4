"""What waits for its moment is nowhere: no word of it, no file, no digest, until the moment comes.

Everything that leaves this machine is searched: pages, feeds, calendars, data, sitemaps, files and
their names, search, compressed copies, manifest, log, outbox, kit; what is searched for is found
after the moment.
"""

from __future__ import annotations

import gzip
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b, md5, sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from PIL import Image

from bench.hosts import tool
from tests.pdfs import pdf_of
from tests.publish.conftest import Desk, desk_of
from tests.publish.keys import new_key

BEFORE, AFTER = "2026-03-31T12:00", "2026-04-02T12:00"
WAITS = "publish_at: 2026-04-01T10:00\n"
RELEASE, SESSION, INVITATION = (
    "releases/2026/03-20-kurvelesh",
    "sessions/2026/03-21-dybrrak",
    "invitations/2026/03-22-shtermen",
)
TEXTS = {
    f"{RELEASE}/index.sq.md": f"""---
title: Titullngjyrosur i fshehtë
summary: Permbledhjekrejt e fshehtë.
slug: slugfshehur
former_slugs: [dikurfshehur]
tags: [etiketafshehur]
{WAITS}photos:
- file: fotofshehur.png
  alt: Pershkrimfshehur
  credit: Kreditfshehur
  licence: CC BY 4.0
attachments:
- file: dokumentfshehur.pdf
  title: Bashkengjitjefshehur
---

Fjalakyçe është zhurmëkrizmë.

## Nentitullfshehur
""",
    f"{RELEASE}/index.sr.md": """---
title: Tajninaslov čeka
slug: tajnislug
---

Ovde stoji rečkojučekamo.
""",
    f"{SESSION}/index.sq.md": f"""---
title: Seancafshehur
number: 77
type: regular
body: assembly
starts: 2026-05-04T10:00
venue: Sallafshehur
{WAITS}agenda:
- number: "1"
  title: Pikafshehur
  materials: [materialfshehur.pdf]
---

Tekstiseances.
""",
    f"{INVITATION}/index.sq.md": f"""---
title: Ftesafshehur
starts: 2026-05-05T11:00
venue: Vendifshehur
{WAITS}---

Tekstiftese.
""",
}
WORDS = """titullngjyrosur permbledhjekrejt slugfshehur dikurfshehur etiketafshehur fotofshehur
pershkrimfshehur kreditfshehur dokumentfshehur bashkengjitjefshehur zhurmekrizm nentitullfshehur
tajninaslov tajnislug reckojucekamo тајнинаслов речкојучекамо seancafshehur sallafshehur pikafshehur
materialfshehur tekstiseances ftesafshehur vendifshehur tekstiftese""".split()
FILES = {
    f"{RELEASE}/dokumentfshehur.pdf": pdf_of(["fjalenepdf"]),
    f"{SESSION}/materialfshehur.pdf": pdf_of(["fjalenematerial"]),
}


def photo() -> bytes:
    """Return a picture that no other is like."""
    stream = BytesIO()
    Image.effect_noise((64, 64), 90).save(stream, "PNG")
    return stream.getvalue()


def plain(text: str) -> str:
    """Return a text as a search would fold it: no capitals, no marks."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


@dataclass(frozen=True)
class Published:
    """What left this machine: every file below a folder by its path, opened where it is smaller."""

    root: Path

    @cached_property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Return each file with its bytes, and what is smaller once more as it is opened."""
        files = [file for file in sorted(self.root.rglob("*")) if file.is_file()]
        read = [(file.relative_to(self.root).as_posix(), file.read_bytes()) for file in files]
        opened = [(p, gzip.decompress(data)) for p, data in read if p.endswith(".gz")]
        return (*read, *opened, *unbrotlied([file for file in files if file.suffix == ".br"]))

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the files as a search would fold them, with their names."""
        return tuple(
            (p, plain(f"{p}\n{data.decode('utf-8', 'replace')}")) for p, data in self.files
        )

    def found(self, marks: list[str]) -> dict[str, set[str]]:
        """Return by each mark the files that name it, or are named by it."""
        return {mark: {path for path, text in self.texts if mark in text} for mark in marks}


def unbrotlied(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield what some files are when they are opened, all by one command."""
    with TemporaryDirectory() as place:
        copies = [Path(place, f"{at}.br") for at, _ in enumerate(files)]
        for file, copy in zip(files, copies, strict=True):
            copy.write_bytes(file.read_bytes())
        if copies:
            subprocess.run((tool("brotli"), "--decompress", *copies), check=True)
        for file, copy in zip(files, copies, strict=True):
            yield f"{file} (opened)", copy.with_suffix("").read_bytes()


def digests_of(data: bytes) -> list[str]:
    """Return what could stand for some bytes in a list."""
    made = (sha256(data), blake2b(data, digest_size=16), md5(data, usedforsecurity=False))
    return [digest.hexdigest() for digest in made]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """Give an office that has committed what waits, and published before the moment."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        desk = desk_of(folder / "desk", f"folder://{folder}/srv", folder / "srv")
        desk.log_key = new_key(folder)
        assert desk.tellal("log-key").returncode == 0
        files = {**FILES, f"{RELEASE}/fotofshehur.png": photo()}
        texts = {path: text.encode() for path, text in TEXTS.items()}
        for path, content in {**texts, **files}.items():
            file = desk.folder / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        desk.set("PUBLISH_POSTS = ['release']")
        desk.publish("--as-of", BEFORE)
        yield desk


Places = tuple[Published, ...]


def unpacked_kit(desk: Desk, name: str, moment: str) -> Published:
    """Return the outage kit of a moment, unpacked."""
    done = desk.tellal("bundle", str(desk.folder.parent / f"{name}.zip"), "--as-of", moment)
    assert done.returncode == 0, done.stderr
    with ZipFile(desk.folder.parent / f"{name}.zip") as archive:
        archive.extractall(desk.folder.parent / name)
    return Published(desk.folder.parent / name)


@pytest.fixture(scope="module")
def before(desk: Desk) -> Places:
    """Give the output, the host, the outbox and the outage kit of before the moment."""
    there = (desk.folder / "output", desk.public.root, desk.folder / "outbox")
    kept = [desk.folder.parent / f"kept-{folder.name}" for folder in there]
    for copy, folder in zip(kept, there, strict=True):
        subprocess.run(("cp", "-a", folder, copy), check=True)
    return (*map(Published, kept), unpacked_kit(desk, "kit-before", BEFORE))


@pytest.fixture(scope="module")
def after(desk: Desk, before: object) -> Places:
    """Give the output, the host and the outage kit once the moment has come."""
    desk.publish("--as-of", AFTER)
    there = (Published(desk.folder / "output"), Published(desk.public.root))
    return (*there, unpacked_kit(desk, "kit-after", AFTER))


def test_no_word_leaves_this_machine_before_its_moment(
    before: Places,
) -> None:
    for there in before:
        assert {word: files for word, files in there.found(WORDS).items() if files} == {}


def test_each_word_is_found_once_the_moment_has_come(after: Places) -> None:
    for there in after:
        assert [word for word, files in there.found(WORDS).items() if not files] == []


def test_post_about_it_is_written_once_the_moment_has_come(desk: Desk, after: Places) -> None:
    found = Published(desk.folder / "outbox").found(["titullngjyrosur"])

    assert found["titullngjyrosur"]


def test_no_file_and_no_digest_of_one_leaves_this_machine_before_its_moment(
    desk: Desk, before: Places, after: Places
) -> None:
    """The bytes are those that are published later: a photo loses what its camera wrote."""
    tree = desk.public.tree
    names = ("dokumentfshehur.pdf", "materialfshehur.pdf", "fotofshehur.png")
    files = [next(tree.rglob(name)).read_bytes() for name in names]
    files += [(desk.folder / "content" / path).read_bytes() for path in (*TEXTS, *FILES)]
    marks = [digest for data in files for digest in digests_of(data)]

    for there in before:
        assert {mark: where for mark, where in there.found(marks).items() if where} == {}
        assert not {data for _, data in there.files} & {*files}
    published = after[1].found([sha256(data).hexdigest() for data in files[: len(names)]])
    assert all("manifest" in " ".join(where) for where in published.values())


def test_neither_the_memory_of_builds_nor_the_records_of_a_release_are_public(
    desk: Desk, after: Places
) -> None:
    names = {path.rpartition("/")[2] for path, _ in Published(desk.public.tree).files}

    assert not names & {"release.json", "way.json", "manifest", "publishconf.py", "office.yaml"}
    assert not {
        name for name in names if name.startswith((".", "index.sq")) or name.endswith(".db")
    }
