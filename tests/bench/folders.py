"""What stands in a corpus, read back without the product."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml


def files_of(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def names_of(folder: Path) -> list[str]:
    files = sorted(folder.rglob("index.sq.md"))
    return [file.parent.relative_to(folder).as_posix() for file in files]


def of_collection(folder: Path, collection: str) -> list[dict[str, Any]]:
    """Return the facts of every publication of a collection."""
    return [front_matter(file) for file in sorted(folder.glob(f"{collection}/*/*/index.sq.md"))]


def front_matter(file: Path) -> dict[str, Any]:
    _, header, _ = file.read_text("utf-8").split("---\n", 2)
    facts = yaml.load(header, yaml.CSafeLoader)
    assert isinstance(facts, dict), file
    return facts


def day_of(name: str) -> date:
    return date.fromisoformat(f"{name.split('/')[1]}-{name.split('/')[2][:5]}")


def count(folder: Path) -> Counter[str]:
    return Counter(name.split("/")[0] for name in names_of(folder))
