"""Publishing costs what was touched: nothing else is read, linked or sent, nothing missed."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tellal.publish.folder import RACY_NS, Memory, read_folder
from tests.publish.conftest import BORA, PAGE, Desk
from tests.publish.test_publishing import inodes_in

PATH = os.environ["PATH"]
LISTENS = """\
#!/bin/sh
case "$1" in --check) cat ../../../look/sums >>"{heard}" ;; esac
PATH={path} exec sha256sum "$@"
"""


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file that tells which files the host has read to compare them."""
    tools, heard = tmp_path / "tools", tmp_path / "heard"
    tools.mkdir()
    (tools / "sha256sum").write_text(LISTENS.format(heard=heard, path=PATH), "utf-8")
    (tools / "sha256sum").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{tools}:{PATH}")
    return heard


def read_by(heard: Path, publish: Callable[[], object]) -> list[str]:
    """Return the files that the host reads while something is published."""
    heard.unlink(missing_ok=True)
    publish()
    lines = heard.read_text("utf-8").splitlines() if heard.exists() else []
    return sorted(line.partition("  ")[2] for line in lines)


# --- on the host ---


def test_host_reads_what_is_new_and_nothing_that_nobody_touched(desk: Desk, heard: Path) -> None:
    desk.set("PUBLISH_KEEP = 2")
    desk.publish()
    desk.commit("Teksti i dytë.")
    desk.publish()
    before = inodes_in(desk.public.tree)
    desk.commit("Teksti i ri.")
    read = read_by(heard, desk.publish)
    after = inodes_in(desk.public.tree)

    assert PAGE in read
    assert set(read) == {path for path, inode in after.items() if before.get(path) != inode}
    assert desk.public.is_whole()


def test_old_release_that_nobody_keeps_becomes_the_next_one(desk: Desk, heard: Path) -> None:
    desk.set("PUBLISH_KEEP = 2")
    plan = desk.folder / "content/releases/2026/03-12-bora/plani.csv"
    for number in range(5):
        desk.write(f"Teksti {number}.")
        if number % 2:
            plan.unlink()
        else:
            plan.write_text(f"a,b\n{number},1\n", "utf-8")
        desk.commit(f"Teksti {number}.")
        before = inodes_in(desk.public.tree) if number else {}
        read = read_by(heard, desk.publish)
        after = inodes_in(desk.public.tree)

        assert desk.public.is_whole(), number
        assert f"Teksti {number}." in desk.public.read(PAGE)
        same = {path for path in after if before.get(path) == after[path]}
        assert number == 0 or len(same) > len(after) / 2
        assert number < 3 or len(read) < len(after) / 2, number
    assert [name[:6] for name in desk.public.releases] == ["000004", "000005"]
    listed = desk.tellal("releases").stdout
    assert listed.count(" * ") == 1
    assert listed.count("s from commit to public") == 2


def write_into(page: Path) -> None:
    """Change a byte, and set the clock of the file back."""
    status = page.stat()
    page.write_bytes(page.read_bytes().replace(b"a", b"e", 1))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


def put_another(page: Path) -> None:
    """Put another file of the same size and time in its place."""
    status, data = page.stat(), page.read_bytes()
    page.unlink()
    page.write_bytes(data.replace(b"a", b"e", 1))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


def take_away(page: Path) -> None:
    page.unlink()


def put_a_link(page: Path) -> None:
    """Put a link to a file with the same bytes in its place: who owns that can change it later."""
    other = page.parents[5] / "elsewhere"
    other.write_bytes(page.read_bytes())
    page.unlink()
    page.symlink_to(other)


def put_beside(page: Path) -> None:
    (page.parent / "shell\tx\nsq.php").write_text("<?php", "utf-8")


def forge_the_record(page: Path) -> None:
    """Change a byte, and let the record of the last look say that the file was like that."""
    before = _signature(page)
    write_into(page)
    record = page.parents[2] / "seen"
    record.write_bytes(record.read_bytes().replace(before, _signature(page)))


def _signature(page: Path) -> bytes:
    status = page.stat()
    seconds, rest = divmod(status.st_ctime_ns, 10**9)
    return f"{status.st_ino} {seconds}.{rest:09}0".encode()


