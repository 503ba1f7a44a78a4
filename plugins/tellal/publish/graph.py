"""The office's page on Facebook, by the Graph API: what stands there, and a post more.

The token is only ever in the head of a request, never in an address, a message or a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tellal.publish.posts import Post
from tellal.publish.web import Answer, Silence, ask

API = "https://graph.facebook.com"
VERSION = "v25.0"
AT_ONCE, SIGHT = 100, 20
"""How many posts one answer has, and how many answers are asked for."""
FOR_ALL = frozenset((4, 10, 17, 32, 102, 190, 341, 368, 613, *range(200, 300)))
"""Errors that the next post would meet too: the token, a permission, a limit."""
MAYBE = frozenset((1, 2))
"""Errors over there, after which a post may stand there all the same."""
THERE_ALREADY = 506
"""The error for a text that was posted just now."""
CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


class Declined(Exception):
    """They said no, so nothing was posted. `for_all`: and would to anything else."""

    def __init__(self, reason: str, for_all: bool) -> None:
        """Keep why."""
        super().__init__(reason)
        self.reason, self.for_all = reason, for_all


@dataclass(frozen=True, slots=True)
class Page:
    """A page, by its number or name over there; `api` is the address of the Graph API."""

    name: str
    token: str = field(repr=False)
    api: str = API

    def texts(self, since: int) -> Iterator[tuple[str, str]]:
        """Yield number and text of all that was posted since a moment. Raises Declined, Silence.

        Whoever cannot be told everything is told nothing.
        """
        wanted = {"fields": "id,message,created_time", "limit": str(AT_ONCE), "since": str(since)}
        for _ in range(SIGHT):
            told = self._told(ask(f"{self._at('feed')}?{urlencode(wanted)}", token=self.token))
            for one in told.get("data", ()):
                yield str(one.get("id", "")), str(one.get("message", ""))
            further = told.get("paging") or {}
            if "next" not in further:
                return
            wanted["after"] = str((further.get("cursors") or {}).get("after", ""))
            if not wanted["after"]:
                break
        raise Declined("too many posts to look through", for_all=True)

    def post(self, post: Post) -> str:
        """Post something; return its number over there. Raises Declined, and Silence.

        With a picture it is a photo with its text, else a text with a link, in one request.
        """
        if post.picture:
            fields = {"url": post.picture, "caption": post.text, "alt_text_custom": post.alt}
            edge = "photos"
        else:
            fields, edge = {"message": post.text, "link": post.link}, "feed"
        given = ((name, text) for name, text in fields.items() if text)
        told = self._told(ask(self._at(edge), given, self.token))
        if number := told.get("post_id") or told.get("id"):
            return str(number)
        raise Silence("an answer without a number", may_be_heard=True)

    def _at(self, edge: str) -> str:
        return f"{self.api}/{VERSION}/{self.name}/{edge}"

    def _told(self, answer: Answer) -> dict[str, Any]:
        """Return what an answer says. Raises Declined for a no, Silence for what may be a yes."""
        try:
            told = json.loads(answer.body)
        except (ValueError, RecursionError):
            told = None
        if answer.is_well and isinstance(told, dict) and "error" not in told:
            return told
        error = told.get("error") if isinstance(told, dict) else None
        if not isinstance(error, dict):
            error = {}
        code = error.get("code")
        reason = self._spoken(f"{error.get('message') or 'HTTP'} ({code or answer.status})")
        if code == THERE_ALREADY or code in MAYBE or answer.status >= 500 or answer.is_well:
            raise Silence(reason, may_be_heard=True)
        raise Declined(reason, code in FOR_ALL)

    def _spoken(self, text: str) -> str:
        """Return what a terminal and a file may show of what they say."""
        return re.sub(r" +", " ", text.replace(self.token, "…").translate(CONTROLS))[:300]
