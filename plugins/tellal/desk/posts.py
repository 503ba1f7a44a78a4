"""The site -> posts: what was published for the first time, as the page of the office tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tellal.domain.editions import Edition, Publication
from tellal.domain.facts import Gathering, Session
from tellal.domain.publication import Standing
from tellal.pages.page import path_of
from tellal.pages.photos import sized_in_text
from tellal.pages.wording import Wording
from tellal.publish.elsewhere import Elsewhere
from tellal.publish.posts import Outbox, Post, name_of
from tellal.site.listings import Listing
from tellal.site.site import Site
from tellal.site.states import is_gone

FRESH = timedelta(days=7)
"""How old news may be: an archive that is brought in later is none."""
LENGTH = 400
"""Letters of a summary in a post; more is folded away over there."""
BETWEEN = "\n\n— — —\n\n"
SPOKEN = (Standing.ORIGINAL, Standing.TRANSLATION)
"""What is posted: not the same text in the other script, and no translation that is outdated."""


@dataclass(frozen=True)
class Writer:
    """Writes posts about what is on a site at an address, as the office wants them."""

    site: Site
    url: str
    rules: Elsewhere

    def public_editions(self) -> Iterator[tuple[str, str]]:
        """Yield folder and language of all that is public now and of a kind that is posted."""
        for listing in self._listings():
            yield from ((listing.folder, tag) for tag, _ in listing.slugs)

    def news(self, known: set[tuple[str, str]]) -> Iterator[tuple[Listing, list[Post] | None]]:
        """Yield what nobody knows yet, the oldest first, with its posts; None for what is old."""
        folders = {folder for folder, _ in known}
        for listing in reversed([*self._listings()]):
            there = {(listing.folder, tag) for tag, _ in listing.slugs}
            if listing.folder in folders and (self.rules.together or there <= known):
                continue
            publication = self.site.whole(listing)
            is_fresh = self._is_fresh(publication)
            yield listing, [*self._posts(publication, known)] if is_fresh else None

    def again(self, post: Post) -> Post | None:
        """Return a post as it would be written now, None for what is not public any more."""
        listing = self.site.by_folder.get(post.folder)
        publication = self.site.whole(listing) if listing else None
        if publication is None or is_gone(publication, self.site.as_of):
            return None
        editions = [one for one in publication.editions if one.tag in post.tags]
        return self._post(publication, editions, post.name) if editions else None

    def picture_of(self, post: Post, output: Path) -> Path | None:
        """Return the file of the picture that goes with a post."""
        wording = self._wording(post.tags[0])
        if post.picture is None:
            return None
        address = post.picture.removeprefix(wording.host)
        return output / path_of(address, wording.addresses.root)

    def _listings(self) -> Iterator[Listing]:
        for listing in self.site.listed:
            if listing.kind.name in self.rules.kinds and not self.site.is_gone(listing):
                yield listing

    def _is_fresh(self, publication: Publication) -> bool:
        as_of = self.site.as_of
        return publication.public_from(as_of.tzinfo) + FRESH >= as_of

    def _posts(self, publication: Publication, known: set[tuple[str, str]]) -> Iterator[Post]:
        folder = publication.reference.folder
        editions = [one for one in publication.editions if one.standing in SPOKEN]
        if self.rules.together:
            yield self._post(publication, editions, name_of(folder))
            return
        for edition in editions:
            if (folder, edition.tag) not in known:
                yield self._post(publication, [edition], name_of(folder, edition.tag))

    def _post(self, publication: Publication, editions: list[Edition], name: str) -> Post:
        """Return a post about some editions, in the order of the office's languages."""
        order = [language.tag for language in self.site.office.languages]
        editions = sorted(editions, key=lambda edition: order.index(edition.tag))
        links = [self._link(publication, edition) for edition in editions]
        texts = [
            _text(edition, self._when(publication, edition.tag), link)
            for edition, link in zip(editions, links, strict=True)
        ]
        picture, alt = self._picture(publication, editions[0].tag)
        return Post(
            name=name,
            folder=publication.reference.folder,
            tags=tuple(edition.tag for edition in editions),
            title=editions[0].title,
            text=BETWEEN.join(texts),
            link=links[0],
            since=int(publication.public_from(self.site.as_of.tzinfo).timestamp()),
            picture=picture,
            alt=alt,
        )

    def _when(self, publication: Publication, tag: str) -> str:
        """Return day, hour and place of an event, as every language here writes them."""
        facts = publication.facts
        if not isinstance(facts, Gathering | Session):
            return ""
        moment = facts.starts.astimezone(self.site.as_of.tzinfo)
        venue = self._wording(tag).plain(facts.venue) if facts.venue else ""
        return " · ".join(part for part in (f"{moment:%d.%m.%Y, %H:%M}", venue) if part)

    def _link(self, publication: Publication, edition: Edition) -> str:
        wording = self._wording(edition.tag)
        return f"{wording.host}{wording.addresses.publication(publication, edition.tag)}"

    def _picture(self, publication: Publication, tag: str) -> tuple[str | None, str]:
        """Return the address of the first photo, as JPEG where it has sizes, and what it shows."""
        if not publication.common.photos:
            return None, ""
        photo, wording = publication.common.photos[0], self._wording(tag)
        shown = sized_in_text(publication, photo.file, wording.addresses)
        folder = publication.reference.folder
        address = shown.address if shown else wording.addresses.file(folder, photo.file)
        return f"{wording.host}{address}", wording.plain(photo.alt)

    def _wording(self, tag: str) -> Wording:
        return Wording(self.site, self.url, tag, {})


def write_posts(box: Outbox, writer: Writer, output: Path, moment: float) -> int:
    """Write posts about what is new; return how many publications were too old for one.

    An outbox that begins takes all that is public for known.
    """
    if not box.has_begun:
        box.know(writer.public_editions())
    known, old, seen = box.known(), 0, set()
    for listing, posts in writer.news(known):
        for post in posts or ():
            waiting = post.turned(post.fate, moment)
            box.keep(waiting, writer.picture_of(waiting, output))
        old += posts is None
        seen |= {(listing.folder, tag) for tag, _ in listing.slugs}
    if seen - known:
        box.know(seen)
    return old


def _text(edition: Edition, when: str, link: str) -> str:
    """Return what a post says in one language."""
    parts = (edition.title, when, _short(edition.summary or ""))
    return "\n\n".join([*(part for part in parts if part), link])


def _short(text: str) -> str:
    """Return a text that is not too long, cut between two words.

    >>> _short("fjala " * 100)[-8:]
    ' fjala …'
    """
    text = " ".join(text.split())
    return text if len(text) <= LENGTH else f"{text[: LENGTH - 1].rpartition(' ')[0]} …"
