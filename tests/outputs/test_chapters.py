"""The track of chapters is WebVTT, and the list is what platforms read under a video."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from tellal.outputs.chapters import render_chapter_list, render_webvtt
from tellal.pages.views import Chapter, ChaptersView

STAMP = re.compile(r"(\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3})")
titles = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40)


def webvtt(text: str) -> list[tuple[float, float, str]]:
    """Return the cues of a track, read as the standard has it: blocks between empty lines."""
    head, *blocks = text.rstrip("\n").split("\n\n")
    assert head == "WEBVTT"
    cues = []
    for block in blocks:
        name, timing, words = block.split("\n")
        starts, arrow, ends = timing.partition(" --> ")
        assert arrow
        assert name.isdigit()
        assert "-->" not in words
        assert not re.search(r"<|&(?!amp;|lt;|gt;)", words)
        cues.append((_seconds(starts), _seconds(ends), unescape(words)))
    return cues


def _seconds(stamp: str) -> float:
    match = STAMP.fullmatch(stamp)
    assert match
    hours, minutes, seconds, thousandths = map(int, match.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


@given(st.lists(st.tuples(st.integers(1, 9000), titles), min_size=1, max_size=8))
def test_track_parses_and_holds_each_chapter_whatever_its_title(
    drawn: list[tuple[int, str]],
) -> None:
    starts = 0
    chapters = []
    for length, title in drawn:
        chapters.append(Chapter(starts, starts + length, title))
        starts += length
    cues = webvtt(render_webvtt(ChaptersView(tuple(chapters))))

    assert [(one.starts, one.ends) for one in chapters] == [cue[:2] for cue in cues]
    for chapter, (_, _, words) in zip(chapters, cues, strict=True):
        assert words == " ".join(chapter.title.split())


def test_list_begins_at_zero_and_says_hours_only_where_there_are_any() -> None:
    view = ChaptersView(
        (Chapter(0, 65, "Fillimi"), Chapter(65, 3723, "1. Pika"), Chapter(3723, 9999, "2. Tjetra"))
    )

    assert render_chapter_list(view) == "0:00 Fillimi\n1:05 1. Pika\n1:02:03 2. Tjetra\n"
