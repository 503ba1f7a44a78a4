"""Builds as they happen: two at once, killed ones, and those that may not write."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from tests.build.workplace import differences, tree_of
from tests.desks import RELEASE, TELLAL, TIMEOUT, furnish_with_a_release, release, run, said
from tests.desks import world_of as world
from tests.golden.accept import ROOT

BUILD = (*TELLAL, "build", "--as-of", "2026-03-31T12:00", "--language", "en")
ENOUGH = 130
"""Releases of which the pages are so many that several processes make them."""
HEAVY = {"markdown", "jinja2", "babel", "PIL", "yaml", "multiprocessing", "pelican"}
ROOMS_OF_PAGES = ("tellal.checks", "tellal.site", "tellal.pages", "tellal.outputs")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return the folder of an office that has published one release."""
    return furnish_with_a_release(tmp_path / "desk")


def publish(desk: Path, count: int) -> None:
    for number in range(count):
        release(desk, f"2026/03-13-bora-{number}", RELEASE.replace("Bora", f"Bora {number}"))


def begun(desk: Path, *options: str) -> subprocess.Popen[str]:
    """Begin a build and do not wait for it."""
    return subprocess.Popen(
        [*BUILD, "--output", "there", *options],
        cwd=desk,
        env=world(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def files_in(folder: Path) -> int:
    """Return how many names are in a folder that somebody writes into: none is looked at."""
    return sum(len(names) for _, _, names in os.walk(folder))


def same_as_from_nothing(desk: Path) -> bool:
    """Build into another folder; return whether that gives the same."""
    done = run(desk, *BUILD, "--output", "from-nothing")
    assert done.returncode == 0, said(done)
    return differences(tree_of(desk / "there"), tree_of(desk / "from-nothing")) == []


def test_where_nothing_changed_nothing_is_loaded_that_reads_or_renders(desk: Path) -> None:
    assert run(desk, *BUILD, "--output", "there").returncode == 0
    options = ("-X", "importtime", *BUILD[1:], "--output", "there")
    done = run(desk, sys.executable, *options)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert " 0 made" in done.stdout
    assert "tellal.compiler.building" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    assert [name for name in loaded if name.startswith(ROOMS_OF_PAGES)] == []


def test_second_of_two_builds_waits_and_says_for_whom_and_both_end_well(desk: Path) -> None:
    publish(desk, ENOUGH)
    first = begun(desk)
    lock = desk / ".cache"
    while not any(file.read_text() for file in lock.glob("*.lock")):
        time.sleep(0.01)
    second = begun(desk)
    said_first, _ = first.communicate(timeout=TIMEOUT)
    said_second, _ = second.communicate(timeout=TIMEOUT)

    assert first.returncode == second.returncode == 0, said_first + said_second
    assert f"Another build is at work (process {first.pid})." in said_second
    assert " 0 made" in said_second
    assert same_as_from_nothing(desk)


@pytest.mark.parametrize("seed", range(3))
def test_build_after_one_that_was_killed_while_several_processes_worked_is_right(
    desk: Path, seed: int
) -> None:
    publish(desk, ENOUGH)
    killed = begun(desk, "--jobs", "2")
    moment = Random(seed).randint(1, 400)
    while killed.poll() is None and files_in(desk / "there") < moment:
        time.sleep(0.005)
    next_one = begun(desk, "--jobs", "2")  # it waits where the other one still works
    killed.send_signal(signal.SIGKILL)
    killed.communicate()  # its processes end with it, or this would wait for ever
    told, _ = next_one.communicate(timeout=TIMEOUT)

    assert next_one.returncode == 0, told
    assert same_as_from_nothing(desk)
    assert not list((desk / ".cache").glob("*.journal"))


def test_full_disk_is_told_in_a_sentence_and_what_was_published_stays(desk: Path) -> None:
    assert run(desk, *BUILD, "--output", "there").returncode == 0
    before = tree_of(desk / "there")
    (desk / "theme").unlink()
    copytree(ROOT / "theme", desk / "theme")
    large = desk / "theme/static/large.bin"
    large.write_bytes(bytes(3_000_000))
    code = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2**21, 2**21)); "
        f"sys.argv = {['tellal', *BUILD[3:], '--output', 'there']}; "
        "runpy.run_module('tellal', run_name='__main__')"
    )
    done = run(desk, sys.executable, "-c", code)

    assert done.returncode == 1
    assert "The site cannot be written: File too large" in said(done)
    assert "Traceback" not in said(done)
    assert tree_of(desk / "there").items() >= before.items()
    assert run(desk, *BUILD, "--output", "there").returncode == 0
    assert same_as_from_nothing(desk)


@pytest.mark.parametrize("hindrance", ["there", "there/sq", ".cache"])
def test_place_that_cannot_be_written_is_told_and_the_next_build_repairs(
    desk: Path, hindrance: str
) -> None:
    file = desk / hindrance
    file.parent.mkdir(exist_ok=True)
    file.write_text("A file where a folder should be", "utf-8")
    done = run(desk, *BUILD, "--output", "there")

    assert done.returncode == 1
    assert "The site cannot be written: " in said(done)
    assert "Traceback" not in said(done)
    file.unlink()
    assert run(desk, *BUILD, "--output", "there").returncode == 0
    assert same_as_from_nothing(desk)
    assert file.is_dir()
