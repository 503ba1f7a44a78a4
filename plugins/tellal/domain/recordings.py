"""Recordings: where a second of one is found, and how its player is called.

What an address is follows from its form alone; nobody is asked, and nothing is loaded.
"""

from __future__ import annotations

import re
from enum import Enum
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from tellal.domain.facts.acts import Session
from tellal.domain.facts.press import Gathering
from tellal.domain.swift_dataclasses import dataclass

YOUTUBE = ("youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be")
YOUTUBE_PLAYER = "www.youtube-nocookie.com"
PEERTUBE = re.compile(r"/(?:w|videos/watch)/([A-Za-z0-9-]+)/?$")
YOUTUBE_ID = re.compile(r"/(?:live/|embed/|shorts/)?([A-Za-z0-9_-]{6,})/?$")
MEDIA = {"mp4": "video", "webm": "video", "ogv": "video", "mp3": "audio", "ogg": "audio"}


class PlayerForm(Enum):
    """What plays a recording on a page."""

    FRAME = "frame"
    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Playable:
    """A recording that can be played on a page; `host` is who is asked for it."""

    form: PlayerForm
    address: str
    host: str


def recording_of(facts: object) -> str | None:
    """Return the address of the recording: the public one, the office's own, or the broadcast."""
    match facts:
        case Session(streams=streams) if streams is not None:
            return streams.recording or streams.archive or streams.youtube
        case Gathering(recording=recording):
            return recording
    return None


def at_second(url: str, second: int) -> str:
    """Return the address of a second of a recording.

    >>> at_second("https://www.youtube.com/watch?v=abcdefg", 123)
    'https://www.youtube.com/watch?v=abcdefg&t=123s'
    >>> at_second("https://youtu.be/abcdefg", 123)
    'https://youtu.be/abcdefg?t=123'
    >>> at_second("https://video.example/w/8xK1", 123)
    'https://video.example/w/8xK1?start=123'
    >>> at_second("https://host.example/2019/session.mp4", 123)
    'https://host.example/2019/session.mp4#t=123'
    """
    parts = urlsplit(url)
    if parts.hostname == "youtu.be":
        return _asked(parts, "t", f"{second}")
    if parts.hostname in YOUTUBE:
        return _asked(parts, "t", f"{second}s")
    if PEERTUBE.search(parts.path):
        return _asked(parts, "start", f"{second}")
    return parts._replace(fragment=f"t={second}").geturl()


def _asked(parts: SplitResult, key: str, value: str) -> str:
    """Return an address with one answer in its query, instead of any that stood there."""
    others = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k != key]
    return parts._replace(query=urlencode([*others, (key, value)])).geturl()


def playable(url: str) -> Playable | None:
    """Return how a recording is played on a page, None for an address of no known form.

    >>> playable("https://youtu.be/abcdefg").address
    'https://www.youtube-nocookie.com/embed/abcdefg'
    """
    parts = urlsplit(url)
    host = parts.netloc
    if parts.hostname in YOUTUBE:
        name = dict(parse_qsl(parts.query)).get("v", "")
        found = YOUTUBE_ID.search(f"/{name}" if name else parts.path)
        address = f"https://{YOUTUBE_PLAYER}/embed/{found[1]}" if found else ""
        return Playable(PlayerForm.FRAME, address, YOUTUBE_PLAYER) if found else None
    if found := PEERTUBE.search(parts.path):
        address = f"{parts.scheme}://{host}/videos/embed/{found[1]}"
        return Playable(PlayerForm.FRAME, address, host)
    form = MEDIA.get(parts.path.rpartition(".")[2].lower())
    return Playable(PlayerForm(form), url, host) if form else None
