"""A text without any mark: what is pasted into a message, read by a machine, or read aloud."""

from __future__ import annotations

import pytest

from tellal.outputs.plain import as_text, lines_of
from tellal.reading.markup import prose_of

HOST = "https://lug.example"

FORMS = {
    "paragraphs stand apart": ("Bora.\n\nAkulli\nsot.", "Bora.\n\nAkulli sot."),
    "marks are gone": ("**Bora** dhe *akulli*, `kodi`.", "Bora dhe akulli, kodi."),
    "headings are lines": ("## Bora\n\nSot.", "Bora\n\nSot."),
    "lists keep their form": ("- një\n- dy\n\nFund.", "– një\n– dy\n\nFund."),
    "numbers of lists stay": ("1. një\n2. dy", "1. një\n2. dy"),
    "lists with paragraphs are lists": ("- një\n\n- dy", "– një\n– dy"),
    "tables are lines": ("| A | B |\n|---|---|\n| 1 | 2 |", "A | B\n1 | 2"),
    "links are written out": (
        "[Ligji](https://a.example/?a=1&b)",
        "Ligji (https://a.example/?a=1&b)",
    ),
    "links under the site are whole": ("[Faqja](/sq/)", "Faqja (https://lug.example/sq/)"),
    "an address that says itself is said once": (
        "[https://a.example/](https://a.example/)",
        "https://a.example/",
    ),
    "addresses for e-mail have no scheme": (
        "[zyra@lug.example](mailto:zyra@lug.example)",
        "zyra@lug.example",
    ),
    "lines that were broken on purpose stay broken": ("Rruga  \nNr. 5", "Rruga\nNr. 5"),
    "footnotes are numbered": ("Bora[^1].\n\n[^1]: Sot.", "Bora[1].\n\n[1] Sot."),
    "quotations are paragraphs": ("> Fjala.\n\nFund.", "Fjala.\n\nFund."),
    "signs are themselves": ("A < B & C", "A < B & C"),
    "pictures are told": ("![Ura](https://a.example/u.png)", "[Ura]"),
}


@pytest.mark.parametrize(("markdown", "plain"), FORMS.values(), ids=FORMS)
def test_text_has_no_marks(markdown: str, plain: str) -> None:
    html = prose_of(markdown, "sq", is_act=False).html

    assert as_text(lines_of(html, HOST)) == plain


def test_links_and_notes_are_not_read_aloud() -> None:
    html = prose_of("[Ligji](https://a.example)[^1].\n\n[^1]: Sot.", "sq", is_act=False).html

    assert lines_of(html, HOST)[0].bare == "Ligji."
    assert [line.kind for line in lines_of(html, HOST)] == ["text", "note"]
