"""A publication -> the files that Nikola reads: its own comment for facts, a file a language."""

from __future__ import annotations

from collections.abc import Mapping

from bench.peers.publications import Publication
from bench.peers.texts import FACTS, LANGUAGES, Place, Said, peer_pages, place_of

CODES = {"sq": "", "sr": ".sr_latin", "sr-cyrl": ".sr", "tr": ".tr"}


def nikola_files(publication: Publication) -> dict[str, str]:
    """Return the files of a publication; Nikola itself sees what translation is missing."""
    place = place_of(publication.folder)
    return {
        f"{_path(place)}{CODES[language.address]}.md": f"{_facts(place, page.said)}\n{page.body}"
        for language, page in zip(LANGUAGES, peer_pages(publication), strict=True)
        if "missing" not in page.said
    }


def _path(place: Place) -> str:
    return f"{place.collection}/{place.year}/{place.month}/{place.name}"


def _facts(place: Place, said: Mapping[str, Said]) -> str:
    tags = [*_listed(said["topics"]), *_listed(said["directorates"])]
    facts = {
        "title": said["title"],
        "slug": place.name,
        "date": f"{said['date']} 00:00:00 UTC",
        "tags": ", ".join(tags),
        "category": place.collection,
        "description": said["description"],
    }
    facts |= {name: said[name] for name in FACTS if name in said}
    lines = (f".. {name}: {value}" for name, value in facts.items())
    return "\n".join(("<!--", *lines, "-->", ""))


def _listed(value: Said) -> list[str]:
    return value if isinstance(value, list) else []
