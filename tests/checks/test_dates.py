"""What comes later in life does not come earlier in the facts."""

from __future__ import annotations

from typing import get_args

import pytest

from tellal.checks.dates import ORDER
from tellal.domain.facts import KINDS, Facts
from tellal.domain.publication import Common
from tellal.reading.schema import types_of
from tests.conftest import FindingsOf

GATHERING = "---\ntitle: Panairi\nstarts: {}\nends: {}\n---\n\nTeksti.\n"
PATH = "invitations/2026/03-12-panairi/index.sq.md"


@pytest.mark.parametrize("key", sorted({key for pair in ORDER for key in pair}))
def test_every_date_that_has_an_order_is_a_fact(key: str) -> None:
    name, _, inner = key.partition(".")
    records = [Common, *get_args(Facts)]
    kinds = [types_of(record)[name] for record in records if name in types_of(record)]

    assert kinds
    assert not inner or all(inner in types_of(kind) for kind in kinds)


def test_same_moment_is_in_order(findings_of: FindingsOf) -> None:
    assert findings_of({PATH: GATHERING.format("2026-04-02 10:00", "2026-04-02 10:00")}) == []


def test_moment_before_is_not(findings_of: FindingsOf) -> None:
    (line,) = findings_of({PATH: GATHERING.format("2026-04-02 10:00", "2026-04-02 09:59")})

    assert line.startswith(f"{PATH}:4: ends (2026-04-02 09:59) is before starts")


def test_day_and_moment_are_compared_by_the_day(findings_of: FindingsOf) -> None:
    session = (
        "---\ntitle: x\nbody: assembly\nstarts: 2026-03-19 08:00\ncalled_on: {}\n---\n\nTeksti.\n"
    )
    path = "sessions/2026/03-12-seanca/index.sq.md"

    assert findings_of({path: session.format("2026-03-19")}) == []
    assert len(findings_of({path: session.format("2026-03-20")})) == 1


def test_date_of_the_folder_counts_where_the_text_gives_none(findings_of: FindingsOf) -> None:
    release = "---\ntitle: Bora\nexpires: 2026-03-11\n---\n\nTeksti.\n"

    (line,) = findings_of({"releases/2026/03-12-bora/index.sq.md": release})

    assert "expires (2026-03-11) is before date (2026-03-12)" in line


REQUEST = """\
---
title: x
reference: 1
received: 2026-03-02
channel: oral
category: media
{}
---

Teksti.
"""


@pytest.mark.parametrize(
    "header",
    [
        "",
        "answered: 2026-03-05\noutcome: refused",
        "outcome: withdrawn",
        "outcome: no_response",
        "outcome: forwarded\nforwarded:\n  to: Ministria\n  on: 2026-03-04",
        "forwarded:\n  to: Ministria\n  on: 2026-03-04",
    ],
)
def test_request_that_tells_a_whole_story_is_in_order(header: str, findings_of: FindingsOf) -> None:
    assert findings_of({"requests/2026/03-02-lejet/index.sq.md": REQUEST.format(header)}) == []


def test_there_is_no_order_of_a_kind_that_does_not_exist() -> None:
    assert {kind.facts for kind in KINDS} == set(get_args(Facts))
