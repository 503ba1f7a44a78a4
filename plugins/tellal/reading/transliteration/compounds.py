"""The words in which nj and dž are two letters: injekcija, nadživeti.

No Serbian word has lj as two letters, so it needs no list; one abbreviation has: LJP, a local
public enterprise (*lokalno javno preduzeće*).
"""

import re
from collections.abc import Mapping
from typing import Final

from tellal.reading.transliteration.letters import JOINER

# What stands before the seam, and what may follow it (each a regular expression).
_ANYWHERE: Final = {
    "in": "jekc jekt junk",
    "kon": "jekt jug junk junt juk[ct]",
    "tan": "ju[gzž]",
}
_AT_THE_START: Final = {
    "an": "jon",
    "in": "jicir juri",
    "pan": "jelin jugosl jevrop",
    "van": "jedar jezgr jezič jadran jugosl javn",
    "šen": "jan[gžš] jeng",
    # only the listed ones: beside them are nadžak, Nadžija, odžak, odža
    "nad": "živ žn žanj že(?!dž) žup ždr žre žvak",
    "od": "žal(?:[ei]|j) žar[ei] živ žnj žubor žuri žva[kćl] ždr žmir",
    # all but the few whose stem begins with dž
    "pod": "ž(?!ap|avelj|ep|entl|ip|og)",
    "pred": "ž(?!onj|ep|entl|ip|og|ihad)",
    "and": "žej",
}
_STARTS: Final = (r"\b", r"\bne", r"\bnaj", r"\biz")


def _seams(entries: Mapping[str, str], starts: tuple[str, ...]) -> str:
    """Return a pattern of the empty places where the letters of these words part."""
    return "|".join(
        f"(?<={start}{before})(?={'|'.join(after.split())})"
        for before, after in entries.items()
        for start in starts
    )


_SEAM: Final = re.compile(
    f"[nNdD](?=[jJžŽ])(?i:{_seams(_ANYWHERE, ('',))}|{_seams(_AT_THE_START, _STARTS)})"
)

_ABBREVIATION: Final = re.compile(r"\bL(?=JP\b)")

AFTER_N: Final = "|".join(
    after
    for afters in (*_ANYWHERE.values(), *_AT_THE_START.values())
    for after in afters.split()
    if after.startswith("j")
)
"""A pattern of all that may follow an n which stands for itself."""


def keep_apart(text: str) -> str:
    """Return Latin text with a JOINER inside each nj, dž that is two letters.

    >>> keep_apart("injekcija, Njegoš, LJP").replace(JOINER, "|")
    'in|jekcija, Njegoš, L|JP'
    """
    return _ABBREVIATION.sub(f"L{JOINER}", _SEAM.sub(lambda first: first[0] + JOINER, text))
