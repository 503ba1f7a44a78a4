"""What a post says: of which publications, in which languages, and of an event when and where."""

from __future__ import annotations

from tellal.desk.posts import Writer
from tellal.publish.elsewhere import Elsewhere
from tests.conftest import CompileTexts

INVITATION = """\
---
title: {title}
starts: 2026-04-02 10:00
venue: {{sq: Salla e Kuvendit, sr: Sala skupštine}}
---

Teksti.
"""
TRANSLATION = "---\ntitle: {title}\n---\n\nTekst.\n"


def posts(compile_texts: CompileTexts, texts: dict[str, str], rules: Elsewhere) -> list[str]:
    writer = Writer(compile_texts(texts), "https://arnishta.example", rules)
    return [post.text for _, some in writer.news(set()) for post in some or ()]


def test_event_says_when_and_where_in_each_language_and_in_one_script(
    compile_texts: CompileTexts,
) -> None:
    folder = "invitations/2026/03-30-hapja"
    texts = {
        f"{folder}/index.sq.md": INVITATION.format(title="Hapja"),
        f"{folder}/index.sr.md": TRANSLATION.format(title="Otvaranje"),
    }

    (text,) = posts(compile_texts, texts, Elsewhere(("invitation",)))
    assert text == (
        "Hapja\n\n02.04.2026, 10:00 · Salla e Kuvendit\n\n"
        "https://arnishta.example/sq/ftesa/2026/03/hapja/\n\n— — —\n\n"
        "Otvaranje\n\n02.04.2026, 10:00 · Sala skupštine\n\n"
        "https://arnishta.example/sr/pozivi/2026/03/hapja/"
    )
    apart = posts(compile_texts, texts, Elsewhere(("invitation",), together=False))
    assert apart == text.split("\n\n— — —\n\n")
    assert posts(compile_texts, texts, Elsewhere(("release",))) == []
