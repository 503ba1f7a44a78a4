"""The output is always whole: after a build, after a deletion, after a build that was killed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copytree
from typing import TypeVar

import pytest

from tellal.build.writer import Writer, Written
from tellal.compiler.building import build
from tellal.compiler.crew import Crew
from tellal.compiler.moments import Moments
from tellal.settings import Settings
from tests.golden.accept import CONTENT, ROOT, URL
from tests.worlds import NOW

T = TypeVar("T")

PAGES = {"index.html": b"<p>dera</p>", "sq/index.html": b"<p>ballina</p>"}
LONG_AGO = 1_000_000_000


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def write(output: Path, files: dict[str, bytes]) -> Written:
    """Write a build of these files, as the compiler does."""
    writer = Writer(output, output.parent / "cache")
    writer.expect(files)
    for path, data in files.items():
        writer.write(path, data)
    return writer.finish()


def files_of(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_files_hold_what_was_written_and_nothing_else_is_there(output: Path) -> None:
    done = write(output, PAGES)

    assert files_of(output) == PAGES
    assert done == Written(written=2, kept=0, deleted=0, unknown=())


def test_unchanged_file_keeps_its_time_stamp(output: Path) -> None:
    write(output, PAGES)
    for path in PAGES:
        os.utime(output / path, (LONG_AGO, LONG_AGO))
    done = write(output, PAGES | {"index.html": b"<p>DERA</p>"})

    assert done == Written(written=1, kept=1, deleted=0, unknown=())
    assert (output / "sq/index.html").stat().st_mtime == LONG_AGO
    assert (output / "index.html").stat().st_mtime != LONG_AGO
    assert (output / "index.html").read_bytes() == b"<p>DERA</p>"


def test_file_is_replaced_and_never_written_over(output: Path) -> None:
    write(output, PAGES)
    with (output / "index.html").open("rb") as reader:
        write(
            output,
            PAGES | {"index.html": b"<p>e re, dhe shum\xc3\xab m\xc3\xab e gjat\xc3\xab</p>"},
        )

        assert reader.read() == PAGES["index.html"]  # who reads the old page reads all of it


def test_copied_file_is_the_same_and_keeps_its_time_stamp(output: Path, tmp_path: Path) -> None:
    source = tmp_path / "plani.pdf"
    source.write_bytes(b"%PDF-1.4 plani")

    def copy() -> Written:
        writer = Writer(output, tmp_path / "cache")
        writer.copy("files/plani.pdf", source)
        return writer.finish()

    assert copy().written == 1
    os.utime(output / "files/plani.pdf", (LONG_AGO, LONG_AGO))
    assert copy().kept == 1
    assert (output / "files/plani.pdf").stat().st_mtime == LONG_AGO
    source.write_bytes(b"%PDF-1.4 PLANI")
    assert copy().written == 1
    assert files_of(output) == {"files/plani.pdf": b"%PDF-1.4 PLANI"}


def test_file_that_is_no_longer_made_goes_with_the_folders_it_leaves_empty(output: Path) -> None:
    write(output, PAGES | {"tr/a/b/index.html": b"b", "tr/a/index.html": b"a", "tr/x.html": b"x"})
    done = write(output, PAGES | {"tr/x.html": b"x"})

    assert done.deleted == 2
    assert files_of(output) == PAGES | {"tr/x.html": b"x"}
    assert not (output / "tr/a").exists()


def test_file_that_is_not_ours_stays_and_is_reported(output: Path) -> None:
    write(output, PAGES | {"tr/index.html": b"x"})
    (output / "CNAME").write_text("gjilan.example", "utf-8")
    (output / "tr/shenime.txt").write_text("Mine", "utf-8")
    (output / ".mine.new").write_text("Mine", "utf-8")
    done = write(output, PAGES)

    assert done.unknown == (".mine.new", "CNAME", "tr/shenime.txt")
    assert set(files_of(output)) == {*PAGES, *done.unknown}


def test_file_that_somebody_deleted_or_changed_is_made_again(output: Path) -> None:
    write(output, PAGES)
    (output / "index.html").unlink()
    (output / "sq/index.html").write_text("<p>tjetër</p>", "utf-8")

    assert write(output, PAGES).written == 2
    assert files_of(output) == PAGES


def test_two_outputs_with_one_cache_know_nothing_of_each_other(tmp_path: Path) -> None:
    for name in ("web", "desk"):
        writer = Writer(tmp_path / name, tmp_path / "cache")
        writer.write(f"{name}.html", b"x")
        writer.finish()
    done = Writer(tmp_path / "web", tmp_path / "cache").finish()

    assert done.deleted == 1
    assert files_of(tmp_path / "desk") == {"desk.html": b"x"}


def test_lost_cache_deletes_nothing(output: Path) -> None:
    write(output, PAGES | {"tr/index.html": b"x"})
    for file in (output.parent / "cache").iterdir():
        file.unlink()

    assert write(output, PAGES).unknown == ("tr/index.html",)
    assert (output / "tr/index.html").is_file()


def test_no_two_pages_are_written_to_one_file(output: Path) -> None:
    writer = Writer(output, output.parent / "cache")
    writer.write("index.html", b"x")

    with pytest.raises(ValueError, match=r"index\.html is written twice"):
        writer.write("index.html", b"y")


def test_cold_build_begins_with_nothing_of_ours_and_all_that_is_not(output: Path) -> None:
    write(output, PAGES)
    (output / "CNAME").write_text("gjilan.example", "utf-8")
    writer = Writer(output, output.parent / "cache")
    writer.forget()

    assert set(files_of(output)) == {"CNAME"}


# --- a build that was killed ---


def test_half_a_file_of_a_killed_build_is_cleared_away(output: Path) -> None:
    write(output, PAGES | {"tr/index.html": b"x"})
    for half in (".index.html.new", "sq/.index.html.new", "tr/.index.html.new"):
        (output / half).write_bytes(b"<p>gjys")
    done = write(output, PAGES)

    assert done.unknown == ()
    assert files_of(output) == PAGES
    assert not (output / "tr").exists()


def test_what_a_killed_build_wrote_is_known_to_the_next_as_ours(output: Path) -> None:
    write(output, PAGES)
    killed = Writer(output, output.parent / "cache")
    killed.expect([*PAGES, "tr/index.html", "tr/never.html"])
    killed.write("tr/index.html", b"x")  # and no more: it does not come to its end

    assert write(output, PAGES) == Written(written=0, kept=2, deleted=1, unknown=())
    assert files_of(output) == PAGES


class Killed(Exception):
    """Somebody pulled the plug."""


def killed_at(stage: str, after: int) -> Crew:
    """Return who works until so many pieces of a stage are done."""

    def watched(items: Iterable[T], what: str, count: int) -> Iterator[T]:
        for place, item in enumerate(items):
            if what == stage and place == after:
                raise Killed
            yield item

    return Crew(watched=watched)


def test_build_after_a_killed_one_is_the_same_as_one_from_nothing(tmp_path: Path) -> None:
    content, moments = tmp_path / "content", Moments(None, None, NOW)
    copytree(CONTENT, content)
    whole = build_of(content, tmp_path / "whole", moments)
    more = content / "releases/2026/03-29-e-perkohshme"
    more.mkdir()
    (more / "index.sq.md").write_text("---\ntitle: E përkohshme\n---\n\nTeksti.\n", "utf-8")
    with pytest.raises(Killed):
        build_of(content, tmp_path / "output", moments, killed_at("writing", 2))
    (more / "index.sq.md").unlink()
    more.rmdir()

    assert 0 < len(files_of(tmp_path / "output")) < len(whole)
    assert build_of(content, tmp_path / "output", moments) == whole


def build_of(
    content: Path, output: Path, moments: Moments, crew: Crew | None = None
) -> dict[str, bytes]:
    settings = Settings(content, output, ROOT / "theme", URL, output.parent / "cache")
    report = build(settings, moments, crew or Crew())
    assert report.unknown == ()
    return files_of(output)
