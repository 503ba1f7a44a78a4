"""The dataclass is the schema: what it says is what may be written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args, get_origin
from zoneinfo import ZoneInfo

import pytest

from tellal.domain.facts import KINDS, AccessRequest, Account, Act, Release, Session
from tellal.domain.publication import Common, Wording
from tellal.domain.values import Reference, Words
from tellal.reading.nodes import Mapping
from tellal.reading.scalars import READERS, Context
from tellal.reading.schema import Reader, types_of
from tellal.reading.yaml_nodes import nodes_of

ZONE = ZoneInfo("Europe/Belgrade")


def read(kind: type[Any], yaml: str, needs: tuple[str, ...] = ()) -> tuple[Any, list[str]]:
    """Return what a mapping states, and the findings as line and sentence."""
    node = nodes_of(yaml) or Mapping((), 1)
    assert isinstance(node, Mapping)
    reader = Reader("index.sq.md", Context("sq", ZONE))
    record = reader.record(kind, node, needs=needs)
    said = [f"{f.line}: {f.message.format(**dict(f.arguments))}" for f in reader.findings]
    return record, said


def test_mapping_becomes_the_dataclass_it_describes() -> None:
    record, said = read(Account, "period_from: 2026-01-01\nperiod_until: 31.03.2026")

    assert said == []
    assert record == Account(period_from=date(2026, 1, 1), period_until=date(2026, 3, 31))


def test_field_without_default_is_needed_and_one_with_default_may_be() -> None:
    _, said = read(Account, "period_from: 2026-01-01", needs=("supersedes",))

    assert said == [
        '1: "period_until" is missing. Add a line "period_until: …".',
        '1: "supersedes" is missing. Add a line "supersedes: …".',
    ]


def test_words_are_in_the_language_of_the_file_or_in_each() -> None:
    plain, _ = read(Common, "place: Arnishta")
    each, _ = read(Common, "place:\n  sq: Arnishta\n  sr: Arnište")

    assert plain.place == Words((("sq", "Arnishta"),))
    assert each.place == Words((("sq", "Arnishta"), ("sr", "Arnište")))
    assert "tr" not in dict(each.place.pairs)
    assert dict(each.place.pairs)["sr"] == "Arnište"


def test_list_of_one_may_be_written_as_that_one() -> None:
    record, said = read(Release, "quotes:\n  text: Po.\n  speaker: Kryetari")

    assert said == []
    assert [quote.text for quote in record.quotes] == [Words((("sq", "Po."),))]


def test_names_and_references_may_share_a_line() -> None:
    record, _ = read(Common, "tags: uji, rryma,\nabout: pages/a, pages/b")

    assert record.tags == ("uji", "rryma")
    assert record.about == (Reference("pages/a"), Reference("pages/b"))


def test_text_with_a_comma_stays_one_text_where_words_are_asked_for() -> None:
    record, _ = read(Common, "legal_basis: Ligji nr. 03/L-040, neni 17")

    assert record.legal_basis == (Words((("sq", "Ligji nr. 03/L-040, neni 17"),)),)


def test_finding_in_a_list_names_the_key_with_all_it_lies_in() -> None:
    agenda = "agenda:\n- title: Uji\n  votes:\n    against: disa"

    assert read(Session, f"body: assembly\nstarts: 2026-03-12 10:00\n{agenda}")[1] == [
        '6: agenda.votes.against: "disa" is not a whole number. Write digits only, like 35.',
        '6: "agenda.votes.in_favour" is missing. Add a line "in_favour: …".',
    ]


def test_key_in_capitals_or_with_a_hyphen_is_offered_as_it_should_be() -> None:
    for typed in ("Legal_Basis", "legal-basis", "legalbasis"):
        assert read(Common, f"{typed}: x")[1] == [
            f'1: "{typed}" is not a known fact. Did you mean "legal_basis"?'
        ]


def test_record_with_a_finding_is_none_so_that_nothing_half_read_goes_on() -> None:
    record, said = read(Act, "body: assembly\nadopted: dje")

    assert record is None
    assert len(said) == 1


@pytest.mark.parametrize("name", ["applicant", "name", "requester", "email", "phone", "address"])
def test_no_key_of_a_request_can_name_the_applicant(name: str) -> None:
    keys = {*types_of(AccessRequest), *types_of(Wording)}

    assert name not in keys


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_field_of_a_kind_can_be_read(kind: Any) -> None:
    assert list(unreadable_types(kind.facts)) == []
    assert set(kind.needs) <= set(types_of(Common))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_no_fact_of_a_kind_has_the_name_of_a_common_one(kind: Any) -> None:
    names = {field.name for field in fields(kind.facts)}

    assert names.isdisjoint(types_of(Common))
    assert names.isdisjoint(types_of(Wording))


def unreadable_types(kind: type) -> list[object]:
    """Return the types in a dataclass, at any depth, that the reader does not know."""
    unknown: list[object] = []
    for hint in types_of(kind).values():
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if is_dataclass(inner) and inner not in (Words, Reference):
            unknown += unreadable_types(inner)  # type: ignore[arg-type]
        elif inner is not Words and inner not in READERS and not hasattr(inner, "__members__"):
            unknown.append(inner)
    return unknown
