"""Runs -> medians, and the file that keeps them until they are written into a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from bench.measuring.outputs import Output
from bench.measuring.processes import Run
from bench.measuring.rounds import Measured


@dataclass(frozen=True, slots=True)
class Row:
    """The medians of an engine in a scenario."""

    scenario: str
    engine: str
    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Result:
    """All that was measured in one go at one size: rows, and what each engine made."""

    size: int
    day: str
    runs: int
    names: Mapping[str, str]
    versions: Mapping[str, str]
    rows: tuple[Row, ...]
    outputs: Mapping[str, Output]

    def row(self, scenario: str, engine: str) -> Row | None:
        """Return the medians of an engine in a scenario, if it was measured."""
        found = (row for row in self.rows if (row.scenario, row.engine) == (scenario, engine))
        return next(found, None)


def medians(measured: Iterable[Measured]) -> Iterator[Row]:
    """Yield the medians of each engine in each scenario, in the order of the first runs."""
    groups: dict[tuple[str, str], list[Run]] = {}
    for one in measured:
        groups.setdefault((one.scenario, one.engine), []).append(one.run)
    for (scenario, engine), runs in groups.items():
        wall, cpu, memory = (
            median(getattr(one, figure) for one in runs) for figure in ("wall", "cpu", "memory")
        )
        yield Row(scenario, engine, wall, cpu, memory)


def keep(file: Path, result: Result) -> None:
    """Keep a result in place of the older one of its size."""
    kept = [one for one in kept_in(file) if one.size != result.size]
    text = json.dumps([asdict(one) for one in sorted([*kept, result], key=_size)], indent=1)
    file.write_text(f"{text}\n", "utf-8")


def kept_in(file: Path) -> Sequence[Result]:
    """Return the results that are kept, the smallest size first."""
    return [_result(**one) for one in json.loads(file.read_text())] if file.is_file() else []


def _size(result: Result) -> int:
    return result.size


def _result(
    rows: Iterable[Mapping[str, object]],
    outputs: Mapping[str, Mapping[str, int]],
    **others: object,
) -> Result:
    return Result(
        rows=tuple(Row(**row) for row in rows),  # type: ignore[arg-type]
        outputs={key: Output(**output) for key, output in outputs.items()},
        **others,  # type: ignore[arg-type]
    )
