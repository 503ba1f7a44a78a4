"""The office that the corpus belongs to: the repository's, at the moment of the corpus.

It draws no card for each edition: ten years of them would measure little but the drawing of
pictures, and an office that begins today has cards from today on.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import yaml

from bench.phrases import Text

OFFICE = Path(__file__).parents[1] / "content" / "office"
FILES = ("office", "directorates", "bodies", "names", "deadlines", "holidays")
OWN = re.compile(r"^(?:as_of|titled_cards_from):.*\n", re.MULTILINE)


def files(as_of: datetime) -> dict[str, bytes]:
    """Return the files of `office/` that are there, `office.yaml` with the moment of the corpus."""
    sources = [OFFICE / f"{name}.yaml" for name in FILES]
    texts = {file.name: file.read_text("utf-8") for file in sources if file.exists()}
    if card := texts.get("office.yaml"):
        texts["office.yaml"] = f"{OWN.sub('', card).rstrip()}\nas_of: {as_of:%Y-%m-%d %H:%M}\n"
    return {name: text.encode() for name, text in texts.items()}


def names(file: str) -> dict[str, Text]:
    """Return the names of directorates or bodies by their key."""
    text = (OFFICE / f"{file}.yaml").read_text("utf-8")
    named: dict[str, Text] = yaml.safe_load(text)
    return named


def holidays() -> set[date]:
    """Return the days off that the office's calendar knows."""
    file = OFFICE / "holidays.yaml"
    text = file.read_text("utf-8") if file.exists() else ""
    return {date.fromisoformat(day) for day in re.findall(r"\bon: (\d{4}-\d\d-\d\d)", text)}
