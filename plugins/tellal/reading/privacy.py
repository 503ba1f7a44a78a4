"""Text of a request -> Finding: where it names the person who asked.

Who asks for a public document may stay unknown to others. No fact can hold a name; here the table
of facts and the bold labels of a text are looked at, line by line and in linear time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from tellal.domain.findings import Finding, finding
from tellal.reading.front_matter import Split
from tellal.reading.transliteration import in_script, is_cyrillic

APPLICANT_NAMED = (
    'The text names the applicant ("{name}"). Take the name out and write the category alone, '
    'as in "{label}: media".'
)
LABELS = frozenset(
    "kerkuesi,kerkuesja,kerkues,emri i kerkuesit,emri i kerkueses,emri dhe mbiemri i kerkuesit,"
    "parashtruesi,parashtruesi i kerkeses,parashtruesja e kerkeses,"
    "podnosilac,podnosilac zahteva,podnositeljka zahteva,podnositelj zahteva,trazilac,"
    "trazilac informacije,trazilac pristupa,ime podnosioca,ime podnosioca zahteva,"
    "ime i prezime podnosioca zahteva,basvuran,basvuran kisi,basvuru sahibi,basvuranin adi,"
    "basvuranin adi soyadi,talep eden,talep sahibi,"
    "applicant,the applicant,name of the applicant,name of applicant,applicant's name,requester,"
    "requested by".split(",")
)
"""What stands before the name, without marks over letters; officials' names stand after others."""
CATEGORIES = frozenset(
    "shoqeri civile,shoqeria civile,parti politike,organizate joqeveritare,"
    "civilno drustvo,politicka stranka,nevladina organizacija,"
    "sivil toplum,sivil toplum kurulusu,siyasi parti,civil society,political party".split(",")
)
"""What may be written with capital letters and is no name."""
TITLES = frozenset("z znj zonja zoti g gdja gda gospodin gospodja bay bayan sayin".split()) | {
    *("mr", "mrs", "ms", "dr", "prof", "mag", "av", "inz", "ing")
}
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}")
TAG = re.compile(r"<[^<>]*>")
EMPHASIS = str.maketrans("", "", "*_`")
STRAY = " \t>#+-0123456789.)"
AROUND = " \t.,;:()[]\"'„“”«»"


def applicants_named(path: str, split: Split) -> Iterator[Finding]:
    """Yield each line of a text that names an applicant, in whichever language and script."""
    column: int | None = None
    label = ""
    waits = False
    for number, line in enumerate(split.body.split("\n")):
        text = _plain(line)
        cells = _cells(text) if "|" in text else []
        pairs = list(pairwise(cells)) if cells else [_halves(text)]
        if waits and text:
            pairs.append((label, text))
        if column is not None and column < len(cells):
            pairs.append((label, cells[column]))
        for said, value in pairs:
            if _is_label(said) and looks_like_a_name(value):
                yield _named(path, split.body_line + number, said, value)
                break
        if not cells:
            column = None
        elif column is None:
            column = next((i for i, cell in enumerate(cells) if _is_label(cell)), None)
            label = cells[column] if column is not None else label
        if text:
            waits = not cells and _is_label(text)
            label = text if waits else label


def _named(path: str, line: int, label: str, value: str) -> Finding:
    name = " ".join(value.split()[:4]).strip(AROUND)
    return finding(
        path, line, "applicant-named", APPLICANT_NAMED, name=name, label=label.strip(AROUND + STRAY)
    )


def _plain(line: str) -> str:
    """Return a line without emphasis and tags, in Latin letters."""
    text = TAG.sub("", line).translate(EMPHASIS).strip()
    return in_script(text, "sr-Latn") if is_cyrillic(text) else text


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip("|").split("|")]


def _halves(text: str) -> tuple[str, str]:
    label, _, value = text.partition(":")
    return label, value.strip()


def _is_label(text: str) -> bool:
    return len(text) < 80 and _folded(text.strip(STRAY).rstrip(" :")) in LABELS


def _folded(text: str) -> str:
    """Return a text in small letters without the marks over them.

    >>> _folded("Kërkuesi"), _folded("BAŞVURAN"), _folded("Tražilac")
    ('kerkuesi', 'basvuran', 'trazilac')
    """
    small = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in small if not unicodedata.combining(letter))
    return plain.replace("ı", "i").replace("đ", "dj").replace("’", "'")


def looks_like_a_name(value: str) -> bool:
    """Return whether a value begins like the name of a person: two words with capitals, initials.

    >>> [looks_like_a_name(text) for text in ("Emër Mbiemër", "z. E. Mbiemër", "E.M.")]
    [True, True, True]
    >>> [looks_like_a_name(text) for text in ("media", "Shoqëri civile", "u njoftua se", "Media")]
    [False, False, False, False]
    """
    words = value[:200].split()
    while words and _folded(words[0].strip(AROUND)) in TITLES:
        words = words[1:]
    if not words or _folded(" ".join(words).strip(AROUND)) in CATEGORIES:
        return False
    if INITIALS.fullmatch(words[0].strip(AROUND.replace(".", ""))):
        return words[0][0].isupper()
    return len(words) > 1 and all(_has_capital(word) for word in words[:2])


def _has_capital(word: str) -> bool:
    letters = word.strip(AROUND).replace("-", "").replace("'", "").replace("’", "")
    return letters.isalpha() and letters[0].isupper()
