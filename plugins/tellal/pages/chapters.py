"""The chapters of a recording: from the points of an agenda that say when they were taken up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tellal.domain.editions import Publication
from tellal.domain.facts import AgendaItem, Session
from tellal.domain.recordings import PlayerForm, playable, recording_of
from tellal.pages.cards import card_of_publication
from tellal.pages.page import Page, path_of
from tellal.pages.views import Chapter, ChapterList, ChaptersView, Player
from tellal.pages.voice import Voice

LAST_CHAPTER = 12 * 3600
"""Nobody says how long a recording is: its last chapter ends when any session is over."""
TRACK, TEXT = "chapters.vtt", "chapters.txt"


def chapters_of(publication: Publication, voice: Voice) -> tuple[Chapter, ...]:
    """Return the chapters of a session's recording, none where no point says its time.

    Points of one second are one chapter, and what comes before the first has a name of its own.
    """
    if not isinstance(publication.facts, Session):
        return ()
    timed = [item for item in publication.facts.agenda if item.at is not None]
    found = [
        (second, " · ".join(_name(item, voice) for item in items))
        for second, items in groupby(sorted(timed, key=_second), key=_second)
    ]
    if found and found[0][0] > 0:
        found.insert(0, (0, voice.messages["recording_begins"]))
    return tuple(_chapters(found))


def _second(item: AgendaItem) -> int:
    return item.at or 0


def _name(item: AgendaItem, voice: Voice) -> str:
    title = voice.plain(item.title)
    return f"{item.number.rstrip('.')}. {title}" if item.number else title


def _chapters(found: Sequence[tuple[int, str]]) -> Iterator[Chapter]:
    for place, (starts, title) in enumerate(found):
        is_last = place + 1 == len(found)
        yield Chapter(starts, starts + LAST_CHAPTER if is_last else found[place + 1][0], title)


def chapter_lines(chapters: Iterable[Chapter]) -> str:
    """Return one line for each chapter, as platforms read them in the text under a video."""
    return "\n".join(f"{clock(one.starts)} {one_line(one.title)}" for one in chapters)


def clock(seconds: int) -> str:
    """Return a time in a recording in the form that platforms know.

    >>> clock(0), clock(750), clock(3723)
    ('0:00', '12:30', '1:02:03')
    """
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def one_line(text: str) -> str:
    """Return a text without the breaks that would end a line of a list or a track."""
    return " ".join(text.split())


def chapter_list(publication: Publication, voice: Voice) -> ChapterList | None:
    """Return the chapters as text with the addresses of their files, None where there are none."""
    chapters = chapters_of(publication, voice)
    if not chapters:
        return None
    text, track = (_address(publication, voice, name) for name in (TEXT, TRACK))
    return ChapterList(chapter_lines(chapters), text, track)


def chapter_pages(publication: Publication, voice: Voice) -> Iterator[Page]:
    """Yield the files of the chapters in the language of a page: the track, and the list."""
    chapters = chapters_of(publication, voice)
    for name in (TRACK, TEXT) if chapters else ():
        address = _address(publication, voice, name)
        yield Page(path_of(address, voice.addresses.root), name, ChaptersView(chapters))


def _address(publication: Publication, voice: Voice, name: str) -> str:
    page = voice.addresses.publication(publication, voice.tag)
    return voice.addresses.beside(page, name)


def player_of(publication: Publication, voice: Voice) -> Player | None:
    """Return the player of a recording, None where the office does not allow its host."""
    recording = recording_of(publication.facts)
    found = playable(recording) if recording else None
    if found is None or found.host not in voice.site.office.card.video_hosts:
        return None
    start = "?autoplay=1" if found.form is PlayerForm.FRAME else ""
    poster = None if found.form is PlayerForm.AUDIO else _poster(publication, voice)
    return Player(found.form.value, f"{found.address}{start}", found.host, poster)


def _poster(publication: Publication, voice: Voice) -> tuple[str, int, int] | None:
    """Return what other sites show of a publication: no host of players is asked for a picture."""
    edition = publication.edition(voice.tag)
    if edition is None:
        return None
    card = card_of_publication(publication, edition, voice)
    return card.image.removeprefix(voice.host), card.width, card.height
