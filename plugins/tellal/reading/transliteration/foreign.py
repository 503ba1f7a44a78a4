"""Words that stay in the Latin alphabet inside Serbian Cyrillic."""

import re
from typing import Final

from .letters import CYRILLIC, LATIN
from .numerals import is_roman

# Exactly as written here: abbreviations, and names that in small letters are Serbian words.
_AS_WRITTEN: Final = frozenset(
    # institutions and programmes
    "USAID OSCE KDI UNDP UNICEF UNESCO UNHCR UNFPA UNOPS EBRD GIZ ECMI NDI "
    # formats, technology, standards
    "PDF RSS Atom JSON CSV XML HTML CSS URL url HTTP HTTPS IP USB GPS GIS SMS LED CD CV SIM VPN PVC "
    "KB MB GB TB ISO ISBN ISSN IBAN "
    # currencies by code
    "EUR USD CHF GBP RSD ALL "
    # names and signs
    "Zoom Live Creative Commons COVID pH".split()
)

# In any case and with a Serbian ending: Facebooku, livestreama.
_STEMS: Final = (
    "youtube|facebook|livestream|instagram|tiktok|linkedin|googl|gmail|outlook|viber|messenger"
    "|microsoft|android|email|mail|online|html|pdf|csv|json|rss|github|podcast|newsletter"
    "|screenshot|hashtag|startup|bluetooth"
)
_ENDING: Final = "(?:[aeiouаеиоу]|[oeое][mм]|[oо][vв][a-zа-я]{0,2}|ima|има)?"
_WITH_ENDING: Final = re.compile(f"(?:{_STEMS}){_ENDING}")

_LETTERS: Final = frozenset(f"{LATIN}{CYRILLIC}ǄǅǆǇǈǉǊǋǌ")
# No Serbian word doubles these or has gj (but Pjongjang), zh; Albanian and English words do.
_UNSERBIAN: Final = re.compile("ll|ff|gg|kk|cc|pp|zh|gj(?<!ngj)")
_LONGEST_ABBREVIATION: Final = 4
# eKosova, TikTok; but not BiH, and not LjUBAV, a digraph that was capitalised by half.
_CAPITAL_INSIDE: Final = re.compile(
    "[A-ZČĆĐŠŽ](?<=[a-zčćđšž].)(?<!Lj.)(?<!Nj.)(?<!Dž.)(?<![A-Z]i.)"
)


def is_foreign(word: str) -> bool:
    """Return whether a word of letters keeps its spelling in Serbian Cyrillic."""
    lowered = word.lower()
    return (
        word in _AS_WRITTEN
        or not _LETTERS.issuperset(word)
        or bool(_CAPITAL_INSIDE.search(word))
        or bool(_WITH_ENDING.fullmatch(lowered))
        or bool(_UNSERBIAN.search(lowered) and not _is_abbreviation(word))
        or is_roman(word)
    )


def _is_abbreviation(word: str) -> bool:
    """Return whether the word may have any letters side by side, as KK and PP do."""
    return word.isupper() and len(word) <= _LONGEST_ABBREVIATION
