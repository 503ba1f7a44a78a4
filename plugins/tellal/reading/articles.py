"""Headings of a text: permanent anchors, and in acts the articles as sections.

The anchors of an article (`#art-5`) and of a chapter (`#ch-2`) are the same in every language, so
that a citation survives the language switch. Numbers are those of the text: nothing is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from tellal.reading.slugs import slug_of
from tellal.reading.transliteration import to_latin

# A letter belongs to the number only where it touches it: "Neni 5a", but not "Neni 5 E drejta".
ARTICLE = re.compile(r"(?i:Neni|Član|Члан|Madde|Article)\s+(\d+)(?:[/.-]?([^\W\d_]))?(?!\w)")
CHAPTER = re.compile(
    r"(?i:Kapitulli|Kreu|Poglavlje|Glava|Поглавље|Глава|Bölüm|Chapter)\s+"
    r"(?P<number>[IVXLC]{1,9}|\d{1,4})(?!\w)"
)
HEADING = re.compile(
    r'<h(?P<level>[2-6])(?P<lang>(?: lang="[^"]*")?)>(?P<text>(?:(?!<h[2-6]).)*?)</h(?P=level)>',
    re.DOTALL,
)
_slug_of = lru_cache(maxsize=4096)(slug_of)
"""Headings come back: Rendi i ditës."""
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
OPENED = re.compile(r"<(?!br\b|hr\b|img\b)[a-z]")
CLOSED = re.compile(r"</")
NUMBERED = re.compile(
    r"(?P<quote>[ \t]*(?:>[ \t]*)*)(?P<number>\d+(?:\.\d+)*)(?P<sign>[.)])(?=[ \t])"
)


def keep_numbering(text: str) -> str:
    r"""Return an act's Markdown with numbered paragraphs as paragraphs, their numbers untouched.

    >>> keep_numbering("1. First.\n2. Second.")
    '1\\. First.\n\n2\\. Second.'
    >>> keep_numbering("> 3. Quoted.")
    '> 3\\. Quoted.'
    """
    lines: list[str] = []
    for line in text.split("\n"):
        match = NUMBERED.match(line)
        if match is None:
            lines.append(line)
            continue
        quote = match["quote"].strip()
        if lines and lines[-1].strip(" \t>"):
            lines.append(quote)
        number = f"{match['number']}\\{match['sign']}{line[match.end() :]}"
        lines.append(f"{quote} {number}".lstrip())
    return "\n".join(lines)


def number_headings(html: str, language: str, is_act: bool) -> str:
    """Return the HTML with an anchor on each heading, and in acts each article in a section."""
    used: set[str] = set()
    parts: list[str] = []
    position, level_open, depth = 0, 0, 0
    for match in HEADING.finditer(html):
        parts.append(html[position : match.start()])
        if is_act:  # else nothing is ever put into a section
            depth += _depth(parts[-1])
        level = int(match["level"])
        if level_open and level <= level_open and not depth:
            parts.append("</section>\n")
            level_open = 0
        anchor = _anchor(match["text"], language, is_act, used)
        if anchor.startswith("art-") and not level_open and not depth:
            parts.append(f'<section class="article" id="{anchor}">\n{match[0]}')
            level_open = level
        else:
            parts.append(f'<h{level}{match["lang"]} id="{anchor}">{match["text"]}</h{level}>')
        position = match.end()
    parts.append(html[position:])
    return "".join(parts) + ("\n</section>" if level_open else "")


def _depth(html: str) -> int:
    """Return how many containers a piece of well-formed HTML opens and leaves open."""
    return len(OPENED.findall(html)) - len(CLOSED.findall(html))


def _anchor(heading: str, language: str, is_act: bool, used: set[str]) -> str:
    """Return an anchor that no other heading of the text has."""
    text = unescape(re.sub(r"<[^>]+>", "", heading))
    wanted = numbered(text) if is_act else ""
    if not wanted:
        try:
            wanted = f"s-{_slug_of(text, language)}"
        except ValueError:
            wanted = "s"
    return once(wanted, used, "-" if wanted.startswith("s") else "--")


def numbered(heading: str) -> str:
    """Return the anchor of an article or a chapter, "" for any other heading."""
    if article := ARTICLE.match(heading):
        return f"art-{article[1]}{to_latin(article[2] or '').lower()}"
    chapter = CHAPTER.match(heading)
    return f"ch-{_arabic(chapter['number'])}" if chapter else ""


def _arabic(number: str) -> int:
    """Return a chapter's number, in whichever digits it is written.

    >>> _arabic("IV"), _arabic("12"), _arabic("XIX")
    (4, 12, 19)
    """
    if number.isdecimal():
        return int(number)
    values = [ROMAN[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(v if v >= after else -v for v, after in zip(values, following, strict=True))


def once(wanted: str, used: set[str], sign: str = "--") -> str:
    """Return an anchor that a text does not have yet, counted on where it does."""
    anchor, count = wanted, 1
    while anchor in used:
        count += 1
        anchor = f"{wanted}{sign}{count}"
    used.add(anchor)
    return anchor


def lines_of_articles(body: str, body_line: int) -> Iterator[tuple[str, int]]:
    """Yield the anchor and the line of each chapter and article of an act's Markdown."""
    used: set[str] = set()
    for number, line in enumerate(body.split("\n"), body_line):
        anchor = numbered(line.lstrip("#*_ \t")) if line.startswith("#") else ""
        if anchor:
            yield once(anchor, used), number
