"""theme/locale/ -> Catalogue: the site's own words in each language and script.

Serbian is written once, in Latin; its Cyrillic catalogue is derived.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tellal.domain.languages import Language
from tellal.reading.transliteration import to_cyrillic


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Messages by key. `plurals` holds as many forms as `form_of` can ask for."""

    messages: dict[str, str]
    plurals: dict[str, tuple[str, ...]]
    form_of: Callable[[int], int]


def read_catalogues(folder: Path, languages: tuple[Language, ...]) -> dict[str, Catalogue]:
    """Return the catalogue of each language by its tag. Raises OSError where a file is missing."""
    written = {
        name: read_catalogue(folder / name / "LC_MESSAGES" / "tellal.po")
        for name in dict.fromkeys(language.written for language in languages)
    }
    return {
        language.tag: _in_script(written[language.written], language.tag) for language in languages
    }


def read_catalogue(file: Path) -> Catalogue:
    """Return the messages of a PO file; one that is not translated is left out."""
    with file.open("rb") as stream:
        catalogue = read_po(stream)
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        _take(message, messages, plurals)
    return Catalogue(messages, plurals, c2py(catalogue.plural_expr))


def _take(message: Message, messages: dict[str, str], plurals: dict[str, tuple[str, ...]]) -> None:
    if not message.id:
        return
    if isinstance(message.id, tuple | list):
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if all(forms):
            plurals[message.id[0]] = tuple(str(form) for form in forms)
    elif message.string:
        messages[message.id] = str(message.string)


def _in_script(catalogue: Catalogue, tag: str) -> Catalogue:
    if tag != "sr-Cyrl":
        return catalogue
    return replace(
        catalogue,
        messages={key: to_cyrillic(text) for key, text in catalogue.messages.items()},
        plurals={
            key: tuple(to_cyrillic(form) for form in forms)
            for key, forms in catalogue.plurals.items()
        },
    )
