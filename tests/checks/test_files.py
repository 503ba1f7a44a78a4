"""Files beside the texts: named, described, and light enough."""

from __future__ import annotations

import pytest

from tests.cases.test_findings import picture
from tests.conftest import Files, FindingsOf

FOLDER = "releases/2026/03-12-bora"


def release(header: str = "", body: str = "Teksti.") -> dict[str, str | bytes]:
    return {f"{FOLDER}/index.sq.md": f"---\ntitle: Bora\n{header}\n---\n\n{body}\n"}


DESCRIBED = "photos:\n  - file: bora.png\n    alt: Sheshi\n    credit: Zyra\n    licence: CC BY 4.0"


@pytest.mark.parametrize(
    "text",
    [
        release(DESCRIBED),
        release(body="![Sheshi nën borë](bora.png)"),
        release(body="![Sheshi nën borë]({attach}bora.png)"),
        release("attachments:\n  - file: bora.png"),
        release(body="[Fotografia e plotë](bora.png)"),
    ],
    ids=["photo", "picture", "attach", "attachment", "link"],
)
def test_picture_that_is_described_or_linked_is_in_order(
    text: Files, findings_of: FindingsOf
) -> None:
    assert findings_of({**text, f"{FOLDER}/bora.png": picture()}) == []


def test_picture_in_the_text_of_a_translation_is_described_by_it(findings_of: FindingsOf) -> None:
    serbian = "---\ntitle: Sneg\n---\n\n![Trg](bora.png)\n"
    files = {**release(), f"{FOLDER}/index.sr.md": serbian, f"{FOLDER}/bora.png": picture()}

    assert findings_of(files) == []


def test_file_that_nobody_names_is_an_attachment_and_in_order(findings_of: FindingsOf) -> None:
    assert findings_of({**release(), f"{FOLDER}/harta.pdf": b"%PDF"}) == []


def test_file_of_another_publication_may_be_linked(findings_of: FindingsOf) -> None:
    other: Files = {
        "pages/a/index.sq.md": "---\ntitle: A\n---\n\nTeksti.\n",
        "pages/a/harta.pdf": b"%PDF",
    }

    assert findings_of({**release(body="[h]({attach}/pages/a/harta.pdf)"), **other}) == []


@pytest.mark.parametrize(("size", "fits"), [(20_000_000, True), (20_000_001, False)])
def test_limit_is_in_millions_of_bytes(size: int, fits: bool, findings_of: FindingsOf) -> None:
    lines = findings_of({**release(), f"{FOLDER}/harta.pdf": b"\0" * size})

    assert (lines == []) == fits
    assert fits or "has 21 MB; at most 20 MB" in lines[0]


def test_picture_that_is_named_but_broken_is_one_finding(findings_of: FindingsOf) -> None:
    lines = findings_of({**release(DESCRIBED), f"{FOLDER}/bora.png": b"no picture"})

    assert {line.rpartition(" ")[2] for line in lines} >= {"[picture-broken]"}
