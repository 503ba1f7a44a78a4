"""The same publication for other generators, and what changes between two builds."""

from __future__ import annotations

from pathlib import Path

import yaml

from bench.peers.lists import lists_of_hugo
from bench.peers.nikola_texts import nikola_files
from bench.peers.publications import (
    WRITTEN,
    Publication,
    added,
    edited,
    folders_of,
    read_publication,
    to_edit,
    to_follow,
)
from bench.peers.sites import KINDS, change_template, edit_one, put, write_site
from bench.peers.texts import peer_files

LINKED = "[Uji]({filename}/notices/2026/09-01-uji/index.sq.md)"
ORIGINAL = f"""---
title: "Njoftim: uji"
summary: Pa ujë.
directorate: public-services
place:
  sq: Gjilan
  sr: Gnjilane
tags:
  - shërbimet publike
---

Teksti. {LINKED}
"""
SERBIAN = f"""---
title: Obaveštenje o vodi
summary: Nema vode.
---

Nema vode u ulici. {LINKED}
"""
NOTICE = Publication("notices/2026/09-12-uji", {"sq": ORIGINAL, "sr": SERBIAN})


def page_of(path: str) -> tuple[dict[str, object], str]:
    _, header, body = peer_files(NOTICE)[path].split("---\n")
    return yaml.safe_load(header), body


def test_publication_is_a_page_in_each_language_and_script() -> None:
    assert list(peer_files(NOTICE)) == [
        "sq/njoftime/2026/09/uji.md",
        "sr/obavestenja/2026/09/uji.md",
        "sr-cyrl/obavestenja/2026/09/uji.md",
        "tr/duyurular/2026/09/uji.md",
    ]


def test_front_matter_of_a_page_is_what_peers_understand() -> None:
    facts, body = page_of("sq/njoftime/2026/09/uji.md")

    assert {name: str(value) for name, value in facts.items()} == {
        "title": "Njoftim: uji",
        "description": "Pa ujë.",
        "date": "2026-09-12",
        "translationKey": "notices/2026/09-12-uji",
        "lang": "sq",
        "collection": "notices",
        "topics": "['sherbimet-publike']",
        "topicyears": "['sherbimet-publike-2026']",
        "directorates": "['public-services']",
        "directorateyears": "['public-services-2026']",
        "place": "Gjilan",
    }
    assert body == "\n\nTeksti. [Uji](/sq/njoftime/2026/09/uji/)\n"


def test_other_script_of_serbian_keeps_addresses() -> None:
    facts, body = page_of("sr-cyrl/obavestenja/2026/09/uji.md")

    assert facts["title"] == "Обавештење о води"
    assert body == "\n\nНема воде у улици. [Уји](/sr-cyrl/obavestenja/2026/09/uji/)\n"


def test_missing_translation_is_a_page_with_the_title_of_the_original() -> None:
    facts, body = page_of("tr/duyurular/2026/09/uji.md")

    assert (facts["title"], facts["missing"], body.strip()) == ("Njoftim: uji", True, "")


def test_fact_in_several_languages_is_told_in_that_of_the_page() -> None:
    assert page_of("sr/obavestenja/2026/09/uji.md")[0]["place"] == "Gnjilane"


def test_nikola_has_a_file_for_each_language_that_there_is() -> None:
    files = nikola_files(NOTICE)

    assert list(files) == [
        "notices/2026/09/uji.md",
        "notices/2026/09/uji.sr_latin.md",
        "notices/2026/09/uji.sr.md",
    ]
    assert files["notices/2026/09/uji.sr_latin.md"].splitlines() == [
        "<!--",
        ".. title: Obaveštenje o vodi",
        ".. slug: uji",
        ".. date: 2026-09-12 00:00:00 UTC",
        ".. tags: sherbimet-publike, public-services",
        ".. category: notices",
        ".. description: Nema vode.",
        ".. place: Gnjilane",
        "-->",
        "",
        "",
        "Nema vode u ulici. [Uji](/sr/obavestenja/2026/09/uji/)",
    ]


def test_edit_adds_a_sentence_in_one_language_and_changes_nothing_else() -> None:
    changed = [edited(NOTICE, number) for number in (0, 1)]

    assert [one.texts["sq"] == ORIGINAL for one in changed] == [False, True]
    assert [one.texts["sr"] == SERBIAN for one in changed] == [True, False]
    assert changed[0].texts["sq"].startswith(ORIGINAL)


def test_edits_are_in_the_middle_and_of_the_newest_by_turns_and_never_the_same() -> None:
    folders = [f"releases/2026/01-{day:02}-a" for day in range(1, 21)]
    days = [to_edit(folders, number)[-4:-2] for number in range(6)]

    assert days == ["11", "20", "12", "19", "13", "18"]


def test_addition_is_the_newest_release_in_three_languages(corpus: Path) -> None:
    folders = folders_of(corpus)
    new = added(to_follow(corpus, folders), 3)

    assert new.folder == "releases/2026/09-30-shtuar-3"
    assert tuple(new.texts) == WRITTEN
    assert new.folder.split("/", 1)[1] >= folders[-1].split("/", 1)[1][:10]


def test_hugo_has_a_page_for_each_section_year_and_month(corpus: Path) -> None:
    lists = lists_of_hugo(["notices/2026/09-12-uji"], corpus)

    assert "sq/njoftime/_index.md" in lists
    assert "tr/duyurular/2026/09/_index.md" in lists
    assert 'outputs: ["html", "rss", "atom", "feed"]' in lists["sr/obavestenja/_index.md"]
    assert "outputs" not in lists["sr/obavestenja/2026/_index.md"]


def test_steps_change_only_what_they_should(corpus: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(KINDS["tellal"], corpus, site)
    before = texts_of(site)
    edit_one(KINDS["tellal"], corpus, site, 0)
    change_template(KINDS["tellal"], corpus, site, 1)
    change_template(KINDS["tellal"], corpus, site, 2)

    after = texts_of(site)
    changed = {path for path, text in after.items() if before.get(path) != text}
    middle = to_edit(folders_of(corpus), 0)
    assert changed == {f"content/{middle}/index.sq.md", KINDS["tellal"].template}
    assert after[KINDS["tellal"].template].count('class="change"') == 1
    assert "languages: [sq, sr, tr]" in after["content/office/office.yaml"]


def texts_of(folder: Path) -> dict[str, str]:
    files = [file for file in folder.rglob("*") if file.suffix in (".md", ".html", ".yaml")]
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def test_writing_the_same_text_touches_no_file(tmp_path: Path) -> None:
    put(tmp_path, {"a/b.md": "x"})
    before = (tmp_path / "a" / "b.md").stat().st_mtime_ns
    put(tmp_path, {"a/b.md": "x"})

    assert (tmp_path / "a" / "b.md").stat().st_mtime_ns == before


def test_publication_is_read_back_as_it_was_written(corpus: Path) -> None:
    folder = folders_of(corpus)[0]
    for path, text in read_publication(corpus, folder).files().items():
        assert (corpus / path).read_text("utf-8") == text
