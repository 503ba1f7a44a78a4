"""Two texts of an act -> pairs: chapter beside chapter, paragraph beside paragraph, by anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellal.domain.swift_dataclasses import dataclass

TAG = re.compile(
    r'<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^"<>]*(?:"[^"]*"[^"<>]*)*)>', re.DOTALL
)
NAMED = re.compile(r' id="((?:art|ch|par|s)(?:-[^"]*)?)"')
VOID = frozenset(("br", "hr", "img"))
FOOTNOTE = re.compile(r'( id="|href="#)(fn)')
Groups = dict[str, list[str]]
"""The blocks of a text by the place that they belong to, in its order; "" is what stands first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands side by side; either may be empty. `anchor` is "" within a place."""

    anchor: str
    own: str
    other: str


def pairs_of(own: str, other: str) -> tuple[Pair, ...]:
    """Return two texts side by side. Both are safe HTML; together they lose nothing."""
    left, names = _groups(own)
    right, others = _groups(FOOTNOTE.sub(r"\1other-\2", other))
    names |= {key: name for key, name in others.items() if key == name}
    if _headings(left) != _headings(right):
        left, right = _joined(left), _joined(right)
    return tuple(
        Pair(names.get(key, "") if not number else "", *blocks)
        for key in _merged([*left], [*right])
        for number, blocks in enumerate(_aligned(left.get(key, []), right.get(key, [])))
    )


def _groups(html: str) -> tuple[Groups, dict[str, str]]:
    """Return the blocks of a text by place, and the anchor of each place.

    An ordinary heading is named in its language, so its place is known by its number alone.
    """
    groups: Groups = {}
    names: dict[str, str] = {}
    key, headings = "", 0
    for anchor, block in _blocks(html):
        if anchor.startswith("s"):
            headings += 1
            key = f"heading {headings}"
            names[key] = anchor
        elif anchor:
            key = names[anchor] = anchor
        groups.setdefault(key, []).append(NAMED.sub("", block))
    return groups, names


def _blocks(html: str) -> Iterator[tuple[str, str]]:
    """Yield each outermost element but for the sections of articles, with its anchor; and each
    text that stands in none.
    """
    depth, start, end, anchor = 0, 0, 0, ""
    for match in TAG.finditer(html):
        tag, closes = match["tag"], bool(match["close"])
        if not depth:
            yield from _text(html[end : match.start()])
            start, end = match.start(), match.end()
        if not depth and not closes:
            named = NAMED.search(match["rest"])
            anchor = named[1] if named else anchor
        if tag == "section":
            continue
        if tag not in VOID:
            depth += -1 if closes else 1
        if not depth:
            end = match.end()
            yield anchor, html[start:end]
            anchor = ""
    yield from _text(html[end:])


def _text(html: str) -> Iterator[tuple[str, str]]:
    if html.strip():
        yield "", html.strip()


def _headings(groups: Groups) -> int:
    return sum(key.startswith("heading") for key in groups)


def _joined(groups: Groups) -> Groups:
    """Return the groups without places for ordinary headings, which do not match in number."""
    joined: Groups = {}
    place = ""
    for key, blocks in groups.items():
        place = place if key.startswith("heading") else key
        joined.setdefault(place, []).extend(blocks)
    return joined


def _merged(left: list[str], right: list[str]) -> Iterator[str]:
    """Yield the places of both in the order of the first; one that only the other has stands
    behind the one that it stands behind there.
    """
    known = set(left)
    more: dict[str, list[str]] = {}
    behind = ""
    for key in right:
        if key in known:
            behind = key
        else:
            more.setdefault(behind, []).append(key)
    if "" not in known:
        yield from more.get("", ())
    for key in left:
        yield key
        yield from more.get(key, ())


def _aligned(left: list[str], right: list[str]) -> Iterator[tuple[str, str]]:
    """Yield block beside block where there are as many, else all beside all."""
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
    else:
        yield "\n".join(left), "\n".join(right)
