"""The memory of earlier builds may be lost, old or anything: what was published stays right."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from tellal.compiler import opening
from tellal.compiler.opening import ANEW
from tellal.compiler.stamp import stamp_of
from tellal.domain.short import short_name_of
from tellal.domain.values import Reference
from tests.build.changes import put_a_folder_in_place_of_the_store
from tests.build.texts import Text
from tests.build.workplace import Workplace, differences, tree_of

RELEASE = "releases/2026/03-12-bursat"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    place = Workplace(tmp_path)
    place.build()
    return place


def test_lost_memory_costs_time_and_nothing_else(place: Workplace) -> None:
    before = tree_of(place.output)
    place.store.unlink()
    report = place.build()

    assert place.told == []
    assert report.rendered == report.pages
    assert report.written == 0
    assert report.unknown == ()
    assert tree_of(place.output) == before


def cut_off(place: Workplace) -> None:
    os.truncate(place.store, 20_000)


def fill_with_garbage(place: Workplace) -> None:
    place.store.write_bytes(b"no database" * 1000)


def empty(place: Workplace) -> None:
    place.store.write_bytes(b"")


def put_a_folder_there(place: Workplace) -> None:
    put_a_folder_in_place_of_the_store(place, None)  # type: ignore[arg-type]


def name_a_table_with_no_text(place: Workplace) -> None:
    with closing(sqlite3.connect(place.store)) as store:
        store.execute("PRAGMA writable_schema = ON")
        spoilt = "name = CAST(x'9d' AS TEXT), sql = 'CREATE no table'"
        store.execute(f"UPDATE sqlite_master SET {spoilt} WHERE name = 'todo'")
        store.commit()


@pytest.mark.parametrize(
    "harm", [cut_off, fill_with_garbage, empty, put_a_folder_there, name_a_table_with_no_text]
)
def test_memory_that_cannot_be_read_is_made_anew_and_one_line_says_so(
    place: Workplace, harm: Callable[[Workplace], None]
) -> None:
    before = tree_of(place.output)
    harm(place)
    report = place.build()

    assert place.told == [ANEW["broken"]]
    assert report.rendered == report.pages
    assert tree_of(place.output) == before
    assert place.build().rendered == 0


def test_memory_of_another_version_is_made_anew_and_its_templates_too(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = {file.parent for file in place.settings.cache.rglob("*.cache")}
    _, settings = stamp_of(place.settings)
    monkeypatch.setattr(opening, "stamp_of", lambda _: ("another", settings))
    report = place.build()

    assert place.told == [ANEW["code"]]
    assert report.rendered == report.pages
    assert compiled
    assert compiled.isdisjoint(file.parent for file in place.settings.cache.rglob("*.cache"))


def test_memory_of_other_settings_is_made_anew(place: Workplace) -> None:
    place.url = "https://tjeter.example"
    place.build()

    assert place.told == [ANEW["place"]]
    assert differences(tree_of(place.output), place.build_from_nothing()) == []


def spoil_what_was_read(place: Workplace) -> None:
    with closing(sqlite3.connect(place.store)) as store:
        store.execute("UPDATE listing SET data = x'00'")
        store.commit()


def move_the_site(place: Workplace) -> None:
    place.url = "https://tjeter.example"


@pytest.mark.parametrize("harm", [spoil_what_was_read, move_the_site])
def test_what_is_stale_goes_also_where_the_memory_is_of_no_use(
    place: Workplace, harm: Callable[[Workplace], None]
) -> None:
    harm(place)
    rmtree(place.content / "strategies/2026/02-02-strategjia")
    report = place.build()

    assert len(place.told) == 1
    assert report.deleted > 0
    assert differences(tree_of(place.output), place.build_from_nothing()) == []


def test_pages_of_a_rename_are_left_and_reported_where_the_memory_went_before_it_was_built(
    place: Workplace,
) -> None:
    (place.content / RELEASE).rename(place.content / "releases/2026/03-12-fletoret")
    place.store.unlink()
    report = place.build()

    assert "sq/komunikata/2026/03/bursat/index.html" in report.unknown
    assert (place.output / "sq/komunikata/2026/03/bursat/index.html").exists()


def test_file_that_nobody_remembers_is_left_and_reported(place: Workplace) -> None:
    place.store.unlink()
    rmtree(place.content / "strategies/2026/02-02-strategjia")
    report = place.build()

    short = f"k/{short_name_of(Reference('strategies/2026/02-02-strategjia'))}/index.html"
    assert short in report.unknown
    assert all("strateg" in path or "stratej" in path for path in report.unknown if path != short)
    assert len(report.unknown) > 1


@pytest.mark.parametrize("seed", range(4))
def test_memory_with_other_bytes_at_any_place_never_leads_to_other_bytes(
    place: Workplace, seed: int
) -> None:
    chance = Random(seed)
    with place.store.open("r+b") as stream:
        for _ in range(chance.choice([1, 5, 50, 500])):
            stream.seek(chance.randrange(place.store.stat().st_size))
            stream.write(chance.randbytes(chance.choice([1, 4, 100])))
    for change in ("Një.", "Dy."):
        for file in sorted((place.content / RELEASE).glob("index.*.md")):
            text = Text.read(file)
            text.state("summary", change)
            text.paragraphs.append(change)
            text.write(file)
        report = place.build()

        assert set(place.told) <= {*ANEW.values()}
        assert differences(tree_of(place.output), place.build_from_nothing()) == []
        assert report.unknown == ()
