"""The golden municipality, byte for byte: twice, elsewhere in the world, through either door."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tellal.build import workers
from tellal.build.workers import Workshop
from tellal.compiler.building import build
from tellal.compiler.crew import Crew
from tellal.compiler.moments import Moments
from tellal.settings import Settings
from tests.golden.accept import (
    CONTENT,
    DIGESTS,
    PAGES,
    ROOT,
    URL,
    WHOLE,
    build_golden,
    digests,
    golden_content,
)
from tests.worlds import NOW


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    build_golden(folder / "output", folder / "cache")
    return folder / "output"


@pytest.mark.parametrize("path", WHOLE)
def test_page_looks_as_accepted(golden: Path, path: str) -> None:
    assert (golden / path).read_text("utf-8") == (PAGES / path).read_text("utf-8")


def test_every_file_is_as_accepted_and_no_other_is_there(golden: Path) -> None:
    assert list(digests(golden)) == DIGESTS.read_text("utf-8").splitlines(keepends=True)


def test_a_second_build_writes_nothing(golden: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in golden.rglob("*")}

    report = build_golden(golden, golden.parent / "cache")

    assert report.rendered == report.written == report.deleted == 0
    assert {file: file.stat().st_mtime_ns for file in golden.rglob("*")} == before


@pytest.mark.parametrize(
    "world",
    [
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ],
    ids=["Tokyo", "New York"],
)
def test_the_same_bytes_come_out_elsewhere_in_the_world(
    golden: Path, tmp_path: Path, world: dict[str, str]
) -> None:
    _run(world, "tests.golden.build", str(tmp_path / "output"), str(tmp_path / "cache"))

    assert list(digests(tmp_path / "output")) == list(digests(golden))


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_the_same_bytes_come_out_of_another_folder_and_of_any_number_of_processes(
    golden: Path, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "WORTH_IT", 1)  # however little there is to do
    content = golden_content(tmp_path / "elsewhere")
    settings = Settings(content, tmp_path / "output", ROOT / "theme", URL, tmp_path / "cache")
    with Workshop(jobs) as workshop:
        build(settings, Moments(None, None, NOW), Crew(workshop))

    assert list(digests(tmp_path / "output")) == list(digests(golden))


def _run(world: dict[str, str], module: str, *arguments: str) -> None:
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **world}, check=True)


def test_what_waits_for_its_moment_is_nowhere(golden: Path) -> None:
    texts = [file.read_bytes() for file in golden.rglob("*") if file.is_file()]

    assert not any(b"kaleidoskop" in text for text in texts)
    assert not any(b"ende-jo" in text for text in texts)


def test_what_has_expired_leaves_neither_title_nor_text(golden: Path) -> None:
    texts = [file.read_text("utf-8") for file in golden.rglob("*.html")]

    assert not any("K-17" in text or "kodeve" in text for text in texts)


def test_content_of_the_golden_municipality_is_not_the_shipped_one() -> None:
    assert CONTENT != ROOT / "content"
