"""Results -> tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench.measuring.results import Result, Row

SAID = {
    "cold": "cold",
    "nothing": "nothing changed",
    "edit": "one edit",
    "added": "one added",
    "template": "template changed",
}
COSTS = ("what", "engine", "wall s", "CPU s", "peak MiB", "wall, Tellal = 1", "CPU, Tellal = 1")
OUTPUTS = (
    "engine",
    "publications",
    "lists",
    "feeds",
    "sitemaps",
    "files",
    "MB",
    "cold CPU, ms a page",
)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table.

    >>> print(table(("what", "s"), [("cold", "1.5")]))
    | what | s |
    |---|---|
    | cold | 1.5 |
    """
    lines = [head, *rows]
    first, *rest = (f"| {' | '.join(cells)} |" for cells in lines)
    return "\n".join((first, f"|{'---|' * len(head)}", *rest))


def costs(result: Result) -> str:
    """Return what every engine cost in every scenario."""
    return table(COSTS, (_cost(result, row) for row in _in_order(result)))


def outputs(result: Result) -> str:
    """Return what every engine made."""
    return table(OUTPUTS, _outputs(result))


def _in_order(result: Result) -> Iterator[Row]:
    for scenario in SAID:
        yield from (row for row in result.rows if row.scenario == scenario)


def _cost(result: Result, row: Row) -> tuple[str, ...]:
    own = result.row(row.scenario, "tellal")
    return (
        SAID[row.scenario],
        result.names[row.engine],
        seconds(row.wall),
        seconds(row.cpu),
        f"{row.memory:.0f}",
        ratio(row.wall, own.wall if own else None),
        ratio(row.cpu, own.cpu if own else None),
    )


def _outputs(result: Result) -> Iterator[tuple[str, ...]]:
    for key, made in result.outputs.items():
        cold = result.row("cold", key)
        numbers = (made.publications, made.lists, made.feeds, made.sitemaps, made.files)
        a_page = f"{1000 * cold.cpu / made.pages:.2f}" if cold else "–"
        counted = (f"{number:,}" for number in numbers)
        yield (
            f"{result.names[key]} {result.versions[key]}",
            *counted,
            f"{made.size / 1e6:.1f}",
            a_page,
        )


def seconds(value: float) -> str:
    """Return seconds with as many digits as say something.

    >>> seconds(0.2345), seconds(12.345), seconds(123.45)
    ('0.23', '12.3', '123')
    """
    if value < 10:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def ratio(value: float, own: float | None) -> str:
    """Return how many times our own cost another is, a dash where ours is unknown.

    >>> ratio(3, 2), ratio(200, 0.5), ratio(1, None)
    ('1.50', '400', '–')
    """
    return seconds(value / own) if own else "–"
