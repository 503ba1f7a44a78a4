"""Each case of findings.md: content as an editor writes it, and exactly what is printed."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.cases.prose import CASES, Case, Written
from tests.conftest import OFFICE, FindingsOf, HistoryOf
from tests.pdfs import endless_pdf, pdf_of

ONCE = "as it was published"
COMMITTED = "as it was committed"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case_prints_exactly_what_it_says(
    case: Case, findings_of: FindingsOf, history_of: HistoryOf
) -> None:
    assert found_in(case, findings_of, history_of) == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case_is_printed_in_albanian_too(
    case: Case, findings_of: FindingsOf, history_of: HistoryOf
) -> None:
    lines = found_in(case, findings_of, history_of, language="sq")

    assert [place_and_rule(line) for line in lines] == [place_and_rule(e) for e in case.expected]
    assert not set(lines) & set(case.expected)


def test_case_names_differ() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def found_in(
    case: Case, findings_of: FindingsOf, history_of: HistoryOf, language: str = "en"
) -> list[str]:
    """Return what is printed about a case: what is wrong with it, or else with what changed."""
    files = {w.path: content_of(w) for w in case.files if not w.how.startswith("as it was")}
    once = {w.path: content_of(w) for w in case.files if w.how.startswith(ONCE)}
    before = {w.path: w.text for w in case.files if w.how == COMMITTED}
    found = findings_of(files, language=language, before=before)
    return found or (history_of(once, files, language=language) if once else [])


def place_and_rule(line: str) -> tuple[str, str]:
    """Return what of a finding no language changes."""
    return re.match(r".*?:\d+:", line)[0], line.rpartition(" ")[2]  # type: ignore[index]


def content_of(written: Written) -> str | bytes | Path | None:
    """Return the file that the words after its path ask for."""
    how, text = written.how.removeprefix(ONCE).removeprefix(", "), written.text
    if how.startswith("a link to "):
        return Path(how.removeprefix("a link to "))
    match how:
        case "":
            return text
        case "taken away":
            return None
        case "added":
            return (OFFICE.parent / written.path).read_text("utf-8") + text
        case "Windows line ends":
            return text.replace("\n", "\r\n")
        case "byte order mark":
            return b"\xef\xbb\xbf" + text.encode()
        case "saved as Windows-1250":
            return text.encode("cp1250")
        case "2 MB":
            return b"%PDF-1.7".ljust(2_000_000)
        case "a picture":
            return picture()
        case "half a picture":
            return picture("JPEG", (64, 64))[:-40]
        case "a picture of 65 million pixels":
            return picture(size=(65_000, 1000))
        case "a moving picture":
            return moving_picture()
        case "a PDF":
            return pdf_of(text.splitlines())
        case "a PDF with an author":
            return pdf_of(["Plani"], {"/Author": text.strip()})
        case "a locked PDF":
            return pdf_of(["Plani"], password="fshehur")
        case "a broken PDF":
            return pdf_of(["Plani"])[:200]
        case "an endless PDF":
            return endless_pdf()
    raise ValueError(f"findings.md: nobody knows what {how!r} means")


def picture(form: str = "PNG", size: tuple[int, int] = (1, 1)) -> bytes:
    """Return a picture of black dots."""
    stream = BytesIO()
    Image.new("L", size).save(stream, form)
    return stream.getvalue()


def moving_picture() -> bytes:
    """Return a picture that is black, then white."""
    stream = BytesIO()
    black, white = (Image.new("L", (1, 1), shade) for shade in (0, 255))
    black.save(stream, "PNG", save_all=True, append_images=[white])
    return stream.getvalue()
