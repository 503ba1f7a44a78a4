"""Edition -> its history: each change with the wordings before and after it, as far as they may be
shown; and the page that compares them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tellal.domain.editions import Edition, Publication
from tellal.domain.publication import Revision
from tellal.pages.page import Page, path_of
from tellal.pages.views import (
    Change,
    Comparison,
    ComparisonView,
    Link,
    WordingShown,
)
from tellal.pages.voice import Voice
from tellal.reading.earlier import first_shown


def changes_of(publication: Publication, edition: Edition, voice: Voice) -> tuple[Change, ...]:
    """Return the changes that an edition renders, the first one first."""
    if edition.revision == 1:
        return ()
    return tuple(one.change for one in _comparisons(publication, edition, voice))


def comparison_page(publication: Publication, edition: Edition, voice: Voice) -> Page | None:
    """Return the page that compares the wordings of an edition, None where there is but one."""
    if not edition.earlier:
        return None
    address = voice.addresses.changes(publication, voice.tag)
    compared = (one for one in publication.editions if one.earlier)
    languages = voice.addresses_of(compared, partial(voice.addresses.changes, publication))
    here = Link(edition.title, voice.addresses.publication(publication, voice.tag))
    title = f"{edition.title} – {voice.messages['comparison']}"
    view = ComparisonView(
        shell=voice.shell(title, address, languages, (here,), indexed=False),
        kind=publication.kind.name,
        number=publication.common.number,
        title=edition.title,
        publication=here,
        comparisons=tuple(reversed([*_comparisons(publication, edition, voice)])),
    )
    return Page(path_of(address, voice.addresses.root), "pages/comparison.html", view)


def _comparisons(publication: Publication, edition: Edition, voice: Voice) -> Iterator[Comparison]:
    """Yield each change that an edition renders, with the wordings that are at hand."""
    revisions = publication.common.revisions[: edition.revision - 1]
    wordings = {
        one.revision: WordingShown(one.title, one.summary, one.body) for one in edition.earlier
    }
    wordings[edition.revision] = WordingShown(edition.title, edition.summary, edition.body.digest)
    page = voice.addresses.changes(publication, voice.tag)
    for number, revision in enumerate(revisions, 2):
        before = max((known for known in wordings if known < number), default=0)
        withheld = _withheld(number, publication.common.revisions)
        change = Change(
            number,
            revision.on,
            voice.said(revision.note),
            revision.minor,
            f"{page}#v-{number}" if before and number in wordings and not withheld else None,
            voice.said(withheld.no_comparison) if withheld and withheld.no_comparison else None,
            bool(before) and number not in wordings and edition.path != publication.path,
        )
        if change.comparison is None:
            yield Comparison(change)
        else:
            since = revisions[before - 2].on if before > 1 else publication.common.date
            yield Comparison(change, since, wordings[before], wordings[number])


def _withheld(number: int, revisions: tuple[Revision, ...]) -> Revision | None:
    """Return the entry for which nobody is shown the wording before a revision."""
    shown = first_shown(revisions)
    if number > shown:
        return None
    own = revisions[number - 2]
    return own if own.no_comparison else revisions[shown - 2]
