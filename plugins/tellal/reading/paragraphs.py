"""Numbered paragraphs of an act: permanent anchors, the same in every language.

Paragraph 1.1 of article 5 is `#art-5-1-1`, paragraph 2 outside of all articles `#par-2`. The
numbers are those of the text; one that stands there twice is counted on (`#art-5-2--2`).
"""

from __future__ import annotations

import re

from tellal.reading.articles import once

MONTHS = (
    "januar|februar|mart|april|maj|jun|jul|avgust|septemb|oktob|novemb|decemb"
    "|јануар|фебруар|март|април|мај|јун|јул|август|септемб|октоб|новемб|децемб"
)
TOKEN = re.compile(
    r'<section class="article" id="(?P<article>[^"]+)">'
    r"|(?P<end></section>)"
    r"|<(?P<close>/?)(?:blockquote|ul|ol|table|dl|div)\b"
    r'|<p(?P<lang>(?: lang="[^"]*")?)>(?P<number>\d{1,4}(?:\.\d{1,4})*)(?P<sign>[.)]\s)'
    rf"(?!{MONTHS})"
)
"""Serbian writes days with a dot: one at the head of a paragraph ("2. mart") is no number of it."""


def number_paragraphs(html: str) -> str:
    """Return an act's HTML with an anchor on each numbered paragraph that is not quoted."""
    used: set[str] = set()
    article, depth = "par", 0

    def named(match: re.Match[str]) -> str:
        nonlocal article, depth
        if match["article"]:
            article = match["article"]
        elif match["end"]:
            article = "par"
        elif match["number"] is None:
            depth += -1 if match["close"] else 1
        elif not depth:
            anchor = once(f"{article}-{match['number'].replace('.', '-')}", used)
            return f'<p{match["lang"]} id="{anchor}">{match["number"]}{match["sign"]}'
        return match[0]

    return TOKEN.sub(named, html)
