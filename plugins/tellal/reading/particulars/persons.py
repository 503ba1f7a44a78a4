"""Where to write to somebody, where somebody lives, and since when."""

from __future__ import annotations

import re

from tellal.reading.particulars.pattern import Match, Pattern

DAY = (
    r"(?P<value>\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,2}\.? [^\W\d_]{3,10}\.? (?:19|20)\d\d)(?!\d)"
)
SINCE = re.compile(
    r"\b(?:nga|prej|pas|para|deri|ndërmjet|midis|od|do|posle|pre|između|од|до|после|пре|између"
    r"|after|before|between|from|until|since)\b"
)
OF_A_BOX = re.compile(r"[\w.+-]++\Z")
STREET = re.compile(
    r"\b(?:rr\.|ul\.|ул\.|sok\.|cad\.|mah\.|rrug[aeë]\w?\b|ulica\b|улица\b|street\b|lagj\w{1,2}\b)"
    r" ?[\"“„«”]?(?!dhe\b|numr|nr\b|i\b|broj|и\b|број|ve\b|no\b|and\b|number)\w"
)
"""A street with its name: a form that asks for an address names none."""


def _email(match: Match) -> str | None:
    """Return an address for e-mail, of which the pattern has seen what follows its name."""
    name = OF_A_BOX.search(match.string, max(0, match.start() - 64), match.start())
    return f"{name[0]}{match['value']}" if name else None


def _born(match: Match) -> str | None:
    """Return a date of birth, but none that says who may come: "born after 1.1.2020"."""
    gap = match.groupdict().get("gap") or ""
    return None if SINCE.search(gap) else re.sub(r"\s", "", match["value"])


def _home(match: Match) -> str | None:
    return " ".join(match["value"].split()) if STREET.search(match["value"]) else None


EMAIL = Pattern(
    "email-private",
    ("@",),
    re.compile(r"(?P<value>@(?:[\w-]{1,63}+\.){1,8}[^\W\d_]{2,24})(?![\w-])"),
    _email,
    is_found_in_web_addresses=True,
)
BORN = Pattern(
    "birth-date",
    ("lind", "rođen", "рођен", "doğum", "born", "birth"),
    re.compile(
        r"(?:(?<!ët )\b[ie] lindur|\bdat[eë]lindj\w{1,4}|\bdata e lindjes|\brođena?\b|\bрођена?\b"
        r"|\bdatum rođenja|\bдатум рођења|\bdoğum tarihi|\bborn\b|\bdate of birth)"
        rf"(?P<gap>[^\d]{{0,30}}){DAY}"
    ),
    _born,
)
BORN_AFTER = Pattern(
    "birth-date", ("doğumlu",), re.compile(rf"(?<!\d){DAY}\W{{0,3}}doğumlu"), _born
)
HOME = Pattern(
    "home-address",
    (
        *("banim", "shtëpisë", "stanovanja", "становања", "prebival", "пребивал"),
        *("ikamet", "ev adres", "home addr"),
    ),
    re.compile(
        r"(?:\badres\w{1,3} (?:e|së) (?:banimit|shtëpisë)|\bvendbanim\w{1,3}|\badres\w stanovanja"
        r"|\bадрес\w становања|\bprebivališt\w|\bпребивалишт\w|\bikamet\w{0,6} adres\w{1,2}"
        r"|\bev adres\w{1,2}|\bhome address)\s?[:–-]\s?(?P<value>[^\n]{3,80})"
    ),
    _home,
)
PERSONS = (EMAIL, BORN, BORN_AFTER, HOME)
