"""What belongs together is linked from both sides, as far as it may be seen."""

from __future__ import annotations

from pathlib import Path

from tellal.compiler.press import is_copied
from tellal.pages.views import Row
from tests.conftest import CompileTexts
from tests.pages.told import ACT, DECISION, SNOW, SNOW_SQ, pages_of, source_of, text, view_of


def test_what_waits_for_its_moment_is_neither_linked_nor_named(
    compile_texts: CompileTexts,
) -> None:
    waiting = "releases/2026/03-12-pritet"
    there = f"[atë]({{filename}}/{waiting}/index.sq.md)"
    link = f"Shih {there} dhe [hartën]({{static}}/{waiting}/harta.pdf)."
    files: dict[str, str | bytes | Path | None] = {
        f"{waiting}/index.sq.md": text(
            "Pritet", "embargo: 2026-04-01 08:00", "attachments: [{file: harta.pdf}]"
        ),
        f"{waiting}/harta.pdf": b"%PDF-1.4",
        f"{SNOW}/index.sq.md": text("Bora", f"about: {waiting}", body=link),
    }

    for as_of, is_there in (("2026-04-01T07:59", False), ("2026-04-01T08:00", True)):
        site = compile_texts(files, as_of)
        pages = pages_of(site)
        told = "".join(source_of(site, page) for page in pages.values() if not is_copied(page))
        assert ("Pritet" in told) is is_there
        assert ("2026/03/pritet" in told) is is_there
        assert ("files/releases/2026/03-12-pritet/harta.pdf" in told) is is_there
        assert (site.waiting == 0) is is_there


def test_publications_that_name_each_other_are_linked_from_both_sides(
    compile_texts: CompileTexts,
) -> None:
    session = "sessions/2026/02-20-seanca"
    minutes = "minutes/2026/03-05-procesverbali"
    files = {
        f"{session}/index.sq.md": text("Seanca", "body: assembly", "starts: 2026-03-01 10:00"),
        f"{SNOW}/index.sq.md": text("Bora", f"about: {DECISION}"),
        "releases/2026/03-15-akulli/index.sq.md": text(
            "Akulli", body=f"Shih [vendimin]({{filename}}/{DECISION}/index.sq.md)."
        ),
    }
    for folder, title, facts in (
        (DECISION, "Parkimi", (*ACT, f"decided_in: {session}")),
        (
            "decisions/2026/03-10-parkimi-i-ri",
            "Parkimi i ri",
            ("number: 2/2026", *ACT[1:], f"amends: {DECISION}"),
        ),
        (minutes, "Procesverbali", (f"session: {session}",)),
    ):
        files[f"{folder}/index.sq.md"] = text(title, *facts)
        files[f"{folder}/index.sr.md"] = text(title)
    pages = pages_of(compile_texts(files))

    assert related(view_of(pages, "sq/vendime/2026/03/parkimi/index.html").related) == {
        "amended_by": ["Parkimi i ri"],
        "mentioned_in": ["Akulli"],
    }
    assert related(view_of(pages, "sq/seanca/2026/02/seanca/index.html").related) == {
        "decisions": ["Parkimi"],
        "minutes": ["Procesverbali"],
    }
    snow = view_of(pages, SNOW_SQ)
    assert snow.related == ()
    matter = ["Seanca", "Parkimi", "Parkimi i ri", "Bora"]
    assert [entry.link.text for entry in snow.thread.near] == matter
    newer = view_of(pages, "sq/vendime/2026/03/parkimi-i-ri/index.html")
    assert [link.text for link in newer.facts.of("amends")] == ["Parkimi"]  # type: ignore[union-attr]


def related(rows: tuple[Row, ...]) -> dict[str, list[str]]:
    return {row.key: [link.text for link in row.values] for row in rows}  # type: ignore[union-attr]


def test_link_in_a_text_leads_to_the_same_language_or_says_which(
    compile_texts: CompileTexts,
) -> None:
    link = f"[lidhja]({{filename}}/{SNOW}/index.sq.md)"
    files = {
        f"{SNOW}/index.sq.md": text("Bora"),
        f"{SNOW}/index.tr.md": text("Kar"),
        "releases/2026/03-15-akulli/index.sq.md": text("Akulli", body=link),
        "releases/2026/03-15-akulli/index.tr.md": text("Buz", body=link),
        "releases/2026/03-15-akulli/index.en.md": text("Ice", body=link),
    }
    site = compile_texts(files)
    pages = pages_of(site)

    assert 'href="/zyra/sq/komunikata/2026/03/bora/"' in source_of(
        site, pages["sq/komunikata/2026/03/akulli/index.html"]
    )
    assert 'href="/zyra/tr/bildiriler/2026/03/bora/"' in source_of(
        site, pages["tr/bildiriler/2026/03/akulli/index.html"]
    )
    assert 'href="/zyra/sq/komunikata/2026/03/bora/" hreflang="sq"' in source_of(
        site, pages["en/releases/2026/03/akulli/index.html"]
    )
