"""Findings are said whole, on one line each, in the language of the staff."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellal.__main__ import main
from tellal.desk.speech import finding_line, sentence
from tellal.domain.findings import finding
from tests.conftest import AS_OF, WriteContent

RELEASE = "---\ntitle: Bora\n---\n\nTeksti.\n"
PATH = "releases/2026/03-12-bora/index.sq.md"


def check(content: Path, *options: str) -> int:
    return main(["check", "--content", str(content), "--as-of", AS_OF, *options])


def test_content_that_is_in_order_is_said_to_be(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(write_content({PATH: RELEASE})) == 0

    assert capsys.readouterr().out == "Asnjë vërejtje. Publikime: 1.\n"


def test_every_finding_is_printed_with_its_place_and_then_their_number(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content({PATH: f"{RELEASE}\n# Bora\n", "shenime.md": ""})

    assert check(content, "--language", "en") == 1

    printed = capsys.readouterr()
    assert [line.partition(": ")[0] for line in printed.out.splitlines()] == [
        f"{content}/{PATH}:7",
        f"{content}/shenime.md:0",
    ]
    assert printed.err == "Findings: 2. Nothing was written.\n"


def test_albanian_is_spoken_unless_english_is_asked_for(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content({"shenime.md": ""})

    check(content)

    printed = capsys.readouterr()
    assert "Në këtë vend nuk lexohet asgjë." in printed.out
    assert printed.out.endswith("[file-misplaced]\n")
    assert printed.err == "Vërejtje: 1. Nuk u shkrua asgjë.\n"


def test_name_of_a_file_that_is_no_text_can_be_printed(
    write_content: WriteContent, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content({PATH: RELEASE})
    (content / Path(PATH).parent / b"har\xe7a.pdf".decode("utf-8", "surrogateescape")).touch()

    assert check(content) == 1

    assert "har\\udce7a.pdf" in capsys.readouterr().out


def test_finding_stays_on_one_line_whatever_it_quotes() -> None:
    found = finding(
        "index.sq.md", 1, "header-broken", '"{text}" is odd.', text="a\nb\r\nc\u2028d\x1b"
    )

    assert finding_line(found, "", "en") == 'index.sq.md:1: "a b c d" is odd. [header-broken]'


@pytest.mark.parametrize("name", ["message", "language", "line", "path", "rule", "self"])
def test_any_word_may_be_filled_in(name: str) -> None:
    found = finding("index.sq.md", 1, "header-broken", f"{{{name}}}!", **{name: "bora"})

    assert finding_line(found, "", "en") == "index.sq.md:1: bora! [header-broken]"


def test_braces_that_are_quoted_stay_braces() -> None:
    assert sentence("{text}", "en", text="{filename} {0} {{}}") == "{filename} {0} {{}}"


def test_sentence_without_translation_is_said_in_english() -> None:
    assert sentence("Nobody knows {what}.", "sq", what="this") == "Nobody knows this."
