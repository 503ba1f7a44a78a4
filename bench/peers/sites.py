"""python -m bench.peers.sites: write an engine's site from a corpus, or change something in it.

A process of its own, so that the one that measures stays small: the memory of a process can never
look smaller than that of the one that started it.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.peers.lists import lists_of_hugo, site_data
from bench.peers.nikola_texts import nikola_files
from bench.peers.publications import (
    Publication,
    added,
    edited,
    folders_of,
    publications_of,
    read_publication,
    to_edit,
    to_follow,
)
from bench.peers.texts import peer_files

ROOT = Path(__file__).parents[2]
END = re.compile(r'(?:<p class="change">\d+</p>\n)?</article>')
ENGLISH = re.compile(r"^(languages: \[.*), en\]", re.MULTILINE)
SETTINGS = '''"""Settings of the public site, for a copy of it."""

from publishconf import *

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = "cache"
THEME = "theme"
'''


@dataclass(frozen=True, slots=True)
class Kind:
    """How an engine's site is made: what is written first, the files of a publication, the template
    of publications.
    """

    begin: Callable[[Path, Path], None]
    files: Callable[[Publication], Mapping[str, str]]
    template: str


def _begin_tellal(corpus: Path, site: Path) -> None:
    """Copy what is no publication; English, in which the corpus has nothing, is left out."""
    shutil.copytree(ROOT / "theme", site / "theme")
    shutil.copytree(corpus / "office", site / "content" / "office")
    card = site / "content" / "office" / "office.yaml"
    card.write_text(ENGLISH.sub(r"\1]", card.read_text("utf-8")), "utf-8")
    (site / "settings.py").write_text(SETTINGS, "utf-8")


def _begin_hugo(corpus: Path, site: Path) -> None:
    shutil.copytree(ROOT / "bench" / "peers" / "hugo", site)
    put(site / "content", lists_of_hugo(folders_of(corpus), corpus))


def _begin_eleventy(corpus: Path, site: Path) -> None:
    shutil.copytree(ROOT / "bench" / "peers" / "eleventy", site)
    put(site / "data", site_data(corpus))


def _begin_nikola(corpus: Path, site: Path) -> None:
    shutil.copytree(ROOT / "bench" / "peers" / "nikola", site)
    put(site / "data", site_data(corpus))


KINDS = {
    "tellal": Kind(_begin_tellal, Publication.files, "theme/templates/layouts/publication.html"),
    "hugo": Kind(_begin_hugo, peer_files, "layouts/page.html"),
    "eleventy": Kind(_begin_eleventy, peer_files, "includes/item.njk"),
    "nikola": Kind(_begin_nikola, nikola_files, "themes/office/templates/post.tmpl"),
}


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Make files hold these texts; those that do already are not touched."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")


def write_site(kind: Kind, corpus: Path, site: Path) -> None:
    """Write the site in place of an older one."""
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    kind.begin(corpus, site)
    for publication in publications_of(corpus):
        put(site / "content", kind.files(publication))


def edit_one(kind: Kind, corpus: Path, site: Path, number: int) -> None:
    """Add a sentence to a publication, another one for each number."""
    publication = read_publication(corpus, to_edit(folders_of(corpus), number))
    put(site / "content", kind.files(edited(publication, number)))


def add_one(kind: Kind, corpus: Path, site: Path, number: int) -> None:
    """Add a publication in three languages at the end."""
    model = to_follow(corpus, folders_of(corpus))
    put(site / "content", kind.files(added(model, number)))


def change_template(kind: Kind, corpus: Path, site: Path, number: int) -> None:
    """Let every publication say a number at its end."""
    file = site / kind.template
    said = f'<p class="change">{number}</p>\n</article>'
    put(site, {kind.template: END.sub(said, file.read_text("utf-8"))})


CHANGES = {"edit": edit_one, "added": add_one, "template": change_template}


def main() -> None:
    """Do one step."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers.sites", description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("step", choices=["write", *CHANGES])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument("--number", type=int, default=0)
    options = parser.parse_args()
    kind = KINDS[options.kind]
    if options.step == "write":
        write_site(kind, options.corpus, options.site)
    else:
        CHANGES[options.step](kind, options.corpus, options.site, options.number)


if __name__ == "__main__":
    main()
