"""A small municipality built at ten moments: what each of its publications was, when."""

from __future__ import annotations

from tellal.site.standing import state_in
from tests.conftest import CompileTexts

MOMENTS = """
2026-02-10T09:00 2026-02-20T10:00 2026-02-20T10:30 2026-02-20T13:00 2026-03-02T12:00
2026-03-10T08:00 2026-03-12T10:15 2026-03-13T00:00 2026-03-20T11:00 2026-04-30T12:00
""".split()

# A dash: it may not be seen yet. An empty state: it has none.
TABLE = """
first    | scheduled live live held held held held held held held
second   | - - scheduled scheduled scheduled scheduled live live held held
moved    | - - - - scheduled postponed postponed postponed postponed postponed
dropped  | - - - - scheduled scheduled scheduled cancelled cancelled cancelled
open-end | - - - - - - scheduled scheduled live over
minutes  | - - - - draft draft draft draft approved approved
talk     | upcoming upcoming upcoming upcoming upcoming upcoming live over over over
posts    | - open open open open closing_soon closing_soon closed results results
stipends | - open open open open open cancelled cancelled cancelled cancelled
draft    | upcoming upcoming upcoming upcoming open open open closing_soon results results
board    | open open open open open over over over over over
"""


def text(title: str, *facts: str) -> str:
    return "\n".join(("---", f"title: {title}", *facts, "---", "", "Teksti.", ""))


def session(starts: str, *facts: str) -> str:
    return text("Seanca", "body: assembly", f"starts: {starts}", *facts)


ORIGINALS = {
    "sessions/2026/02-09-first": session(
        "2026-02-20 10:00", "ends: 2026-02-20 12:45", "status: held"
    ),
    "sessions/2026/02-20-second": session(
        "2026-03-12 10:00", "ends: 2026-03-13 00:30", "status: held", "publish_at: 2026-02-20 10:30"
    ),
    "sessions/2026/02-25-moved": session(
        "2026-03-11 10:00",
        "status: postponed",
        "status_on: 2026-03-10",
        "postponed_to: 2026-03-18 10:00",
    ),
    "sessions/2026/03-01-dropped": session(
        "2026-03-13 12:00", "status: cancelled", "status_on: 2026-03-13"
    ),
    "sessions/2026/03-11-open-end": session("2026-03-20 08:00"),
    "minutes/2026/03-01-minutes": text(
        "Procesverbali",
        "session: sessions/2026/02-09-first",
        "status: approved",
        "approved_in: sessions/2026/02-20-second",
    ),
    "conferences/2026/02-01-talk": text("Konferenca", "starts: 2026-03-12 10:00"),
    "competitions/2026/02-11-posts": text(
        "Konkurs", "closes: 2026-03-12 16:00", "stage: results", "stage_on: 2026-03-16"
    ),
    "competitions/2026/02-12-stipends": text(
        "Bursat", "closes: 2026-03-31 16:00", "stage: cancelled", "stage_on: 2026-03-11"
    ),
    "consultations/2026/02-09-draft": text(
        "Konsultim", "opens: 2026-03-01", "closes: 2026-03-16", "outcome: U pranuan dy propozime."
    ),
    "notices/2026/02-05-board": text("Njoftim", "until: 2026-03-09"),
}
DUTIFUL = ("competitions", "notices", "minutes")
FILES = {
    f"{folder}/index.{language}.md": original if language == "sq" else text("Naslov")
    for folder, original in ORIGINALS.items()
    for language in (("sq", "sr") if folder.split("/")[0] in DUTIFUL else ("sq",))
}


def test_each_publication_is_at_ten_moments_what_the_table_says(
    compile_texts: CompileTexts,
) -> None:
    found: dict[str, list[str]] = {}
    for as_of in MOMENTS:
        site = compile_texts(FILES, as_of)
        for folder in ORIGINALS:
            publication = site.get(folder)
            state = state_in(site, publication) if publication else "-"
            found.setdefault(folder.split("/")[2][6:], []).append(state or "")

    table = dict(line.split("|") for line in TABLE.strip().splitlines())
    assert found == {name.strip(): states.split() for name, states in table.items()}
