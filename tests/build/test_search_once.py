"""A file beside a text is searched for personal data when it changes, not when the text does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellal.compiler.building import build
from tellal.compiler.moments import Moments
from tellal.domain.findings import Refused
from tellal.reading import files
from tellal.reading.pdf_pages import Words, words_of
from tellal.settings import Settings
from tests.conftest import AS_OF, NOW, OFFICE, WriteContent
from tests.pdfs import pdf_of

FOLDER = "releases/2026/03-12-bora"
TEXT = "---\ntitle: Bora\n---\n\n{}\n"


def test_file_is_searched_again_only_when_it_is_another(
    write_content: WriteContent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched = []

    def counted(data: bytes) -> Words:
        searched.append(data)
        return words_of(data)

    monkeypatch.setattr(files, "words_of", counted)
    content = write_content({f"{FOLDER}/index.sq.md": TEXT.format("Një."), f"{FOLDER}/a.pdf": b""})
    text, pdf = content / FOLDER / "index.sq.md", content / FOLDER / "a.pdf"
    theme, cache = OFFICE.parents[1] / "theme", tmp_path / "cache"
    settings = Settings(content, tmp_path / "output", theme, "https://x.example", cache)

    def built() -> int:
        searched.clear()
        build(settings, Moments(AS_OF, None, NOW))
        return len(searched)

    pdf.write_bytes(pdf_of(["Harta"]))
    assert built() == 1
    text.write_text(TEXT.format("Dy fjalë."), "utf-8")
    assert built() == 0
    pdf.write_bytes(pdf_of(["Harta e re"]))
    assert built() == 1
    pdf.write_bytes(pdf_of(["Fitim 1234567890"]))
    with pytest.raises(Refused):
        built()
    text.write_text(TEXT.format("Tri fjalë të reja."), "utf-8")
    with pytest.raises(Refused):  # what was refused is not known
        built()
