"""Words that stay in the Latin alphabet inside Serbian Cyrillic."""

import re
from typing import Final

from tellal.reading.transliteration.letters import CYRILLIC, LATIN
from tellal.reading.transliteration.numerals import is_roman

AS_WRITTEN: Final = frozenset(
    # institutions and programmes
    "USAID OSCE KDI UNDP UNICEF UNESCO UNHCR UNFPA UNOPS EBRD GIZ ECMI NDI "
    # formats, technology, standards
    "PDF RSS Atom JSON CSV XML HTML CSS URL url HTTP HTTPS IP USB GPS GIS SMS LED CD CV SIM VPN "
    "PVC KB MB GB TB ISO ISBN ISSN IBAN "
    # currencies by code
    "EUR USD CHF GBP RSD ALL "
    # names and signs
    "Zoom Live Creative Commons CC FM COVID pH".split()
)
"""Known exactly like this: abbreviations, and names that in small letters are Serbian words."""

STEMS: Final = tuple(
    "facebook livestream instagram tiktok linkedin googl gmail outlook viber messenger microsoft "
    "android email mail online html pdf csv json rss".split()
)
"""Known in any case and with a Serbian ending: Facebooku, livestreama."""
_ENDING: Final = "[aeiouаеиоу]|[oeое][mм]|[oо][vв][a-zа-я]{0,2}|ima|има"
_WITH_ENDING: Final = re.compile(f"(?:{'|'.join(STEMS)})(?:{_ENDING})?", re.IGNORECASE)

_NOT_SERBIAN: Final = re.compile(f"[^{LATIN}{CYRILLIC}ǄǅǆǇǈǉǊǋǌ]")
UNSERBIAN_PAIRS: Final = ("cc", "ff", "gg", "gj", "kk", "ll", "pp", "zh")
"""Never together in a Serbian word (but ngj in Pjongjang); often in Albanian and English."""
_UNSERBIAN: Final = re.compile("|".join(UNSERBIAN_PAIRS).replace("gj", "(?<!n)gj"), re.IGNORECASE)
_LONGEST_ABBREVIATION: Final = 4
# eKosova, TikTok; but not BiH, and not LjUBAV, a digraph that was capitalised by half.
_CAPITAL_INSIDE: Final = re.compile("(?<=[a-zčćđšž])(?<!Lj)(?<!Nj)(?<!Dž)(?<![A-Z]i)[A-ZČĆĐŠŽ]")


def is_foreign(word: str) -> bool:
    """Return whether a word of letters keeps its spelling in Serbian Cyrillic."""
    return (
        word in AS_WRITTEN
        or is_roman(word)
        or bool(_NOT_SERBIAN.search(word))
        or bool(_CAPITAL_INSIDE.search(word))
        or bool(_WITH_ENDING.fullmatch(word))
        or bool(_UNSERBIAN.search(word) and not _is_abbreviation(word))
    )


def _is_abbreviation(word: str) -> bool:
    """Return whether the word may have any letters side by side, as KK and PP do."""
    return word.isupper() and len(word) <= _LONGEST_ABBREVIATION
