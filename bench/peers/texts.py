"""A publication -> the files that a peer reads: a page in each language and script.

What Tellal works out by itself is written out here, to the peers' advantage: the other script of
Serbian, the addresses that links lead to, the page that says that a translation is missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import yaml

from bench.peers.publications import Publication
from tellal.domain.facts import KIND_OF_COLLECTION
from tellal.domain.languages import WRITTEN, Language, language_of
from tellal.reading.slugs import slug_of
from tellal.reading.transliteration import to_cyrillic

Said: TypeAlias = "str | bool | list[str]"

LANGUAGES = tuple(language_of(tag) for tag in ("sq", "sr-Latn", "sr-Cyrl", "tr"))
FACTS = ("place", "number", "issued_by", "signed_by", "reference", "venue", "body")
LINK = re.compile(r"\{filename\}/(\w+)/(\d{4})/(\d\d)-\d\d-([^/]+)/index\.\w+\.md")
TARGET = re.compile(r"(\]\([^)]*\))")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a publication is: collection, year, month, day and short name."""

    collection: str
    year: str
    month: str
    day: str
    name: str

    def path(self, language: Language) -> str:
        """Return its address without the outer slashes."""
        word = section_word(self.collection, language)
        return f"{language.address}/{word}/{self.year}/{self.month}/{self.name}"


def place_of(folder: str) -> Place:
    """Return where the publication of a folder is."""
    collection, year, rest = folder.split("/")
    return Place(collection, year, rest[:2], rest[3:5], rest[6:])


def section_word(collection: str, language: Language) -> str:
    """Return the section's word in an address."""
    return KIND_OF_COLLECTION[collection].sections[WRITTEN.index(language.written)]


@dataclass(frozen=True, slots=True)
class Page:
    """A publication in one language and script: what is said of it, and its text in Markdown."""

    said: Mapping[str, Said]
    body: str


def peer_files(publication: Publication) -> dict[str, str]:
    """Return the files of a publication by their path below a peer's `content/`."""
    place = place_of(publication.folder)
    return {
        f"{place.path(language)}.md": f"{front_matter(page.said)}\n{page.body}"
        for language, page in zip(LANGUAGES, peer_pages(publication), strict=True)
    }


def peer_pages(publication: Publication) -> list[Page]:
    """Return a publication in each of `LANGUAGES`."""
    parts = {name: _split(text) for name, text in publication.texts.items()}
    return [_page(publication, parts, language) for language in LANGUAGES]


def _split(text: str) -> tuple[dict[str, object], str]:
    _, header, body = text.split("---\n", 2)
    facts: dict[str, object] = yaml.load(header, yaml.CBaseLoader)
    return facts, body


def _page(
    publication: Publication,
    parts: Mapping[str, tuple[dict[str, object], str]],
    language: Language,
) -> Page:
    """Return a page; one without a text of its own has the original's title and says so."""
    original, _ = next(iter(parts.values()))
    missing = language.written not in parts
    facts, body = (original, "") if missing else parts[language.written]
    said = _common(place_of(publication.folder), publication.folder, original, language)
    in_script = to_cyrillic if language.tag == "sr-Cyrl" and not missing else str
    for key, name in (("title", "title"), ("description", "summary")):
        said[key] = in_script(str(facts.get(name, "")))
    if missing:
        said["missing"] = True
    return Page(said, _body(body, language))


def _common(
    place: Place, folder: str, original: Mapping[str, object], language: Language
) -> dict[str, Said]:
    tags = original.get("tags")
    topics = [_slug(str(tag)) for tag in tags] if isinstance(tags, list) else []
    key = original.get("directorate")
    offices = [str(key)] if key else []
    said: dict[str, Said] = {
        "title": "",
        "date": f"{place.year}-{place.month}-{place.day}",
        "translationKey": folder,
        "lang": language.address,
        "collection": place.collection,
        "topics": topics,
        "topicyears": [f"{topic}-{place.year}" for topic in topics],
        "directorates": offices,
        "directorateyears": [f"{office}-{place.year}" for office in offices],
    }
    return said | {name: _in(language, original[name]) for name in FACTS if name in original}


def _in(language: Language, fact: object) -> str:
    """Return a fact that may be told in several languages, the first of which stands for others."""
    if not isinstance(fact, Mapping):
        return str(fact)
    return str(fact.get(language.written, next(iter(fact.values()))))


@cache
def _slug(tag: str) -> str:
    return slug_of(tag, "sq")


def _body(text: str, language: Language) -> str:
    """Return the Markdown with addresses for links, and in the language's script."""
    body = LINK.sub(lambda link: _address(link, language), text)
    if language.tag != "sr-Cyrl":
        return body
    pieces = TARGET.split(body)
    pieces[::2] = [to_cyrillic(piece) for piece in pieces[::2]]
    return "".join(pieces)


def _address(link: re.Match[str], language: Language) -> str:
    collection, year, month, name = link.groups()
    return f"/{Place(collection, year, month, '', name).path(language)}/"


def front_matter(said: Mapping[str, Said]) -> str:
    """Return front matter that every reader of YAML understands: a line of JSON for each value."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items())
    return "\n".join(("---", *lines, "---", ""))
