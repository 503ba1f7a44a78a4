"""Names mean something: numbers, references and addresses."""

from __future__ import annotations

import pytest

from tellal.checks.names import SECTION_OF
from tellal.domain.facts import KIND_OF_COLLECTION, KINDS
from tests.conftest import Files, FindingsOf


def act(
    name: str, number: str = "5/2026", body: str = "assembly", adopted: str = "2026-03-10"
) -> dict[str, str]:
    """Return a decision in the two languages that the law requires."""
    collection, _, short_name = name.rpartition("/")
    folder = f"{collection or 'decisions'}/2026/03-12-{short_name}"
    facts = f"number: {number}\nbody: {body}\nadopted: {adopted}"
    return {
        f"{folder}/index.sq.md": f"---\ntitle: x\n{facts}\n---\n\nTeksti.\n",
        f"{folder}/index.sr.md": "---\ntitle: x\n---\n\nTekst.\n",
    }


@pytest.mark.parametrize(
    "other",
    [
        act("b", number="6/2026"),
        act("b", body="mayor"),
        act("b", adopted="2025-12-30"),
        act("regulations/b"),
    ],
    ids=["number", "body", "year", "kind"],
)
def test_number_is_given_once_per_body_kind_and_year(
    other: dict[str, str], findings_of: FindingsOf
) -> None:
    assert findings_of({**act("a"), **other}) == []


def test_every_act_that_takes_a_taken_number_is_named(findings_of: FindingsOf) -> None:
    lines = findings_of({**act("a"), **act("b"), **act("c")})

    assert [line.partition(":")[0] for line in lines] == [
        "decisions/2026/03-12-b/index.sq.md",
        "decisions/2026/03-12-c/index.sq.md",
    ]


def test_number_of_a_protocol_may_come_twice(findings_of: FindingsOf) -> None:
    release = "---\ntitle: x\nnumber: 01/45\n---\n\nTeksti.\n"

    assert findings_of({f"releases/2026/0{n}-12-x/index.sq.md": release for n in "23"}) == []


@pytest.mark.parametrize("key", SECTION_OF)
def test_collections_that_a_fact_speaks_of_exist(key: str) -> None:
    assert set(SECTION_OF[key].split(", ")) <= set(KIND_OF_COLLECTION)


def page(name: str, header: str = "") -> dict[str, str]:
    return {f"pages/{name}/index.sq.md": f"---\ntitle: x\n{header}\n---\n\nTeksti.\n"}


@pytest.mark.parametrize(
    "files",
    [
        {**page("a"), **page("b", "slug: a")},
        {**page("a", "slug: c"), **page("b", "slug: c")},
        {**page("a"), **page("b", "former_slugs: [a]")},
        {**page("a", "former_slugs: [c]"), **page("b", "former_slugs: [c]")},
        {**page("a", "slug: c"), **page("c")},
        {**page("a", "slug: c"), **page("b", "slug: a")},
    ],
    ids=["slug", "both", "former", "both-former", "short-name", "left-short-name"],
)
def test_address_belongs_to_one_publication_for_ever(files: Files, findings_of: FindingsOf) -> None:
    assert {line.rpartition(" ")[2] for line in findings_of(files)} == {"[address-twice]"}


def test_same_name_in_another_month_or_section_is_another_address(findings_of: FindingsOf) -> None:
    text = "---\ntitle: x\n---\n\nTeksti.\n"
    folders = ("releases/2026/02-12-a", "releases/2026/03-12-a")
    period = "---\ntitle: x\nperiod_from: 2026-01-01\nperiod_until: 2026-12-31\n---\n\nTeksti.\n"

    files = {f"{folder}/index.sq.md": text for folder in folders}

    assert findings_of({**files, "strategies/2026/03-12-a/index.sq.md": period, **page("a")}) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_no_page_takes_the_address_of_a_section(kind: object, findings_of: FindingsOf) -> None:
    section = kind.sections[0]  # type: ignore[attr-defined]

    assert len(findings_of(page(section))) == 1


def test_publication_may_be_named_wherever_facts_name_one(findings_of: FindingsOf) -> None:
    session = (
        "---\ntitle: x\nbody: assembly\nstarts: 2026-03-12 10:00\nagenda:\n"
        "  - title: x\n    decision: decisions/2026/03-12-a\n---\n\nTeksti.\n"
    )
    files: Files = {**act("a"), "sessions/2026/03-12-s/index.sq.md": session}

    assert findings_of(files) == []
    assert len(findings_of({"sessions/2026/03-12-s/index.sq.md": session})) == 1
