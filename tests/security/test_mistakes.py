"""What tired people do: it works where nothing is lost, and else is told with line and remedy."""

from __future__ import annotations

import pytest

from tellal.reading.front_matter import split_text
from tellal.reading.nodes import Mapping, Sequence, Text
from tellal.reading.source_text import text_of
from tests.conftest import Files, FindingsOf

FOLDER = "releases/2026/03-12-bora"
TEXT = f"{FOLDER}/index.sq.md"
RELEASE = "---\ntitle: Bora\n---\n\nTeksti.\n"


def header(text: str) -> Mapping:
    split, findings = split_text("index.sq.md", f"---\n{text}\n---\nTeksti.")
    assert findings == []
    assert split is not None
    return split.header


def places(findings: list[str]) -> list[tuple[str, str]]:
    """Return the place and the rule of each finding."""
    return [(line.partition(": ")[0], line.rpartition("[")[2].rstrip("]")) for line in findings]


# --- pasted from a word processor ---


def test_hard_spaces_around_keys_and_dashes_are_spaces() -> None:
    found = dict(
        header(
            "title:\u00a0Bora\ntags:\n\u00a0\u00a0-\u00a0dimri\nphotos:\n -\u202ffile: a.png"
        ).pairs
    )

    assert {key.value: node for key, node in found.items()} == {
        "title": Text("Bora", 2),
        "tags": Sequence((Text("dimri", 4),), 4),
        "photos": Sequence((Mapping(((Text("file", 6), Text("a.png", 6)),), 6),), 6),
    }


def test_hard_space_inside_a_value_stays() -> None:
    assert header("title: 5\u00a0km rrugë").pairs[0][1] == Text("5\u00a0km rrugë", 2)


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_sign_that_nobody_sees_makes_no_other_word(sign: str) -> None:
    text, _ = text_of(f"{sign}---\nti{sign}tle: Bu{sign}xheti\n---\n".encode(), "index.sq.md")

    assert text == "---\ntitle: Buxheti\n---\n"


def test_joiners_that_letters_and_pictures_need_stay() -> None:
    assert (
        text_of("in\u200cjekcija 👨\u200d👩".encode(), "index.sr.md")[0]
        == "in\u200cjekcija 👨\u200d👩"
    )


# --- names and places ---


@pytest.mark.parametrize(
    "name",
    [
        *(
            "README.md",
            "index.md",
            "index.SQ.md",
            "sq.md",
            "Index.sq.md",
            "index.sq.MD",
            "index.al.md",
        ),
        *(
            "index.sq.md.txt",
            "index.sr.docx",
            "index.sq.txt",
            "index.sr-Cyrl.txt",
            "index.sq.md.md",
        ),
    ],
)
def test_text_that_nobody_would_read_is_told(name: str, findings_of: FindingsOf) -> None:
    files: Files = {TEXT: RELEASE, f"pages/kontakti/{name}": RELEASE}

    assert places(findings_of(files)) == [(f"pages/kontakti/{name}:0", "language-unknown")]


def test_index_of_another_kind_may_lie_beside_the_text(findings_of: FindingsOf) -> None:
    assert findings_of({TEXT: RELEASE, f"{FOLDER}/index.pdf": b""}) == []


@pytest.mark.parametrize("name", ["harta.pdf", "foto.png", "te-dhenat.xlsx"])
def test_folder_that_holds_no_text_is_told_once(name: str, findings_of: FindingsOf) -> None:
    found = findings_of({f"{FOLDER}/{name}": b"", f"{FOLDER}/tjeter.pdf": b""})

    assert (f"{FOLDER}:0", "file-misplaced") in places(found)
    assert len([line for line in found if "There is no text" in line]) == 1


def test_folder_whose_text_cannot_be_read_holds_one(findings_of: FindingsOf) -> None:
    found = findings_of({TEXT: "Teksti.", f"{FOLDER}/harta.pdf": b""})

    assert places(found) == [(f"{TEXT}:1", "header-missing")]


# --- one mistake, one finding ---


def test_unreadable_edition_is_not_a_missing_one(findings_of: FindingsOf) -> None:
    act = "---\ntitle: x\nnumber: 1/2026\nbody: assembly\nadopted: 2026-03-10\n---\n\nTeksti.\n"
    folder = "decisions/2026/03-12-parkimi"

    for original, translation, where in (
        (act, "Tekst.", "sr"),
        ("Teksti.", RELEASE, "sq"),
    ):
        found = findings_of(
            {f"{folder}/index.sq.md": original, f"{folder}/index.sr.md": translation}
        )
        assert places(found) == [(f"{folder}/index.{where}.md:1", "header-missing")]


def test_picture_that_cannot_be_opened_is_there(findings_of: FindingsOf) -> None:
    photo = "photos:\n  - file: foto.png\n    alt: a\n    credit: b\n    licence: c"
    found = findings_of(
        {TEXT: RELEASE.replace("Bora", f"Bora\n{photo}"), f"{FOLDER}/foto.png": b"x"}
    )

    assert places(found) == [(f"{FOLDER}/foto.png:0", "picture-broken")]


def test_misspelt_title_is_told_with_the_missing_one(findings_of: FindingsOf) -> None:
    found = findings_of({TEXT: "---\nTitle: Bora\nplace: Arnishta\n---\n\nTeksti.\n"})

    assert places(found) == [(f"{TEXT}:1", "header-missing-key"), (f"{TEXT}:2", "header-unknown")]
    assert 'Did you mean "title"?' in found[1]


# --- links ---


@pytest.mark.parametrize(
    "link", ["htpps://x.example", "ftp://x.example", "C:\\harta.pdf", "viber://chat"]
)
def test_link_that_would_vanish_is_told(link: str, findings_of: FindingsOf) -> None:
    found = findings_of(
        {TEXT: RELEASE.replace("Teksti.", f"Para.\n\nShihni [hartën e re]({link}).")}
    )

    assert places(found) == [(f"{TEXT}:7", "link-dangling")]
    assert '"hartën e re"' in found[0]


@pytest.mark.parametrize("html", ['<a name="_Toc1"></a>', '<a id="x"> </a>', "<o:p></o:p>"])
def test_leftovers_of_a_word_processor_stop_nothing(html: str, findings_of: FindingsOf) -> None:
    assert findings_of({TEXT: RELEASE.replace("Teksti.", f"{html}Teksti.")}) == []
