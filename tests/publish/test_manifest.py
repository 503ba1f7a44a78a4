"""The list of all files of a release: the same on any machine, and read by sha256sum too."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.domain.findings import WrongAnswer
from tellal.publish.compressed import gzipped
from tellal.publish.folder import Memory, read_folder
from tellal.publish.manifest import (
    Entry,
    Manifest,
    differences,
    is_unspeakable,
    manifest_of,
    parse,
    verify,
)

DIGEST = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two pages."""
    for path in ("sq/index.html", "en/index.html", "sq/č ë.html"):
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"hello")
    return tmp_path / "site"


def manifest_in(folder: Path) -> Manifest:
    """Return the manifest of a folder that was never read before."""
    return manifest_of(read_folder(folder, Memory(folder.parent / "read"))[0].values())


def test_manifest_is_text_with_path_size_and_digest_in_the_order_of_paths(folder: Path) -> None:
    manifest = manifest_in(folder)

    assert manifest.text.splitlines() == [
        "# tellal manifest 1: 3 files, 15 bytes",
        "#5",
        f"{DIGEST}  en/index.html",
        "#5",
        f"{DIGEST}  sq/index.html",
        "#5",
        f"{DIGEST}  sq/č ë.html",
    ]


def test_sha256sum_reads_it_and_finds_the_byte_that_changed(folder: Path) -> None:
    manifest = manifest_in(folder)
    (folder.parent / "manifest").write_text(manifest.text, "utf-8")
    check = ("sha256sum", "--check", "--strict", "--quiet", "../manifest")
    assert subprocess.run(check, cwd=folder, check=True, capture_output=True).stdout == b""
    (folder / "sq/index.html").write_bytes(b"hellO")
    done = subprocess.run(check, cwd=folder, check=False, capture_output=True, text=True)

    assert done.stdout == "sq/index.html: FAILED\n"
    assert verify(manifest, folder).changed == ("sq/index.html",)


def test_what_is_missing_and_what_is_too_much_is_found(folder: Path) -> None:
    manifest = manifest_in(folder)
    (folder / "sq/index.html").rename(folder / "sq/x.html")
    found = verify(manifest, folder)

    assert (found.new, found.changed, found.deleted) == (("sq/x.html",), (), ("sq/index.html",))


def make_link(place: Path) -> None:
    place.symlink_to("/etc/hostname")


def make_link_to_folder(place: Path) -> None:
    place.symlink_to("/etc")


def make_pipe(place: Path) -> None:
    os.mkfifo(place)


@pytest.mark.parametrize("make", [make_link, make_link_to_folder, make_pipe])
def test_what_is_no_file_is_refused(folder: Path, make: object) -> None:
    assert callable(make)
    make(folder / "sq/other")

    with pytest.raises(WrongAnswer, match="is no file but a link or a device"):
        manifest_in(folder)


@pytest.mark.parametrize(
    "name", ["a\nb", "a\rb", "a\x1b[2J", "a\\b", "a\u202eb", "a\u2028", "\udcff"]
)
def test_name_that_a_line_or_a_terminal_would_misread_is_refused(folder: Path, name: str) -> None:
    (folder / os.fsencode(name).decode("utf-8", "surrogateescape")).write_bytes(b"x")

    with pytest.raises(WrongAnswer, match="cannot be published"):
        manifest_in(folder)


names = st.text(min_size=1, max_size=20).filter(lambda name: not is_unspeakable(name))
entries = st.dictionaries(names, st.integers(0, 10**12), min_size=1, max_size=8)


@given(entries)
def test_manifest_that_is_written_and_read_is_the_same(sizes: dict[str, int]) -> None:
    manifest = manifest_of(Entry(path, size, DIGEST) for path, size in sizes.items())

    assert parse(manifest.text, "it") == manifest
    assert not differences(manifest, parse(manifest.text, "it"))


def test_no_byte_of_it_can_change_unnoticed(folder: Path) -> None:
    manifest = manifest_in(folder)
    text = manifest.text
    for at in range(len(text)):
        for other in "x\n0":
            changed = text[:at] + other + text[at + 1 :]
            if changed == text:
                continue
            try:
                found = parse(changed, "it")
            except WrongAnswer:
                continue
            assert differences(manifest, found), (at, other)


def test_compressed_file_holds_nothing_but_the_bytes() -> None:
    data = b"Komuna e Gjilanit" * 100
    done = subprocess.run(("gzip", "-dc"), input=gzipped(data), capture_output=True, check=True)

    assert done.stdout == data
    assert gzipped(data)[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
