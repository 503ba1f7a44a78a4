"""What the peers' lists need besides the publications: names, and Hugo's pages of sections."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from bench.peers.texts import LANGUAGES, Place, Said, front_matter, place_of, section_word
from bench.volume import SHARES
from tellal.domain.languages import Language

WITH_FEEDS = ["html", "rss", "atom", "feed"]


def lists_of_hugo(folders: Sequence[str], corpus: Path) -> dict[str, str]:
    """Return Hugo's `_index.md` of each section, year, month and directorate."""
    places = [place_of(folder) for folder in folders]
    files: dict[str, str] = {}
    for language in LANGUAGES:
        for place in places:
            files.update(_above(place, language))
        for key, name in directorate_names(corpus, language):
            said: dict[str, Said] = {"title": name, "outputs": WITH_FEEDS}
            files[f"{language.address}/directorates/{key}/_index.md"] = front_matter(said)
    return files


def _above(place: Place, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the lists that a publication stands in: of its section, of its year, of its month."""
    word = section_word(place.collection, language)
    path, key = f"{language.address}/{word}", place.collection
    title = word.capitalize()
    section: dict[str, Said] = {"title": title, "translationKey": key, "outputs": WITH_FEEDS}
    yield f"{path}/_index.md", front_matter(section)
    year: dict[str, Said] = {
        "title": f"{title} {place.year}",
        "linkTitle": place.year,
        "translationKey": f"{key} {place.year}",
        "level": "year",
    }
    yield f"{path}/{place.year}/_index.md", front_matter(year)
    month: dict[str, Said] = {
        "title": f"{title} {place.month}/{place.year}",
        "linkTitle": f"{place.month}/{place.year}",
        "translationKey": f"{key} {place.year} {place.month}",
        "level": "month",
    }
    yield f"{path}/{place.year}/{place.month}/_index.md", front_matter(month)


def directorate_names(corpus: Path, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the key and the name of each directorate."""
    text = (corpus / "office" / "directorates.yaml").read_text("utf-8")
    for key, names in yaml.safe_load(text).items():
        yield key, names[language.written]


def site_data(corpus: Path) -> dict[str, str]:
    """Return the file of data that Eleventy's templates and Nikola's settings read."""
    languages = [{"address": one.address, "tag": one.tag, "name": one.native} for one in LANGUAGES]
    words = {one.address: {name: section_word(name, one) for name in SHARES} for one in LANGUAGES}
    names = {one.address: dict(directorate_names(corpus, one)) for one in LANGUAGES}
    data = {"languages": languages, "sections": words, "directorates": names}
    return {"site.json": json.dumps(data, ensure_ascii=False, indent=1)}
