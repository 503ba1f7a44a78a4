"""Exceptions from the rules for personal data: which let something stand, and which do nothing."""

from __future__ import annotations

from tellal.domain.traces import Trace
from tellal.site.exemptions import public_exemptions, useless_exemptions
from tests.conftest import CompileTexts

TEXT = "releases/2026/03-12-bora/index.sq.md"
NUMBER = "1234567890"
RELEASE = "---\ntitle: Bora\n{facts}---\n\n{text}\n"


def exception(path: str, rule: str, value: str) -> str:
    """Return a line as the finding asks for it."""
    what = Trace(path, 0, rule, value).digest
    return f"- {{path: {path}, what: {what}, reason: Kontrolluar}}\n"


def files(text: str, facts: str = "", more: str = "") -> dict[str, str]:
    return {
        TEXT: RELEASE.format(text=text, facts=facts),
        "office/exceptions.yaml": exception(TEXT, "personal-number", NUMBER) + more,
    }


def test_exception_counts_as_long_as_what_it_lets_stand_is_public(
    compile_texts: CompileTexts,
) -> None:
    site = compile_texts(files(f"Numri {NUMBER} mbetet."))

    assert public_exemptions(site) == (("personal-number", 1),)
    assert useless_exemptions(site) == ()


def test_exception_for_what_is_not_there_any_more_is_useless(compile_texts: CompileTexts) -> None:
    gone = exception("releases/2026/03-13-tjeter/lista.pdf", "pdf-slow", "")
    site = compile_texts(files("Numri u hoq.", more=gone))

    assert public_exemptions(site) == ()
    paths = [one.path for one in useless_exemptions(site)]
    assert paths == [TEXT, "releases/2026/03-13-tjeter/lista.pdf"]


def test_exception_for_what_waits_is_not_told_and_not_useless(compile_texts: CompileTexts) -> None:
    waiting = files(f"Numri {NUMBER} mbetet.", "publish_at: 2026-04-02 10:00\n")
    site = compile_texts(waiting)

    assert public_exemptions(site) == ()
    assert useless_exemptions(site) == ()
    assert public_exemptions(compile_texts(waiting, "2026-04-02T10:00")) == (
        ("personal-number", 1),
    )


def test_line_that_stands_twice_counts_once(compile_texts: CompileTexts) -> None:
    twice = exception(TEXT, "personal-number", NUMBER)
    site = compile_texts(files(f"Numri {NUMBER} mbetet.", more=twice))

    assert public_exemptions(site) == (("personal-number", 1),)
