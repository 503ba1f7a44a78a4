"""Results -> the figures in docs/performance.md, and the picture beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.measuring.drawing import Chart, drawing
from bench.measuring.results import Result
from bench.measuring.tables import SAID, costs, outputs

BEGIN, END = "<!-- figures: written by bench -->", "<!-- end of figures -->"
PICTURE = Path("pictures") / "performance.svg"
ALT = "Seconds against publications, a line for each engine: a cold build, and one edit"
DRAWN = ("cold", "edit")
NO_MARKS = "{file} has no place for figures. Write these two lines into it: {begin} and {end}"


def figures(results: Sequence[Result]) -> str:
    """Return all tables, each size under a heading of its own."""
    return "\n\n".join(map(section, results))


def section(result: Result) -> str:
    """Return the tables of a size."""
    runs = "one run" if result.runs == 1 else f"medians of {result.runs} runs"
    head = f"### {result.size:,} publications\n\n{result.day}, {runs} each, engines by turns."
    return "\n\n".join((head, costs(result), outputs(result)))


def write_page(file: Path, results: Sequence[Result], machine: str) -> None:
    """Write the figures between the two marks of a page, and the picture. Raises SystemExit."""
    shown = f"![{ALT}]({PICTURE.as_posix()})"
    write_between(file, (BEGIN, END), "\n\n".join((machine, shown, figures(results))))
    picture = file.parent / PICTURE
    picture.parent.mkdir(exist_ok=True)
    picture.write_text(picture_of(results), "utf-8")


def write_between(file: Path, marks: tuple[str, str], text: str) -> None:
    """Write a text between two marks of a page. Raises SystemExit if it has no such marks."""
    begin, end = marks
    before, found, rest = file.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise SystemExit(NO_MARKS.format(file=file, begin=begin, end=end))
    file.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", "utf-8")


def picture_of(results: Sequence[Result]) -> str:
    """Return the picture: a chart for each of the drawn scenarios."""
    return drawing(ALT, [chart for scenario in DRAWN if (chart := _chart(results, scenario)).lines])


def _chart(results: Sequence[Result], scenario: str) -> Chart:
    lines: dict[str, list[tuple[float, float]]] = {}
    for result in results:
        for row in result.rows:
            if row.scenario == scenario:
                name = result.names[row.engine]
                lines.setdefault(name, []).append((result.size, row.wall))
    return Chart(f"{SAID[scenario].capitalize()}, seconds by the clock", lines)
