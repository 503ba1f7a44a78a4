"""Texts as editors write them, taken apart so that a fact or a paragraph can be changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

KEY = re.compile(r"([a-z_]+):")
HEADINGS = ("s-arsyetim", "s-shtojce", "s-asgje")
"""Names of headings, of which the last one stands nowhere."""
ADDED = (
    "Një fjali më shumë.",
    "## Arsyetim\n\nKërkesa e banorëve.",
    "## Shtojcë\n\nËshtë e shkurtër.",
    "### Neni 7\n**Qëllimi**\n\n1. Pa numra të tjerë.",
    "Fusnota[^9].\n\n[^9]: Në fund.",
)
# Values of facts; None takes the fact away.
DAYS = ("2026-03-13", "2026-03-25", "2026-03-29", "2026-03-31", "2026-04-02")
MOMENTS = ("2026-03-13 10:00", "2026-03-29 02:30", "2026-03-30 23:59", "2026-04-01 09:00")
WITHDRAWN = "\n  on: {}\n  reason: annulled\n  note: U anulua.\n  replaced_by: {}"
REVISION = "\n  - on: {}\n    note: U korrigjua.\n    minor: {}"
WORDING: dict[str, tuple[str | None, ...]] = {
    "title": ("Titulli i ri", "Titulli tjetër", "Çështje: e gjatë", "Наслов"),
    "summary": (None, "Shkurt.", "Edhe më shkurt."),
    "slug": (None, "oraret", "bursat", "fjale-e-re"),
    "former_slugs": (None, "oraret", "fjale-e-vjeter, fjale-e-re"),
    "revision": (None, "1", "2", "3"),
    "translated_by": (None, "machine"),
}
FACTS: dict[str, tuple[str | None, ...]] = {
    "time": (None, "09:00", "14:30"),
    "publish_at": (None, *MOMENTS),
    "embargo": (None, *MOMENTS),
    "expires": (None, *DAYS),
    "tags": (None, "arsimi", "Arsimi", "ARSIMI, mjedisi", "çështje ligjore", "mjedisi"),
    "directorate": (None, "education", "urbanism"),
    "place": (None, "Lug", "Salla e Kuvendit"),
    "number": (None, "02/2026", "09/2026"),
    "menu": (None, "1", "2"),
    "until": (None, *DAYS),
    "opens": ("2026-02-10", "2026-03-13"),
    "closes": ("2026-03-12", "2026-03-31", "2026-03-29 02:30", "2026-04-10 15:00"),
    "starts": MOMENTS,
    "ends": (None, *MOMENTS),
    "status": ("scheduled", "held", "cancelled", "draft", "approved"),
    "answered": (None, "2026-03-20", "2026-03-29"),
    "outcome": (None, "granted", "refused", "no_response"),
    "category": ("media", "citizen"),
    "in_force": (None, *DAYS),
    "registered_at_ministry": (None, *DAYS),
    "suspended": (None, "\n  - {since: 2026-03-28, until: 2026-03-30}", "\n  - since: 2026-03-31"),
    "period_until": ("2025-12-31", "2029-12-31"),
}
KIND_OF_FACT = {
    "embargo": "releases",
    "menu": "pages",
    "until": "notices",
    "ends": "invitations",
    "in_force": "decisions",
    "suspended": "regulations",
}
REFERENCES = {"about": "", "amends": "decisions regulations", "repeals": "decisions regulations"}


@dataclass
class Text:
    """One file: its front matter by key, as written, and its paragraphs."""

    facts: dict[str, str]
    paragraphs: list[str]

    @classmethod
    def read(cls, file: Path) -> Text:
        """Return what a file says."""
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        facts: dict[str, str] = {}
        key = ""
        for line in front.splitlines():
            if match := KEY.match(line):
                key = match[1]
                facts[key] = line[match.end() :]
            else:
                facts[key] += f"\n{line}"
        return cls(facts, body.strip().split("\n\n"))

    def state(self, key: str, value: str | None) -> None:
        """State a fact, or no more of it."""
        if value is None:
            self.facts.pop(key, None)
        else:
            self.facts[key] = value if value.startswith("\n") else f" {value}"

    def write(self, file: Path) -> None:
        """Write the file."""
        front = "".join(f"{key}:{value}\n" for key, value in self.facts.items())
        body = "\n\n".join(self.paragraphs)
        file.write_text(f"---\n{front}---\n\n{body}\n", "utf-8")


def facts_for(folder: str, text: Text) -> list[str]:
    """Return the facts that can be stated of a publication without being wrong at once."""
    collection = folder.partition("/")[0]
    common = ("time", "publish_at", "expires", "tags", "directorate", "place")
    own = (key for key, kind in KIND_OF_FACT.items() if kind == collection)
    return sorted({*common, *own, *(FACTS.keys() & text.facts.keys())})
