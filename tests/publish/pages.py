"""The page of an office on Facebook, standing on this machine."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from tellal.publish.graph import VERSION
from tests.publish.standins import Heard

TOKEN = "EAAB-fshehte"
NUMBER = "1020304050"


def error(code: int, message: str = "Jo") -> bytes:
    return json.dumps({"error": {"message": message, "code": code}}).encode()


@dataclass
class FacebookPage:
    """Keeps what is posted, and tells it. `hindered` is what a post meets instead, once each.

    A post that meets silence (0) stands there; one that meets a refusal does not.
    """

    posts: list[dict[str, str]] = field(default_factory=list)
    hindered: list[tuple[int, bytes]] = field(default_factory=list)
    mute: bool = False

    @property
    def texts(self) -> list[str]:
        return [post["message"] for post in self.posts]

    def reply(self, heard: Heard) -> tuple[int, bytes]:
        if heard.token != f"Bearer {TOKEN}":
            return 400, error(190, f"Error validating access token {heard.token}")
        edge = heard.path.removeprefix(f"/{VERSION}/{NUMBER}/")
        if heard.method == "GET":
            return self._told(heard) if edge == "feed" and not self.mute else (500, error(2))
        status, body = self.hindered.pop(0) if self.hindered else (200, b"")
        if status not in (0, 200):
            return status, body
        text = {"feed": "message", "photos": "caption"}[edge]
        self.posts.insert(0, {"id": f"{NUMBER}_{len(self.posts)}", "message": heard.one(text)})
        told = {"feed": {"id": "id"}, "photos": {"post_id": "id", "id": "photo"}}[edge]
        answer = {key: self.posts[0].get(value, value) for key, value in told.items()}
        return status, json.dumps(answer).encode()

    def _told(self, heard: Heard) -> tuple[int, bytes]:
        """Tell two posts at a time."""
        at = int((heard.all("after") or ["0"])[0])
        paging = {"cursors": {"after": str(at + 2)}}
        more = {"next": "https://…"} if at + 2 < len(self.posts) else {}
        return 200, json.dumps({"data": self.posts[at : at + 2], "paging": paging | more}).encode()
