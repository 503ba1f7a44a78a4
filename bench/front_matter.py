"""Facts -> the lines between `---`, as staff would type them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

Fact: TypeAlias = "str | int | bool | date | Mapping[str, Fact] | Sequence[Fact] | None"

# YAML would read something else out of these.
NEEDS_QUOTES = re.compile(r"""[^\w("“„+]|.*(: | #|:$)""")


def front_matter(facts: Mapping[str, Fact]) -> str:
    """Return the front matter with its fences; facts that are None or empty are left out."""
    return "\n".join(("---", *_lines(facts, ""), "---", ""))


def _lines(fact: Fact, indent: str) -> Iterator[str]:
    if isinstance(fact, Mapping):
        for key, value in fact.items():
            if _is_scalar(value):
                yield f"{indent}{key}: {_scalar(value)}"
            elif value:
                yield f"{indent}{key}:"
                yield from _lines(value, f"{indent}  ")
    elif isinstance(fact, Sequence):
        for item in fact:
            first, *rest = [_scalar(item)] if _is_scalar(item) else _lines(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _is_scalar(fact: Fact) -> bool:
    return isinstance(fact, str | int | date)


def _scalar(fact: Fact) -> str:
    match fact:
        case bool():
            return "true" if fact else "false"
        case datetime():
            return f"{fact:%Y-%m-%d %H:%M}"
        case str() if NEEDS_QUOTES.match(fact):
            return json.dumps(fact, ensure_ascii=False)
        case _:
            return str(fact)
