"""Posts for the page that the office has elsewhere, as plain files in a folder of the office.

    outbox/known                                    what was public before, or has a post
    outbox/2026-03-12-releases-bora/post.txt        the text, ready to copy
    outbox/2026-03-12-releases-bora/picture.jpg     the picture that goes with it
    outbox/2026-03-12-releases-bora/post.json       what has become of it

The folder is not public. What becomes of a post is written before it is done, and once it is done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from enum import Enum
from functools import cached_property
from pathlib import Path
from shutil import copyfile

from tellal.domain.findings import WrongAnswer

NO_RECORD = (
    "{file} is not as it was written. Post by hand what it told of, and take its folder away."
)


class Fate(Enum):
    """What has become of a post. One that is `sending` may have arrived, and may not."""

    WAITING = "waiting"
    SENDING = "sending"
    FAILED = "failed"
    POSTED = "posted"
    BY_HAND = "by_hand"
    WITHHELD = "withheld"


OPEN = (Fate.WAITING, Fate.SENDING, Fate.FAILED)
"""Fates that are not the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post. `link` is the address by which it is known again, among others that stand in `text`.

    `folder` and `tags` say of which publication it tells, and in which languages; `picture` is an
    address too, `alt` what it shows. `since` is the moment before which nobody can have posted it,
    `moment` that of its fate, in seconds since 1970. `number` is the one it has over there.
    """

    name: str
    folder: str
    tags: tuple[str, ...]
    title: str
    text: str
    link: str
    since: int
    picture: str | None = None
    alt: str = ""
    fate: Fate = Fate.WAITING
    moment: float = 0.0
    reason: str = ""
    number: str = ""

    def turned(self, fate: Fate, moment: float, reason: str = "", number: str = "") -> Post:
        """Return the post after something has become of it."""
        return replace(self, fate=fate, moment=round(moment, 3), reason=reason, number=number)


@dataclass(frozen=True)
class Outbox:
    """The folder in which an office keeps its posts."""

    folder: Path

    @property
    def has_begun(self) -> bool:
        """Return whether it is known what was public before there was an outbox."""
        return (self.folder / "known").is_file()

    @cached_property
    def posts(self) -> dict[str, Post]:
        """Return all posts by their names, the newest first."""
        files = sorted(self.folder.glob("*/post.json"), reverse=True)
        return {post.name: post for post in map(_read, files)}

    def known(self) -> set[tuple[str, str]]:
        """Return folder and language of what needs no post: it was public before, or has one."""
        texts = (self.folder / "known").read_text("utf-8").splitlines() if self.has_begun else []
        lines = (line.rpartition(" ") for line in texts)
        posts = {(post.folder, tag) for post in self.posts.values() for tag in post.tags}
        return posts | {(folder, tag) for folder, _, tag in lines}

    def know(self, editions: Iterable[tuple[str, str]]) -> None:
        """Remember some editions, folder and language, besides those known."""
        lines = sorted(f"{folder} {tag}\n" for folder, tag in {*self.known(), *editions})
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / "known", "".join(lines))

    def keep(self, post: Post, picture: Path | None = None) -> None:
        """Keep a post as it is now; `picture` is the file that goes with it."""
        place = self.folder / post.name
        place.mkdir(parents=True, exist_ok=True)
        if picture and picture.is_file():
            copyfile(picture, place / f"picture{picture.suffix.lower()}")
        _write(place / "post.txt", f"{post.text}\n")
        values = {**asdict(post), "fate": post.fate.value}
        _write(place / "post.json", json.dumps(values, ensure_ascii=False, indent=1) + "\n")
        self.posts[post.name] = post

    def open_posts(self) -> Iterator[Post]:
        """Yield the posts of which not the last has been heard, the oldest first."""
        yield from (post for post in reversed([*self.posts.values()]) if post.fate in OPEN)


def name_of(folder: str, tag: str = "") -> str:
    """Return the name of a post about a publication, or about its text in one language.

    >>> name_of("releases/2026/03-12-bora"), name_of("releases/2026/03-12-bora", "sr-Latn")
    ('2026-03-12-releases-bora', '2026-03-12-releases-bora.sr-Latn')
    """
    collection, year, rest = folder.split("/", 2)
    name = f"{year}-{rest[:5]}-{collection}-{rest[6:]}"
    return f"{name}.{tag}" if tag else name


def _read(file: Path) -> Post:
    """Return a post. Raises WrongAnswer for a file that somebody has changed."""
    try:
        values = json.loads(file.read_text("utf-8"))
        return Post(**{**values, "tags": tuple(values["tags"]), "fate": Fate(values["fate"])})
    except (ValueError, KeyError, TypeError):
        raise WrongAnswer(NO_RECORD, file=file) from None


def _write(file: Path, text: str) -> None:
    """Write a file so that after a power cut there is the old one or the new one."""
    half = file.with_name(f".{file.name}.new")
    with half.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    half.replace(file)
    place = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
