"""Settings -> what is posted on the page that the office has elsewhere, and how one gets there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tellal.domain.facts import KINDS
from tellal.domain.findings import WrongAnswer
from tellal.publish.graph import API, Page

BAD_KIND = 'PUBLISH_POSTS: there is no kind "{kind}". These are there: {known}.'
BAD_PAGE = 'PUBLISH_FACEBOOK_PAGE: "{page}" is no page. Write its number, like "102030405060".'
BAD_API = 'PUBLISH_FACEBOOK_API: "{api}" is no address that begins with https://.'
BAD_TOKEN = "TELLAL_FACEBOOK_TOKEN is no token. Copy it again, letters and digits only."
TOKEN = re.compile(r"[A-Za-z0-9._|~+/=-]+")
PAGE = re.compile(r"[A-Za-z0-9.]+")
SAFE = re.compile(r"https://[^\s?#]+|http://127\.0\.0\.1:[0-9]+")
"""No token goes over a line that others can read."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is posted: which kinds; in all languages at once, or each by itself. `page` is where."""

    kinds: tuple[str, ...] = ()
    together: bool = True
    page: str | None = None
    api: str = API

    def door(self, token: str | None) -> Page | None:
        """Return the way to the page, None where none is named, or nobody may post.

        Raises WrongAnswer for what cannot be a token, without saying it.
        """
        if not (self.page and token):
            return None
        if not TOKEN.fullmatch(token.strip()):
            raise WrongAnswer(BAD_TOKEN)
        return Page(self.page, token.strip(), self.api)


def elsewhere_from(values: Mapping[str, Any]) -> Elsewhere:
    """Return what is posted, of the values in a settings file. Raises WrongAnswer."""
    names = {kind.name for kind in KINDS}
    kinds = tuple(map(str, values.get("PUBLISH_POSTS", ())))
    for kind in kinds:
        if kind not in names:
            raise WrongAnswer(BAD_KIND, kind=kind, known=", ".join(sorted(names)))
    page = values.get("PUBLISH_FACEBOOK_PAGE")
    if page is not None and not PAGE.fullmatch(str(page)):
        raise WrongAnswer(BAD_PAGE, page=page)
    api = str(values.get("PUBLISH_FACEBOOK_API", API)).rstrip("/")
    if not SAFE.fullmatch(api):
        raise WrongAnswer(BAD_API, api=api)
    together = bool(values.get("PUBLISH_POSTS_TOGETHER", True))
    return Elsewhere(kinds, together, None if page is None else str(page), api)
