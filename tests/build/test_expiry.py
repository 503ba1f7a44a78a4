"""When its last day is over, nothing of a list of candidates is left in the output of a build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tests.build.workplace import Tree, Workplace, tree_of

FOLDER = "competitions/2026/03-02-lista"
LIST = b"%PDF-1.4 Kandidatja Zanafilla"
TOLD = ("Zanafilla", "zanafilla", "Кандидаткиња", "lista-e-kandidateve.pdf")
WORDS = (*TOLD, hashlib.sha256(LIST).hexdigest())
TEXTS = {
    "sq": """---
title: Lista e kandidatëve me Zanafillën
summary: Zanafilla është e para.
closes: 2026-03-20 16:00
expires: 2026-04-02
directorate: education
tags: zanafilla
posts:
  - {title: Zanafilla, unit: Zanafilla}
attachments:
  - {file: lista-e-kandidateve.pdf, title: Zanafilla}
---

Kandidatja Zanafilla. [Lista]({attach}lista-e-kandidateve.pdf).
""",
    "sr": "---\ntitle: Lista, Zanafilla\n---\n\nKandidatkinja Zanafilla.\n",
}
SESSION = """---
title: Seanca e kandidatëve
body: assembly
starts: 2026-03-10 10:00
expires: 2026-04-02
agenda:
  - {title: Zanafilla, at: 0:10:00, votes: {in_favour: 3}, decision: decisions/2026/03-12-pas}
---

Zanafilla.
"""
DECISION = """---
title: Vendimi
number: 77/2026
body: assembly
adopted: 2026-03-10
about: competitions/2026/03-02-lista
decided_in: sessions/2026/03-03-seanca
---

Shihni [listën]({filename}/competitions/2026/03-02-lista/index.sq.md).
"""
MINUTES = """---
title: Procesverbali
session: sessions/2026/03-03-seanca
---

Teksti.
"""
OTHERS = {
    "sessions/2026/03-03-seanca/index.sq.md": SESSION,
    "decisions/2026/03-12-pas/index.sq.md": DECISION,
    "decisions/2026/03-12-pas/index.sr.md": "---\ntitle: Odluka\n---\n\nTekst.\n",
    "minutes/2026/03-13-p/index.sq.md": MINUTES,
    "minutes/2026/03-13-p/index.sr.md": "---\ntitle: Zapisnik\n---\n\nTekst.\n",
}


def workplace(root: Path) -> Workplace:
    place = Workplace(root, as_of="2026-04-02T23:59")
    files = {f"{FOLDER}/index.{language}.md": text for language, text in TEXTS.items()} | OTHERS
    for path, text in files.items():
        (place.content / path).parent.mkdir(parents=True, exist_ok=True)
        (place.content / path).write_text(text, "utf-8")
    (place.content / FOLDER / "lista-e-kandidateve.pdf").write_bytes(LIST)
    return place


def telling(tree: Tree, words: Iterable[str]) -> set[str]:
    """Return the words that any file, or the name of any, holds."""
    found = {word for word in words for path in tree if word in path}
    return found | {w for w in words for data, _ in tree.values() if w.encode() in data}


def test_nothing_is_left_of_what_expired_in_pages_feeds_calendars_or_copied_files(
    tmp_path: Path,
) -> None:
    place = workplace(tmp_path)
    place.build()
    last_day = tree_of(place.output)
    place.as_of = "2026-04-03T00:00"
    place.build()
    day_after = tree_of(place.output)

    assert telling(last_day, WORDS) == set(TOLD)
    assert any(data == LIST for data, _ in last_day.values())
    assert telling(day_after, WORDS) == set()
    assert not any(data == LIST for data, _ in day_after.values())
    assert telling(place.build_from_nothing(), WORDS) == set()


def test_what_is_gone_still_has_its_address(tmp_path: Path) -> None:
    place = workplace(tmp_path)
    place.as_of = "2026-04-03T00:00"
    place.build()
    page = (place.output / "sq/konkurse/2026/03/lista/index.html").read_text("utf-8")

    assert "noindex" in page
    assert "Konkurs" in page