DEEDS = [write_into, put_another, take_away, put_a_link, put_beside, forge_the_record]


@pytest.mark.parametrize("deed", DEEDS)
def test_what_somebody_did_on_the_host_is_found_by_the_next_publish(
    desk: Desk, deed: Callable[[Path], None]
) -> None:
    desk.publish()
    deed(desk.public.tree.resolve() / "sq/index.html")
    desk.commit("Teksti i ri.")
    said = desk.publish()

    assert "On the host 1 files were not as they had been published" in said
    assert desk.public.is_whole()
    assert not (desk.public.tree / "sq/index.html").is_symlink()


@pytest.mark.parametrize("deed", DEEDS[:-1])
def test_what_somebody_did_to_the_release_that_is_spared_never_becomes_public(
    desk: Desk, deed: Callable[[Path], None]
) -> None:
    desk.publish()
    before = (desk.public.tree / "sq/index.html").read_bytes()
    apart = desk.public.root / "spare/public/sq/index.html"
    data = apart.read_bytes()
    apart.unlink()
    apart.write_bytes(data)  # of its own, for else it would be the public one too
    deed(apart)
    desk.commit("Teksti i ri.")
    desk.publish()

    assert desk.public.is_whole()
    assert b"Bora" in before
    assert not (desk.public.tree / "sq/index.html").is_symlink()


def test_spared_release_with_a_link_in_it_is_not_begun_with(desk: Desk, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("x", "utf-8")
    desk.publish()
    (desk.public.root / "spare/public/shenja").symlink_to(elsewhere)
    desk.commit("Teksti i ri.")
    desk.publish()

    assert desk.public.is_whole()
    assert (elsewhere / "index.html").read_text("utf-8") == "x"


def test_what_a_link_leads_to_is_not_taken_away_with_what_is_gone(
    desk: Desk, tmp_path: Path
) -> None:
    elsewhere, plan = tmp_path / "elsewhere", desk.folder / "content/releases" / BORA / "plani.csv"
    plan.write_text("a,b\n1,2\n", "utf-8")
    desk.commit("Teksti me plan.")
    desk.publish()
    place = desk.public.root / "spare/public/files/releases" / BORA
    assert (place / "plani.csv").is_file()
    place.rename(elsewhere)
    place.symlink_to(elsewhere)
    plan.unlink()
    desk.commit("Teksti pa plan.")
    desk.publish()

    assert (elsewhere / "plani.csv").is_file()
    assert desk.public.is_whole()


# --- on the machine of the office ---


def test_file_is_read_again_only_if_it_was_touched(tmp_path: Path) -> None:
    folder, memory = tmp_path / "site", Memory(tmp_path / "read")
    folder.mkdir()
    for name in ("a.html", "b.html"):
        (folder / name).write_text("Bora", "utf-8")
    time.sleep(RACY_NS / 10**9 + 0.1)
    read_folder(folder, memory)
    remembered = sha256(b"Bora").hexdigest()
    invented = "0" * 64
    memory.file.write_text(memory.file.read_text("utf-8").replace(remembered, invented), "utf-8")
    write_into(folder / "b.html")
    entries, _ = read_folder(folder, memory)

    assert entries["a.html"].sha256 == invented  # believed: nobody touched the file
    assert entries["b.html"].sha256 == sha256(b"Bore").hexdigest()


def test_file_that_was_written_just_now_is_read_again_next_time(tmp_path: Path) -> None:
    folder, memory = tmp_path / "site", Memory(tmp_path / "read")
    folder.mkdir()
    (folder / "a.html").write_text("Bora", "utf-8")
    read_folder(folder, memory)

    assert memory.known() == {}


@pytest.mark.parametrize("text", ["", "x", "a b c\n", "\udcff", "1.2.3.4 zz zz a.html\n"])
def test_memory_that_is_damaged_is_no_memory(tmp_path: Path, text: str) -> None:
    folder, memory = tmp_path / "site", Memory(tmp_path / "read")
    folder.mkdir()
    (folder / "a.html").write_text("Bora", "utf-8")
    memory.file.write_bytes(text.encode("utf-8", "surrogateescape"))
    entries, _ = read_folder(folder, memory)

    assert entries["a.html"].sha256 == sha256(b"Bora").hexdigest()
