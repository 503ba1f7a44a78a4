"""The same for HTML: its text in the other script, its markup untouched."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from tellal.reading.transliteration.cyrillic import to_cyrillic
from tellal.reading.transliteration.latin import to_latin

_TAG: Final = re.compile(r"""(<!--.*?-->|<[!/?A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*+>)""", re.DOTALL)
_NAME: Final = re.compile(r"</?\s*([A-Za-z][^\s/>]*)")
_ATTRIBUTE: Final = re.compile(
    r"""([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'<>]+)""", re.DOTALL
)

_READ_ALOUD: Final = ("alt", "title", "aria-label")
_LITERAL: Final = re.compile(r"<(?:code|pre|kbd|samp|script|style)(?![\w-])", re.IGNORECASE)
_VOID: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


def html_to_cyrillic(html: str) -> str:
    """Return well-formed HTML with its text, alt, title and aria-label as `to_cyrillic` does.

    Code, `translate="no"` and every element with a `lang` stay as they are, with all they hold.
    """
    return "".join(_convert(html, to_cyrillic))


def html_to_latin(html: str) -> str:
    """Return well-formed HTML with its text, alt, title and aria-label as `to_latin` does.

    Code, `translate="no"` and every element with a `lang` stay as they are, with all they hold.
    """
    return "".join(_convert(html, to_latin))


def _convert(html: str, convert: Callable[[str], str]) -> Iterator[str]:
    """Yield the pieces of the HTML in order, text and tags, converted where they may be."""
    kept, depth = "", 0  # the element that stays as it is, and how many of its name are open
    for index, piece in enumerate(_TAG.split(html)):
        is_tag = index % 2 == 1
        if depth:
            depth += _opens(piece, kept) if is_tag else 0
            yield piece
        elif not is_tag:
            yield convert(piece) if piece.strip() else piece
        elif _is_kept(piece):
            kept = _name(piece)
            depth = _opens(piece, kept)
            yield piece
        else:
            yield _convert_attributes(piece, convert)


def _name(tag: str) -> str:
    """Return the element's name in small letters, or nothing for a comment."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def _opens(tag: str, name: str) -> int:
    """Return 1 if the tag opens an element of that name, -1 if it closes one, else 0."""
    if _name(tag) != name or name in _VOID or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def _is_kept(tag: str) -> bool:
    """Return whether a tag opens an element that says it is not Serbian text."""
    return bool(_LITERAL.match(tag)) or any(
        name in ("lang", "xml:lang") or (name == "translate" and value.lower() == "no")
        for name, value in _attributes(tag)
    )


def _attributes(tag: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes: the name in small letters, the value without its quotes."""
    if _has_attributes(tag):
        for name, _, value in _ATTRIBUTE.findall(tag):
            yield name.lower(), value.strip("\"' ")


def _has_attributes(tag: str) -> bool:
    return "=" in tag and not tag.startswith("<!")


def _convert_attributes(tag: str, convert: Callable[[str], str]) -> str:
    """Return the tag with the attributes that are read aloud converted."""

    def convert_attribute(attribute: re.Match[str]) -> str:
        name, gap, value = attribute.groups()
        return name + gap + (convert(value) if name.lower() in _READ_ALOUD else value)

    return _ATTRIBUTE.sub(convert_attribute, tag) if _has_attributes(tag) else tag
