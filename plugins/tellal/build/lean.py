"""Scripts and style sheets -> the same ones without comments, indentation and needless blanks.

For scripts of this house: a comment stands on lines of its own, and a regular expression after a
bracket, a comma or a sign. What stands between quotes stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from string import ascii_letters

COMMENT = re.compile(r"^\s*(?://.*|/\*.*\*/)\n", re.MULTILINE)
INDENTATION = re.compile(r"^\s+|\s+$", re.MULTILINE)
KEPT = re.compile(
    r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
    r"""|(?:(?<=[(,=:])|(?<=[(,=:]\s))/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"""
)
REMARK = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
QUOTED = re.compile(r""""[^"\n]*"|'[^'\n]*'""")
OWN = re.compile(r"(?<![\w-])--[a-z][\w-]*")
BESIDE = re.compile(r" \+ (?=[^;{}()]*\{)")
NOUGHT = re.compile(r"(?<=[ :(,-])0(?=\.\d)")
AROUND = re.compile(r"\s*([{};,>])\s*|(:) ")
BLANKS = re.compile(r" ?(=>|===|!==|&&|\|\||\?\?|[<>]=|[-+*]=|>>|[=<>?:,;{}()\[\]*&|^!]) ?")
SHORTER = (
    (re.compile(r"\bconst(?= ?[\w\[{$])"), "let"),
    (re.compile(r"(?<![.\w])true\b(?!:)"), "!0"),
    (re.compile(r"(?<![.\w])false\b(?!:)"), "!1"),
)
"""Shorter words with which what runs without an error runs the same."""
LINES = re.compile(r"(?<=[;{,(\[])\n|;?\n(?=})|\n(?=[.?:&|)])")
"""Ends of lines that say nothing; the last sign of a block goes with its line."""


def lean_script(script: str) -> str:
    r"""Return a script that does the same and weighs less.

    >>> lean_script('  // A comment.\n  const a = (b) => b + " , ";\n')
    'let a=(b)=>b + " , ";'
    """
    script = INDENTATION.sub("", COMMENT.sub("", script))
    kept = KEPT.findall(script)
    parts = [_leaner(part) for part in KEPT.split(script)]
    return "".join(one + other for one, other in zip(parts, [*kept, ""], strict=True))


def _leaner(part: str) -> str:
    """Return a part of a script in which nothing is quoted."""
    for word, shorter in SHORTER:
        part = word.sub(shorter, part)
    return LINES.sub("", BLANKS.sub(r"\1", part))


def lean_sheet(sheet: str) -> str:
    r"""Return a style sheet that looks the same and weighs less.

    >>> lean_sheet('/* A remark. */\n.a :focus {\n  content: "; ";\n}\n')
    '.a :focus{content:"; "}'
    """
    sheet = re.sub(r"\s+", " ", REMARK.sub("", sheet)).strip()
    kept = QUOTED.findall(sheet)
    parts = [AROUND.sub(r"\1\2", part) for part in QUOTED.split(sheet)]
    whole = "".join(one + other for one, other in zip(parts, [*kept, ""], strict=True))
    return BESIDE.sub("+", NOUGHT.sub("", whole.replace(";}", "}").replace("@media (", "@media(")))


def short_names(sheet: str) -> str:
    """Return a sheet whose own properties have names of a letter or two, the commonest first.

    >>> short_names(":root{--ground:#fff;--text:red}p{color:var(--text)}")
    ':root{--b:#fff;--a:red}p{color:var(--a)}'
    """
    names = [name for name, _ in Counter(OWN.findall(sheet)).most_common()]
    short = dict(zip(names, map("--{}".format, _letters()), strict=False))
    return OWN.sub(lambda name: short[name[0]], sheet)


def _letters() -> Iterator[str]:
    yield from ascii_letters
    yield from (one + other for one in ascii_letters for other in ascii_letters)
