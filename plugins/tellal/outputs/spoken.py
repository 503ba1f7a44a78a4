"""Text -> words as somebody reads them aloud: abbreviations, signs and dates written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from tellal.domain.languages import language_of
from tellal.outputs.plain import Line
from tellal.outputs.say import Say
from tellal.reading.transliteration import in_script

WORDS_A_MINUTE = 150
SHORT = {
    "sq": "nr.=numër p.sh.=për·shembull etj.=e·të·tjera znj.=zonja z.=zoti rr.=rruga tel.=telefoni "
    "km=kilometra kg=kilogramë m²=metra·katrorë %=për·qind €=euro",
    "sr": "br.=broj npr.=na·primer itd.=i·tako·dalje tj.=to·jest tzv.=takozvani ul.=ulica "
    "god.=godine čl.=član tel.=telefon km=kilometara kg=kilograma m²=kvadratnih·metara "
    "%=odsto €=evra",
    "tr": "no.=numara vb.=ve·benzeri örn.=örneğin sok.=sokak cad.=cadde tel.=telefon km=kilometre "
    "kg=kilogram m²=metrekare €=avro",
    "en": "no.=number e.g.=for·example i.e.=that·is etc.=and·so·on km=kilometres kg=kilograms "
    "m²=square·metres %=per·cent €=euros",
}
"""What is written short, by written language; a dot in the middle stands for a blank."""
OUR_DATE = re.compile(r"(\d\d?)\. ?(\d\d?)\. ?((?:19|20)\d\d)\b(\.?)")
ISO_DATE = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)\b(\.?)")
NO_CENTS = re.compile(r"(\d)[,.]00(?=\s?(?:€|euro|evra|avro|евра))")
BEFORE = re.compile(r"([%€])\s?(\d[\d.,]*)")
"""A sign before its number, as English and Turkish write it."""
ENDS = (".", "!", "?", ":", "…")


def spoken(text: str, tag: str, say: Say) -> str:
    """Return a text of a language as it is read aloud; long numbers stay, the reader has them."""
    if "%" in text or "€" in text:
        text = NO_CENTS.sub(r"\1", text)
        text = BEFORE.sub(_turkish if tag == "tr" else r"\2 \1", text)
    text = OUR_DATE.sub(lambda m: _day(m, say, m[3], m[2], m[1]), text)
    text = ISO_DATE.sub(lambda m: _day(m, say, m[1], m[2], m[3]), text)
    units, short, words = _known(tag)
    text = units.sub(lambda m: f"{m[1]} {words[m[2]]}", text)
    return short.sub(lambda m: m[0] if _is_inside(m) else words[m[0]], text)


def _turkish(match: re.Match[str]) -> str:
    return f"yüzde {match[2]}" if match[1] == "%" else f"{match[2]} {match[1]}"


def _is_inside(match: re.Match[str]) -> bool:
    """Return whether what was found is the end of a longer word or number."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return before.isalnum() or before == "."


def _day(match: re.Match[str], say: Say, year: str, month: str, day: str) -> str:
    """Return a day in words; what is none stays as it is."""
    if _is_inside(match):
        return match[0]
    try:
        told = say.day(date(int(year), int(month), int(day)))
    except ValueError:
        return match[0]
    return told if told.endswith(".") else told + match[4]  # Serbian days have their dot


@cache
def _known(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return what finds units behind a number, what finds abbreviations, and all in words.

    Both patterns begin with what is rare, so that a text is searched in no time.
    """
    pairs = [pair.split("=") for pair in SHORT[language_of(tag).written].split()]
    known = {short: words.replace("·", " ") for short, words in pairs}
    if tag == "sr-Cyrl":
        known |= {in_script(short, tag): words for short, words in known.items()}
        known = {short: in_script(words, tag) for short, words in known.items()}
    known |= {
        _capital(short): _capital(words) for short, words in known.items() if short[-1] == "."
    }
    short = "|".join(re.escape(one) for one in known if one[-1] == ".")
    units = "|".join(re.escape(one) for one in known if one[-1] != ".")
    return re.compile(rf"(\d)[ \xa0]?({units})(?!\w)"), re.compile(rf"(?:{short})(?=\s)"), known


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def sentences(lines: list[Line]) -> Iterator[str]:
    """Yield the lines of a text as sentences to be read, without notes."""
    for line in lines:
        if line.kind != "note":
            text = line.bare.replace(" | ", ", ").replace("\n", ", ").rstrip(" ;,")
            yield text if text.endswith(ENDS) else f"{text}."


def seconds_of(words: int) -> int:
    """Return how long so many words take on the radio, to five seconds.

    >>> seconds_of(150), seconds_of(151)
    (60, 65)
    """
    return -(-words * 60 // WORDS_A_MINUTE // 5) * 5


def fitted(text: str, address: str, most: int = 160, least: int = 40) -> str:
    """Return what fits into a short message: the text cut at a word, and the address whole.

    Where the address would leave less than `least` characters it is cut to its host.

    >>> fitted("Uji në lagjen e re mungon sot", "lug.example/uji/", 40, 10)
    'Uji në lagjen e re… lug.example/uji/'
    """
    if most - len(address) - 1 < least:
        address = address.partition("/")[0]
    room = most - len(address) - 1
    if len(text) > room:
        cut = text[: room - 1]
        whole = text[room - 1] == " "
        text = (cut if whole else cut.rpartition(" ")[0] or cut).rstrip(" ,;:–-.") + "…"
    return f"{text} {address}"
