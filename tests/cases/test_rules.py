"""No rule and no sentence is without its case, its reason and its translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tellal.desk.speech import LOCALE
from tests.cases import code
from tests.cases.code import MODULES, Module, pattern_of, placeholders
from tests.cases.prose import CASES

REASONS = Path(__file__).parents[2] / "docs" / "rules.md"
EXPECTED = [line for case in CASES for line in case.expected]
SHOWN = re.compile(r".+?:\d+: (?P<text>.+) \[(?P<rule>[a-z0-9-]+)\]$")
REASON = re.compile(r"^- \*\*`(?P<rule>[a-z0-9-]+)`\*\*", re.MULTILINE)


def shown(part: str) -> set[str]:
    """Return the texts or the rules of all lines that the cases expect."""
    return {match[part] for line in EXPECTED if (match := SHOWN.match(line))}


def albanian() -> dict[str, str]:
    """Return the Albanian sentences by the English ones."""
    with (LOCALE / "sq" / "LC_MESSAGES" / "desk.po").open("rb") as stream:
        catalogue = read_po(stream)
    assert not catalogue.obsolete
    assert not any(message.fuzzy for message in catalogue if message.id)
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def test_every_rule_has_a_case_and_every_case_shows_a_rule() -> None:
    assert shown("rule") == code.RULES


def test_every_rule_has_a_reason_and_every_reason_a_rule() -> None:
    reasons = REASON.findall(REASONS.read_text("utf-8"))

    assert set(reasons) == code.RULES
    assert len(reasons) == len(set(reasons)), "a rule has two reasons"


def test_every_sentence_that_is_a_finding_has_a_case() -> None:
    texts = shown("text")

    unseen = [
        sentence
        for module in MODULES
        if module.speaks and module.room in ("reading", "checks")
        for sentence in module.sentences()
        if not any(pattern_of(sentence).fullmatch(text) for text in texts)
    ]

    assert unseen == []


def test_every_sentence_is_translated_and_no_translation_is_left_over() -> None:
    assert set(albanian()) == code.SENTENCES | code.STAGES


@pytest.mark.parametrize(("english", "translation"), albanian().items())
def test_translation_fills_in_what_the_sentence_does(english: str, translation: str) -> None:
    assert translation
    assert translation != english
    assert placeholders(translation) == placeholders(english)


@pytest.mark.parametrize("english", sorted(code.SENTENCES - {"Title:"}))
def test_sentence_says_what_to_do_without_blame_or_jargon(english: str) -> None:
    jargon = re.compile(
        r"\b(invalid|error|exception|parse|(?<![.])yaml|please|illegal|failed)\b", re.I
    )

    assert not jargon.search(english)
    assert english[-1] in ".:?)}"


@pytest.mark.parametrize("module", code.SPEAKING, ids=lambda module: str(module.name))
def test_sentence_is_a_named_constant_so_that_it_can_be_translated(module: Module) -> None:
    assert list(module.unnamed()) == []


@pytest.mark.parametrize("module", code.FINDING, ids=lambda module: str(module.name))
def test_rule_is_named_by_its_subject_and_its_problem(module: Module) -> None:
    assert list(module.misnamed()) == []


def test_the_code_was_found() -> None:
    assert len(code.RULES) > 40
    assert len(code.SENTENCES) > 90
    assert {"reading", "writing"} <= code.STAGES
