"""Publishing that is killed, cut off or out of room: the public sees the old site or the new one.

Each time all that is public is compared with its manifest, byte by byte, and then published again.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bench.hosts import Sshd
from tests.desks import TELLAL, world_of
from tests.publish.conftest import PAGE, Desk, desk_of


def begin(desk: Desk) -> subprocess.Popen[bytes]:
    """Begin to publish, in a group of processes of its own."""
    return subprocess.Popen(
        (*TELLAL, "publish"),
        cwd=desk.folder,
        env=world_of(**desk.world),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes], with_its_children: bool) -> None:
    """End a process as kill -9 does, alone or with ssh and rsync that work for it."""
    with suppress(ProcessLookupError):
        (os.killpg if with_its_children else os.kill)(process.pid, signal.SIGKILL)
    process.wait()


def seconds_of_a_publish(desk: Desk) -> float:
    """Publish twice; return how long the second time took, when little changed."""
    desk.publish()
    desk.commit("Teksti i dytë.")
    since = time.perf_counter()
    desk.publish()
    return time.perf_counter() - since


def publish_again(desk: Desk) -> None:
    """Publish what may be public already."""
    done = desk.tellal("publish")
    assert done.returncode == 0 or "Nothing to publish" in done.stderr + done.stdout, done.stderr


@pytest.mark.parametrize(("place", "times"), [("desk", 2), ("far_desk", 20)])
def test_killed_at_any_moment_it_leaves_a_whole_site_and_the_next_publish_succeeds(
    request: pytest.FixtureRequest, place: str, times: int
) -> None:
    desk: Desk = request.getfixturevalue(place)
    lasts = seconds_of_a_publish(desk)
    dice, states = random.Random(5), set()
    for moment in range(times):
        before = desk.public.release
        desk.commit(f"Teksti {moment}.")
        process = begin(desk)
        time.sleep(lasts * (moment + dice.random()) / times)
        kill(process, with_its_children=bool(moment % 2))

        assert desk.public.is_whole(), moment
        states.add(desk.public.release == before)
        if moment % 4 == 3 or moment == times - 1:  # between, one that was killed follows another
            publish_again(desk)
            assert f"Teksti {moment}." in desk.public.read(PAGE)
            assert desk.public.is_whole(), moment
    assert True in states
    unfinished = [name for name in desk.public.releases if "." in name]
    assert unfinished == []


@pytest.mark.parametrize("after", [0.5, 0.8])
def test_network_that_is_cut_leaves_a_whole_site_and_the_next_publish_succeeds(
    far_desk: Desk, sshd: Sshd, after: float
) -> None:
    lasts = seconds_of_a_publish(far_desk)
    far_desk.commit("Teksti i ri.")
    process = begin(far_desk)
    time.sleep(lasts * after)
    sshd.cut()

    assert process.wait(60) in (0, 1)
    assert far_desk.public.is_whole()
    sshd.start()
    publish_again(far_desk)
    assert "Teksti i ri." in far_desk.public.read(PAGE)
    assert far_desk.public.is_whole()


@contextmanager
def small_disk(folder: Path, kib: int) -> Iterator[None]:
    """Give a folder a disk of its own with little room. Only root may."""
    assert os.geteuid() == 0, "this test mounts a small disk: run it as root"
    folder.mkdir()
    size = f"size={kib}k"
    subprocess.run(("mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)), check=True)
    try:
        yield
    finally:
        subprocess.run(("umount", "--lazy", str(folder)), check=True)


def fill(folder: Path) -> Path:
    """Leave no room on a disk; return the file that takes it."""
    file = folder / "filling"
    with file.open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(b"x" * 4096):
            pass
    return file


@pytest.mark.parametrize("left", [0, 64])
def test_full_disk_of_the_host_leaves_the_site_whole_and_the_next_publish_succeeds(
    tmp_path: Path, sshd: Sshd, left: int
) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, 6000):
        known = f"PUBLISH_KNOWN_HOSTS = {str(sshd.known_hosts)!r}"
        desk = desk_of(tmp_path / "desk", sshd.url(disk / "srv"), disk / "srv", known)
        desk.key = sshd.key
        desk.publish()
        first = desk.public.release
        filling = fill(disk)
        with filling.open("r+b") as stream:
            stream.truncate(max(0, filling.stat().st_size - left * 1024))
        image = desk.folder / "content/releases/2026/03-12-bora/plani.csv"
        image.write_bytes(random.Random(1).randbytes(600_000))
        desk.commit("Teksti i ri.")
        line = desk.refused("publish")

        assert "is whole" in line or "publish again" in line
        assert desk.public.release == first
        assert desk.public.is_whole()
        filling.unlink()
        desk.publish()
        assert "Teksti i ri." in desk.public.read(PAGE)
        assert desk.public.is_whole()


def test_full_disk_of_this_machine_leaves_the_site_whole_and_the_next_publish_succeeds(
    tmp_path: Path,
) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, 4000):
        srv = tmp_path / "srv"
        cache = f"CACHE_PATH = {str(disk / 'cache')!r}"
        desk = desk_of(tmp_path / "desk", f"folder://{srv}", srv, cache)
        desk.publish()
        desk.commit("Teksti i ri.")
        desk.tellal("build")
        filling = fill(disk)
        desk.refused("publish")

        assert desk.public.is_whole()
        filling.unlink()
        desk.publish()
        assert "Teksti i ri." in desk.public.read(PAGE)
        assert desk.public.is_whole()
