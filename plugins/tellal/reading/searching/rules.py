"""How words are taken apart for the search, as data: for what is read here, and for browsers.

The site publishes these tables, and `theme/static/js/search.js` works by them. A test holds both
against each other.
"""

from __future__ import annotations

from typing import Final

LETTERS: Final = "a-z\u00df-\u00f6\u00f8-\u024f\u0400-\u04ff"
"""The letters of words, as a class of characters, in small letters."""

PLAIN: Final = {
    **{"ı": "i", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"},
    **{"ә": "a", "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "d", "е": "e", "ж": "z"},
    **{"з": "z", "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n"},
    **{"њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u"},
    **{"ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz", "ш": "s", "й": "j", "ы": "i"},
    **{"ъ": "", "ь": "", "э": "e", "ю": "ju", "я": "ja", "щ": "sc", "ё": "e"},
}
"""Letters that Unicode does not take apart into a base and a mark."""

TWINS: Final = (("dj", "d"),)
"""What people write instead of a letter that their keyboard lacks: *gradjani*."""

VOWELS: Final = {"sq": "aeiouy", "sr": "aeiour", "tr": "aeiou", "en": "aeiouy"}
"""A stem keeps one of these."""

ENDINGS: Final = {
    "sq": "i u a e in it un ut en es et at ve eve ave ive ash esh ish ja je jen jes jet jat jave "
    "jeve ise ine ite",
    "sr": "a e i o u om em ama ima ovi evi ova eva ove eve ovima evima ih im og oga oj omu ski ska "
    "sko ske skog skoj skom skih skim anin>an",
    "tr": "lar ler lari leri larin lerin larina lerine larini lerini larda lerde lardan lerden a e "
    "i u in un da de ta te dan den tan ten imiz umuz +ya +ye +yi +yu +si +su +nin +nun +nda +nde "
    "+ndan +nden +na +ne +ni +nu +yla +yle",
    "en": "s es ed ing ings ment ments ly ion ions al ies y e",
}
"""What may stand at the end of a word, in plain letters; the longest goes first, and then again.

One with a plus stands after a vowel only; after an arrow is what stays of it.
"""

LAST: Final = {
    "sq": {},
    "sr": {"c": "k"},
    "tr": {"b": "p", "d": "t", "g": "k"},
    "en": {},
}
"""The letter in which a stem ends, where it changes as the word is declined: *odluka, odluci*."""

ODD: Final = {
    "sq": "uj:uje uji ujit ujin ujra ujrat ujerat ujerave|dru:drunj drunjte drunjve druri drurit "
    "drurin drureve druve drute|fshat:fshat fshati fshatit fshatin fshatra fshatrat fshatrave",
    "sr": "dete:deca dece deci decu decom deteta|stabl:stabala stablima",
    "tr": "su:su suyu suyun suya suda sudan sular sulari sulari suyunu",
    "en": "",
}
"""Words that are declined in a way of their own: stem, then its forms."""

STOP: Final = {
    "sq": "dhe te ne se me per nga qe nje si ka do jo por ose ky kjo deri cdo",
    "sr": "je da na za sa od do iz po se su koji koja koje kao ili ali nije bi br",
    "tr": "ve ile bir bu da de icin olan olarak ya mi",
    "en": "the and of to in for on is are be by at as an or it that this with from",
}
"""Words that are no question: nearly every text has them."""


def odd_of(language: str) -> dict[str, str]:
    """Return the stem of each odd word of a language.

    >>> odd_of("tr")["suya"]
    'su'
    """
    groups = (group.partition(":") for group in ODD[language].split("|") if group)
    return {form: stem for stem, _, forms in groups for form in forms.split()}
