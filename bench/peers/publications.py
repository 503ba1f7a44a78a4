"""A corpus -> its publications, each the text of its files, as staff wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

WRITTEN = ("sq", "sr", "tr")
SENTENCES = {
    "sq": "Kjo fjali u shtua më vonë, numër {number}.",
    "sr": "Ova rečenica je dodata kasnije, broj {number}.",
    "tr": "Sonradan eklenen cümle, numara {number}.",
}
ADDED = "releases/2026/09-30-shtuar-{number}"


@dataclass(frozen=True, slots=True)
class Publication:
    """A folder such as `releases/2026/09-12-name`, and the text of its file in each language."""

    folder: str
    texts: Mapping[str, str]

    def files(self) -> dict[str, str]:
        """Return its files by their path in the corpus."""
        return {f"{self.folder}/index.{name}.md": text for name, text in self.texts.items()}


def folders_of(corpus: Path) -> list[str]:
    """Return the folders of all publications, the oldest first."""
    files = corpus.glob("*/*/*/index.sq.md")
    folders = [file.parent.relative_to(corpus).as_posix() for file in files]
    return sorted(folders, key=lambda folder: (folder.split("/", 1)[1], folder))


def read_publication(corpus: Path, folder: str) -> Publication:
    """Return the publication of a folder."""
    files = {name: corpus / folder / f"index.{name}.md" for name in WRITTEN}
    texts = {name: file.read_text("utf-8") for name, file in files.items() if file.is_file()}
    return Publication(folder, texts)


def publications_of(corpus: Path) -> Iterator[Publication]:
    """Yield all publications, the oldest first."""
    return (read_publication(corpus, folder) for folder in folders_of(corpus))


def edited(publication: Publication, number: int) -> Publication:
    """Return it with one more sentence at the end, in one language; the languages take turns."""
    there = [name for name in WRITTEN if name in publication.texts]
    name = there[number % len(there)]
    text = f"{publication.texts[name].rstrip()}\n\n{SENTENCES[name].format(number=number)}\n"
    return replace(publication, texts={**publication.texts, name: text})


def to_edit(folders: list[str], number: int) -> str:
    """Return the folder of the edit of that number: from the middle and of the newest by turns."""
    turn = number // 2
    return folders[-1 - turn] if number % 2 else folders[len(folders) // 2 + turn]


def added(model: Publication, number: int) -> Publication:
    """Return a new publication of the last day, with the words of another."""
    return Publication(ADDED.format(number=number), model.texts)


def to_follow(corpus: Path, folders: list[str]) -> Publication:
    """Return the newest release that is there in every language."""
    releases = (folder for folder in reversed(folders) if folder.startswith("releases/"))
    found = (read_publication(corpus, folder) for folder in releases)
    return next(publication for publication in found if len(publication.texts) == len(WRITTEN))
