"""The same for HTML: its text in the other script, its markup untouched."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tellal.reading.transliteration.cyrillic import to_cyrillic
from tellal.reading.transliteration.latin import to_latin
from tellal.reading.transliteration.letters import BREAK

_TAG: Final = re.compile(r"""(<!--.*?-->|<[!/?A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*+>)""", re.DOTALL)
_NAME: Final = re.compile(r"</?\s*([A-Za-z][^\s/>]*)")
_ATTRIBUTE: Final = re.compile(
    r"""([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)""", re.DOTALL
)

_READ_ALOUD: Final = ("alt", "title", "aria-label")
_LITERAL: Final = re.compile(r"<(?:code|pre|kbd|samp|script|style)(?![\w-])", re.IGNORECASE)
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)


def html_to_cyrillic(html: str) -> str:
    """Return well-formed HTML with its text, alt, title and aria-label as `to_cyrillic` does.

    Code, `translate="no"` and every element with a `lang` stay as they are, with all they hold.
    """
    return _convert(html, to_cyrillic)


def html_to_latin(html: str) -> str:
    """Return well-formed HTML with its text, alt, title and aria-label as `to_latin` does.

    Code, `translate="no"` and every element with a `lang` stay as they are, with all they hold.
    """
    return _convert(html, to_latin)


def _convert(html: str, convert: Callable[[str], str]) -> str:
    """Return the HTML with its open pieces converted, all of its texts at once."""
    pieces = _TAG.split(html)
    texts, tags = _open(pieces)
    for index in tags:
        if _has_attributes(pieces[index]):
            pieces[index] = _convert_attributes(pieces[index], convert)
    texts = [index for index in texts if pieces[index] and not pieces[index].isspace()]
    converted = _convert_all([pieces[index] for index in texts], convert)
    for index, text in zip(texts, converted, strict=True):
        pieces[index] = text
    return "".join(pieces)


def _convert_all(texts: Sequence[str], convert: Callable[[str], str]) -> list[str]:
    """Return each text converted, by one call: starting a conversion costs more than a sentence."""
    joined = BREAK.join(texts)
    if joined.count(BREAK) >= len(texts):
        return [convert(text) for text in texts]
    return convert(joined).split(BREAK) if texts else []


def _open(pieces: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    """Return which texts and which tags are outside of the elements that stay as they are."""
    if any(_is_kept(tag) for tag in set(pieces[1::2])):
        return tuple(_outside(pieces, 0)), tuple(_outside(pieces, 1))
    return range(0, len(pieces), 2), range(1, len(pieces), 2)


def _outside(pieces: Sequence[str], kind: int) -> Iterator[int]:
    """Yield the open ones of a kind. Texts (0) and tags (1) stand by turns."""
    kept, depth = "", 0  # the element that stays, and how many of its name are open
    for index, piece in enumerate(pieces):
        is_tag = index % 2 == 1
        if depth:
            depth += _opens(piece, kept) if is_tag else 0
        elif is_tag and _is_kept(piece):
            kept = _name(piece)
            depth = _opens(piece, kept)
        elif index % 2 == kind:
            yield index


def _name(tag: str) -> str:
    """Return the element's name in small letters, or nothing for a comment."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def _opens(tag: str, name: str) -> int:
    """Return 1 if the tag opens an element of that name, -1 if it closes one, else 0."""
    if _name(tag) != name or name in _VOID or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def _has_attributes(tag: str) -> bool:
    return "=" in tag and not tag.startswith("<!")


def _is_kept(tag: str) -> bool:
    """Return whether a tag opens an element that says it is not Serbian text."""
    if _LITERAL.match(tag):
        return True
    return _has_attributes(tag) and any(
        name in ("lang", "xml:lang") or (name == "translate" and value.lower() == "no")
        for name, value in _attributes(tag)
    )


def _attributes(tag: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes: the name in small letters, the value without its quotes."""
    for name, _, value in _ATTRIBUTE.findall(tag):
        yield name.lower(), value.strip("\"' ")


def _convert_attributes(tag: str, convert: Callable[[str], str]) -> str:
    """Return the tag with the attributes that are read aloud converted."""

    def convert_attribute(attribute: re.Match[str]) -> str:
        name, gap, value = attribute.groups()
        return name + gap + (convert(value) if name.lower() in _READ_ALOUD else value)

    return _ATTRIBUTE.sub(convert_attribute, tag)
