"""Asks the search of an output, in node: the script and the files that a browser would load."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
QUERIES = HERE / "queries.csv"


@dataclass(frozen=True)
class Query:
    """A question with a filter, and the folders of what answers it."""

    corpus: str
    language: str
    question: str
    filters: dict[str, str]
    about: str
    expected: frozenset[str]


def queries(corpus: str) -> list[Query]:
    with QUERIES.open(newline="") as file:
        return [
            Query(
                row["corpus"],
                row["language"],
                row["query"],
                dict(pair.split("=") for pair in row["filter"].split(";") if pair),
                row["about"],
                frozenset(row["expected"].split()),
            )
            for row in csv.DictReader(file)
            if row["corpus"] == corpus
        ]


class Engine:
    """The search at work over the files of an output, for pages in a language."""

    def __init__(self, output: Path, address: str = "sq") -> None:
        command = ["node", str(HERE / "engine.cjs"), str(output), address]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        with self.process:
            pass

    def told(self, asked: dict[str, Any]) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{json.dumps(asked)}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, question: str, language: str, **filters: str) -> Any:
        return self.told({"question": question, "language": language, "filters": filters})

    def terms(self, text: str, language: str) -> list[str]:
        answer: list[str] = self.told({"terms": text, "language": language})
        return answer

    def titles(self, question: str, language: str, **filters: str) -> list[str]:
        return [one["title"] for one in self.ask(question, language, **filters)["shown"]]


@dataclass(frozen=True)
class Score:
    """How well a question was answered in its first five answers, and whether by the first."""

    query: Query
    recall: float
    precision: float
    is_first: bool


def scores(engine: Engine, asked: Iterable[Query], folders: dict[str, str]) -> Iterator[Score]:
    """Yield how well each question is answered; `folders` are by address."""
    for query in asked:
        shown = engine.ask(query.question, query.language, **query.filters)["shown"][:5]
        right = [folders[one["address"]] in query.expected for one in shown]
        possible = min(5, len(query.expected))
        precision = sum(right) / len(shown) if shown else 0.0
        yield Score(query, sum(right) / possible, precision, right[:1] == [True])
