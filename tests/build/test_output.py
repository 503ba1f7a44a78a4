"""How files come into the output and go: whole, and never at the cost of what is not ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tellal.build.output import Output, journaled, journals_of
from tests.build.workplace import Workplace, differences, tree_of

LONG_AGO = 1_000_000_000


@pytest.fixture
def output(tmp_path: Path) -> Output:
    return Output(tmp_path / "output", tmp_path / "store.1.journal")


def test_file_is_replaced_and_never_written_over(output: Output) -> None:
    output.put("sq/index.html", b"<p>dera</p>")
    with (output.folder / "sq/index.html").open("rb") as reader:
        assert output.put("sq/index.html", b"<p>dera e re</p>")

        assert reader.read() == b"<p>dera</p>"  # who reads the old page reads all of it


def test_file_with_the_same_bytes_keeps_its_time_stamp(output: Output) -> None:
    file = output.folder / "index.html"
    output.put("index.html", b"x")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))

    assert not output.put("index.html", b"x")
    assert file.stat().st_mtime_ns == LONG_AGO
    assert output.put("index.html", b"y")  # of the same size
    assert file.read_bytes() == b"y"


def test_file_goes_with_the_folders_that_it_leaves_empty(output: Output) -> None:
    for path in ("tr/a/b/index.html", "tr/x.html"):
        output.put(path, b"x")

    assert output.delete("tr/a/b/index.html")
    assert not output.delete("tr/a/b/index.html")
    assert sorted(path.name for path in output.folder.rglob("*")) == ["tr", "x.html"]


def test_journal_names_every_file_but_the_one_that_is_half_named(output: Output) -> None:
    output.announce(["index.html", "sq/index.html"])
    with output.journal.open("a", encoding="utf-8") as journal:
        journal.write("tr/ind")

    assert journals_of(output.journal.with_name("store.sqlite")) == [output.journal]
    assert journaled([output.journal]) == {"index.html", "sq/index.html"}


def test_what_is_not_ours_stays_and_is_reported(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    place.build()
    for name in (".mine.new", "CNAME", "tr/shenime.txt"):
        (place.output / name).write_text("Mine", "utf-8")
    (place.output / "robots.txt").unlink()

    assert place.build().unknown == (".mine.new", "CNAME", "tr/shenime.txt")
    assert (place.output / "tr/shenime.txt").read_text("utf-8") == "Mine"
    assert (place.output / "robots.txt").is_file()


def test_half_a_file_of_a_killed_build_is_cleared_away(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    place.build()
    for half in (".index.html.new", "sq/.index.html.new", "tr/.404.html.new"):
        (place.output / half).write_bytes(b"<p>gjys")

    assert place.build().unknown == ()
    assert differences(tree_of(place.output), place.build_from_nothing()) == []


def test_two_outputs_with_one_cache_know_nothing_of_each_other(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    place.build()
    before = tree_of(place.output)
    (place.output).rename(tmp_path / "first")
    place.build()

    assert differences(tree_of(tmp_path / "first"), before) == []
    assert differences(tree_of(place.output), before) == []
