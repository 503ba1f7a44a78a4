"""Roman numerals: which capital letters are numbers, and which are the words I, MI, LI, DIV."""

import re
from typing import Final

_ROMAN: Final = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
SMALL: Final = ("ii", "iii", "vii", "viii")

# What may be a numeral, a word (VI, MI, LI, DIV) or an abbreviation: its neighbours tell.
_UNSURE: Final = re.compile(r"[IV]|VI|[LCDM][IVLCDM]|DIV")

# Beginnings of what is counted with Roman numerals, and of rulers.
_COUNTED: Final = (
    r"\b(?:poglavlj|glav[aeiou]\b|de[ol]|odelj|odsek|aneks|prilog|tačk|stav|član|faz|stepen|stupnj"
    r"|grup|kategorij|zon[aeiou]|klas|razred|sednic|sjednic|tom\b|knjig|vek|kvart|tromeseč|krug"
    r"|lot\b|partij|ciklus|gimnazij|lig[aeiou]|nivo|svetsk)"
)
_COUNTED_BEFORE: Final = re.compile(_COUNTED + r"\w*[.:]?\s*$", re.IGNORECASE)
_COUNTED_AFTER: Final = re.compile(r"[.)]?\s*" + _COUNTED, re.IGNORECASE)
_RULER_BEFORE: Final = re.compile(r"\b(?:kralj|car|sultan|pap|knez|princ)\w*\s+\w+\s*$", re.I)
_RANGE_BEFORE: Final = re.compile(r"(?:\d|\b[IVXLC]+)\s?[-–/]\s?$")
_RANGE_AFTER: Final = re.compile(r"\s?[-–/]\s?(?:\d|[IVXLC]+\b)")

_ABBREVIATED_BEFORE: Final = re.compile(r"\w\.$")
_ABBREVIATED_AFTER: Final = re.compile(r"\.\w")
_SURNAME_AFTER: Final = re.compile(r"\.\s*[A-ZČĆĐŠŽ][a-zčćđšž]+(?<=[a-zčćđšž])")
_SURNAME_IN_IC: Final = re.compile(r"\.\s*[A-ZČĆĐŠŽ][a-zčćđšž]*ić(?:a|u|em|i|eva|eve|evu)?\b")
_CLOSED_AFTER: Final = re.compile(r"\s*(?:[-–—](?!\w)|[:;)])")
_SENTENCE_ENDED: Final = re.compile(r"""[.!?…:;"„“”«»(\[–—-]\s*$""")
_TITLE_BEFORE: Final = re.compile(r"\b[A-ZČĆĐŠŽ]\w*[a-zčćđšž],?\s*$")
_TITLE_AFTER: Final = re.compile(r"\s*[A-ZČĆĐŠŽ][a-zčćđšž]")
_HEADING_AFTER: Final = re.compile(
    r"\s*(?!(?:DALJE|OV\w+|T[AEIOU]\w*|ON\w*|POR\w+|POS\w+|NA|NAK\w+|D[AEO]|NE|JE|OD|ZA|SA)\b)"
    r"[A-ZČĆĐŠŽ]{2}"
)


def is_roman(word: str) -> bool:
    """Return whether the word is a numeral wherever it stands: IV, XII, iii (not VI, not iv)."""
    if word.isupper() and len(word) > 1:
        return bool(_ROMAN.fullmatch(word)) and not _UNSURE.fullmatch(word)
    return word in SMALL


def is_numeral(word: str, before: str, after: str) -> bool:
    """Return whether a word in capitals is a numeral between these neighbours, given in Latin.

    If it may be a word, it is one beside what is counted (*Član I*, *V razred*), in a range, and
    after a ruler.
    """
    if is_roman(word):
        return True
    if not (_UNSURE.fullmatch(word) and _ROMAN.fullmatch(word)):
        return False
    if _ABBREVIATED_BEFORE.search(before) or _ABBREVIATED_AFTER.match(after):
        return False
    if _COUNTED_AFTER.match(after) or _COUNTED_BEFORE.search(before):
        return True
    if _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before) or _RULER_BEFORE.search(before):
        return True
    return word in ("I", "V", "VI") and _counts_alone(word, before, after)


def _counts_alone(word: str, before: str, after: str) -> bool:
    """Return whether I, V is a numeral, rather than a conjunction or an initial (*V. Petrović*)."""
    if word == "VI":
        return not (before.strip() and _is_conjunction(before, ""))
    if after.startswith("."):
        is_initial = before.strip() and _SURNAME_AFTER.match(after)
        return not is_initial and not _SURNAME_IN_IC.match(after)
    if word == "V" or _CLOSED_AFTER.match(after):
        return True
    if not before.strip():
        return not after.strip() or bool(_HEADING_AFTER.match(after))
    return not _is_conjunction(before, after)


def _is_conjunction(before: str, after: str) -> bool:
    """Return whether a capital I joins: it opens a sentence, or all words have capitals."""
    last_letter = next((letter for letter in reversed(before) if letter.isalpha()), "I")
    return (
        last_letter.isupper()
        or bool(_SENTENCE_ENDED.search(before))
        or bool(_TITLE_BEFORE.search(before) and _TITLE_AFTER.match(after))
    )
