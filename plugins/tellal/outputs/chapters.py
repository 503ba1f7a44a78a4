"""ChaptersView -> WebVTT for players, and the list that platforms read under a video."""

from __future__ import annotations

from tellal.pages.chapters import chapter_lines, one_line
from tellal.pages.views import ChaptersView


def render_webvtt(view: ChaptersView) -> str:
    """Return the chapters as a track for players."""
    cues = (
        f"{number}\n{_stamp(chapter.starts)} --> {_stamp(chapter.ends)}\n{_cue(chapter.title)}\n"
        for number, chapter in enumerate(view.chapters, 1)
    )
    return "\n".join(("WEBVTT\n", *cues))


def render_chapter_list(view: ChaptersView) -> str:
    """Return the chapters as lines of text."""
    return f"{chapter_lines(view.chapters)}\n"


def _stamp(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours:02}:{rest // 60:02}:{rest % 60:02}.000"


def _cue(text: str) -> str:
    return one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
