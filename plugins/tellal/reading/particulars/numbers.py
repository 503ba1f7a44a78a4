"""The numbers of persons, accounts and telephones."""

from __future__ import annotations

import re

from tellal.reading.particulars.pattern import Match, Pattern

NEAR = 30
"""How many signs before a number say what it is."""
LENGTHS = {"AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "CH": 21, "DE": 22, "FR": 27}
LENGTHS |= {"GB": 22, "GR": 27, "HR": 21, "IT": 27, "ME": 22, "MK": 19, "NL": 18, "NO": 15}
LENGTHS |= {"RS": 22, "SE": 24, "SI": 19, "TR": 26, "XK": 20}
"""How many signs the number of an account has, by country."""

INSIDE = re.compile(r"(?:\w|\d[.,/-]|\+)\Z")
"""What stands right before a number that is part of a longer one."""
ENDED = r"(?!\w)(?![.,/-]\d)"
GAP = r"[ ./-]{0,2}"
PROTOCOL = re.compile(r"0\d\d-\d{5,6}")
OF_A_BOOK = re.compile(r"\b(?:nr|num[ëe]r\w*|number|prot\w*|br|broj|бр|број|sayı)\b")
OF_A_PHONE = re.compile(r"tel|mob|cel|viber|whatsapp|kontakt|contact|тел|моб")


def digits_of(text: str) -> str:
    """Return the digits of a number, without what groups them."""
    return "".join(sign for sign in text if sign in "0123456789")


def subscriber_of(phone: str) -> str:
    """Return what stays of a telephone number whichever way it is written.

    >>> subscriber_of("+383 (0)44 123 456") == subscriber_of("044/123-456")
    True
    """
    return digits_of(phone)[-8:]


def _stands_alone(match: Match) -> bool:
    """Return whether a number is no part of a longer one."""
    start = match.start()
    return not INSIDE.search(match.string[max(0, start - 2) : start])


def _number(match: Match) -> str | None:
    """Return a number of ten digits, or one whose check is right: of Yugoslavia or Turkey."""
    text = match["value"]
    if not _stands_alone(match):
        return None
    if len(text) == 10:
        return text if text[0] != "0" else None
    digits = [int(sign) for sign in text]
    right = _of_yugoslavia(digits) if len(text) == 13 else _of_turkey(digits)
    return text if right else None


def _of_yugoslavia(digits: list[int]) -> bool:
    total = sum(a * b for a, b in zip(digits, (7, 6, 5, 4, 3, 2) * 2, strict=False))
    born = 0 < digits[0] * 10 + digits[1] < 32 and 0 < digits[2] * 10 + digits[3] < 13
    return born and (11 - total % 11) % 11 == digits[12]


def _of_turkey(digits: list[int]) -> bool:
    if digits[0] == 0 or digits[:3] == [3, 8, 3]:  # the second is a telephone number
        return False
    tenth = (sum(digits[0:9:2]) * 7 - sum(digits[1:8:2])) % 10
    return digits[9:] == [tenth, sum(digits[:10]) % 10]


def _labelled(match: Match) -> str | None:
    return digits_of(match["value"])


def _iban(match: Match) -> str | None:
    """Return the number of an account whose check is right."""
    if not _stands_alone(match):
        return None
    compact = re.sub(r"[ -]", "", match["value"]).upper()
    length = LENGTHS.get(compact[:2], 99)
    account = compact[:length]
    if len(account) < length or not account.isascii():
        return None
    number = "".join(str(int(sign, 36)) for sign in account[4:] + account[:4])
    return account if int(number) % 97 == 1 else None


def _mobile(match: Match) -> str | None:
    """Return the number of a telephone, unless it is one of a book of protocol."""
    text, start = match["value"], match.start()
    if not _stands_alone(match):
        return None
    before = match.string[max(0, start - NEAR) : start].rpartition("\n")[2]
    in_a_book = PROTOCOL.fullmatch(text) and OF_A_BOOK.search(before)
    return None if in_a_book and not OF_A_PHONE.search(before) else subscriber_of(text)


# Numbers in a pocket. A telephone on a desk belongs to an institution.
MOBILE = Pattern(
    "phone-private",
    (),
    re.compile(
        rf"(?P<value>(?:(?:\+|00) ?(?:383|377|386|381|355|90){GAP}(?:\(0\){GAP})?|0)"
        rf"(?:4[3-9](?:{GAP}[0-9]){{6}}|6[0-9](?:{GAP}[0-9]){{6,7}}|5[0-9]{{2}}(?:{GAP}[0-9]){{7}}))"
        rf"{ENDED}"
    ),
    _mobile,
)
NUMBER = Pattern(
    "personal-number",
    (),
    re.compile(rf"(?P<value>[0-9]{{10}}(?:[0-9](?:[0-9]{{2}})?)?){ENDED}"),
    _number,
)
LABELLED = Pattern(
    "personal-number",
    (),
    re.compile(
        r"(?:\b(?:numr\w{1,3}|nr\.?) personale?|ličn\w{1,3} broj|личн\w{1,3} број"
        r"|matičn\w{1,3} broj|матичн\w{1,3} број|\bjmbg|\bјмбг|kimlik (?:no|numaras\w{1,3})"
        r"|personal (?:no|number))[^\w\n]{0,6}(?P<value>[0-9](?:[ -]?[0-9]){8,12})(?![0-9])"
    ),
    _labelled,
)
IBAN = Pattern(
    "iban-private",
    (),
    re.compile(r"(?P<value>[a-z]{2}[0-9]{2}(?:[ -]?[a-z0-9]){11,24})"),
    _iban,
)
NUMBERS = (NUMBER, LABELLED, IBAN, MOBILE)
