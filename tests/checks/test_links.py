"""Links in texts lead somewhere, from every language and every script."""

from __future__ import annotations

import pytest

from tests.conftest import Files, FindingsOf

REGULATION = "---\ntitle: x\nnumber: 1/2026\nbody: assembly\nadopted: 2026-03-10\n---\n\n{}\n"
OTHER = "regulations/2026/03-12-parkimi"


def findings_of_link(findings_of: FindingsOf, link: str) -> list[str]:
    files: Files = {
        f"{OTHER}/index.sq.md": REGULATION.format("## Neni 1\n\nTeksti.\n\n## Qëllimi\n\nTeksti."),
        f"{OTHER}/index.sr.md": "---\ntitle: x\n---\n\n## Član 1\n\nTekst.\n\n## Cilj\n\nTekst.\n",
        f"{OTHER}/harta.pdf": b"%PDF",
        "releases/2026/03-12-bora/index.sq.md": f"---\ntitle: x\n---\n\n[lidhja]({link})\n",
    }
    return findings_of(files)


@pytest.mark.parametrize(
    "link",
    [
        f"{{filename}}/{OTHER}/index.sq.md",
        f"{{filename}}/{OTHER}/index.sr.md",
        f"{{filename}}/{OTHER}",
        f"{{filename}}../../../{OTHER}/index.sq.md",
        f"|filename|/{OTHER}/index.sq.md",
        f"{{filename}}/{OTHER}/index.sq.md#art-1",
        f"{{filename}}/{OTHER}/index.sq.md#s-qellimi",
        f"{{filename}}/{OTHER}/index.sq.md#s-cilj",
        f"{{attach}}/{OTHER}/harta.pdf",
        f"{{static}}/{OTHER}/harta.pdf",
        f"../../../{OTHER}/harta.pdf",
        "https://example.org",
        "mailto:zyra@arnishta.example",
    ],
)
def test_link_to_what_is_there_is_in_order(link: str, findings_of: FindingsOf) -> None:
    assert findings_of_link(findings_of, link) == []


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        (f"{{filename}}/{OTHER}s/index.sq.md", "link-dangling"),
        (f"{{filename}}/{OTHER}/index.sq.md#art-2", "link-dangling"),
        (f"{{attach}}/{OTHER}/plani.pdf", "link-dangling"),
        ("#fundi", "link-dangling"),
        ("zyra@arnishta.example", "link-dangling"),
        ("htpps://example.org", "link-dangling"),
        ("", "link-dangling"),
        ("{attach}", "link-dangling"),
        ("{filename}../../../../../etc/passwd", "link-outside"),
        ("../../../../../etc/passwd", "link-outside"),
        ("..%2F..%2F..%2F..%2F..%2Fetc/passwd", "link-outside"),
        ("{attach}/../../etc/passwd", "link-outside"),
        ("{attach}/../office/office.yaml", "link-outside"),
        ("{attach}/office/office.yaml", "link-dangling"),
        (f"/{OTHER}/", "link-from-root"),
        ("//example.org", "link-from-root"),
    ],
)
def test_link_to_nowhere_is_found(link: str, rule: str, findings_of: FindingsOf) -> None:
    assert [line.rpartition(" ")[2] for line in findings_of_link(findings_of, link)] == [
        f"[{rule}]"
    ]
