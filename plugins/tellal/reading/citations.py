"""Citations of acts in a text -> links that name kind, number and place, to be resolved by pages.

*neni 5 i Rregullores nr. 01/2019* becomes a link to `tellal:act:regulation/1/2019#art-5`. Whether
there is such an act, and only one, no text can know. Each pattern takes linear time: every part of
it has an end, and none can stand in for another.
"""

from __future__ import annotations

import re

from tellal.domain.links import ACT, citation_of

INNER = "tellal:"
S = r"(?:\s|&nbsp;){1,3}"
NUMBER = r"(?P<number>\d{1,6}(?:-\d{1,6})?/\d{2,4})(?![\d/])(?!\s?\([A-ZČĆŠŽĐÇË]{2})"
ARTICLE = r"(?P<article>\d{1,4}[a-z]?)"
PARAGRAPH = r"(?P<paragraph>\d{1,3}(?:\.\d{1,3}){0,3})"
ANY = re.compile(r"\d/\d")
"""What every citation holds, and most texts do not."""


def _cited(article: str, kind: str, sign: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{article}{S})?(?P<kind>{kind}){S}{sign}(?:\s|&nbsp;)?{NUMBER}")


PATTERNS = {
    "sq": _cited(
        rf"[Nn]en(?:i|it|in){S}{ARTICLE}(?:,?{S}paragraf(?:i|it|in){S}{PARAGRAPH})?{S}(?:i|të|e|së)",
        r"[Rr]regullor(?:ja|e[ns]?)|[Vv]endim(?:i|in|it)?",
        r"[Nn]r\.",
    ),
    "sr-Latn": _cited(
        rf"[Čč]lan(?:a|om|u)?{S}{ARTICLE}\.?(?:,?{S}stav(?:a|om|u)?{S}{PARAGRAPH}\.?)?",
        r"[Uu]redb(?:a|e|i|om|u)|[Oo]dlu(?:ka|ke|ci|kom|ku)",
        r"[Bb]r\.",
    ),
    "sr-Cyrl": _cited(
        rf"[Чч]лан(?:а|ом|у)?{S}{ARTICLE}\.?(?:,?{S}став(?:а|ом|у)?{S}{PARAGRAPH}\.?)?",
        r"[Уу]редб(?:а|е|и|ом|у)|[Оо]длу(?:ка|ке|ци|ком|ку)",
        r"[Бб]р\.",
    ),
    "tr": re.compile(
        rf"\b{NUMBER}{S}(?:sayılı|numaralı){S}(?P<kind>[Yy]önetmeli[kğ]\w{{0,6}}|[Kk]arar\w{{0,6}})"
        rf"(?:{S}{ARTICLE}(?:\.|['’]\w{{1,5}}){S}madde\w{{0,6}}"
        rf"(?:{S}{PARAGRAPH}(?:\.|['’]\w{{1,5}}){S}fıkra\w{{0,6}})?)?"
    ),
    "en": _cited(
        rf"[Aa]rticle{S}{ARTICLE}(?:,?{S}paragraph{S}{PARAGRAPH})?,?{S}of(?:{S}the)?",
        r"[Rr]egulation|[Dd]ecision",
        r"[Nn]o\.?",
    ),
}
REGULATION = "rRuUуУyY"
"""With which letters the word for a regulation begins, in all languages."""
TOKEN = re.compile(r'<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)[^"<>]*(?:"[^"]*"[^"<>]*)*>')
CLOSED = frozenset("a code pre h2 h3 h4 h5 h6".split())
"""Where nothing is a citation: in links, in code, in headings."""


def with_citations(html: str, language: str) -> str:
    """Return a safe HTML with each citation of an act as a link."""
    pattern = PATTERNS.get(language)
    if pattern is None or not ANY.search(html):
        return html
    parts: list[str] = []
    position, depth = 0, 0
    for match in TOKEN.finditer(html):
        text = html[position : match.start()]
        parts += [text if depth else pattern.sub(_link, text), match[0]]
        if match["tag"] in CLOSED:
            depth += -1 if match["close"] else 1
        position = match.end()
    parts.append(html[position:])
    return "".join(parts)


def _link(match: re.Match[str]) -> str:
    kind = "regulation" if match["kind"][0] in REGULATION else "decision"
    place = ""
    if match["article"]:
        paragraph = f"-{match['paragraph'].replace('.', '-')}" if match["paragraph"] else ""
        place = f"#art-{match['article']}{paragraph}"
    return f'<a href="{INNER}{ACT}{citation_of(kind, match["number"])}{place}">{match[0]}</a>'
