"""A question to somebody else's machine -> the answer, or why there is none."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.error import HTTPError
    from urllib.request import Request

SECONDS = 15.0
"""How long we wait for a sign of life."""
PATIENCE = 4
"""How many times as long we wait for the end."""
ENOUGH = 4_000_000
"""Bytes of an answer that are read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: the status of HTTP, and the bytes."""

    status: int
    body: bytes

    @property
    def is_well(self) -> bool:
        """Return whether it was done."""
        return 200 <= self.status < 300


class Silence(Exception):
    """Nobody answered, for a `reason`. `may_be_heard`: the question may have arrived."""

    def __init__(self, reason: str, may_be_heard: bool) -> None:
        """Keep why."""
        super().__init__(reason)
        self.reason, self.may_be_heard = reason, may_be_heard


def ask(
    url: str,
    fields: Iterable[tuple[str, str]] | None = None,
    token: str | None = None,
    seconds: float = SECONDS,
) -> Answer:
    """Return the answer to a GET, or with `fields` to a POST of a form. Raises Silence.

    Nobody is followed to another address. `token` goes in a head, so that no address holds it.
    """
    from urllib.parse import urlencode
    from urllib.request import Request

    data = None if fields is None else urlencode(list(fields)).encode()
    heads = {"User-Agent": "Tellal"} | ({"Authorization": f"Bearer {token}"} if token else {})
    try:
        return _answer(Request(url, data, heads), seconds)
    except ValueError as error:  # what it says may be what nobody shall read
        raise Silence(type(error).__name__, may_be_heard=False) from None
    except OSError as error:
        reason = getattr(error, "reason", error)
        raise Silence(_said(reason), not _never_left(reason)) from None


def _answer(request: Request, seconds: float) -> Answer:
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import HTTPRedirectHandler, build_opener

    class Stay(HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            """Go nowhere: what we send is for the machine that was named."""

    try:
        try:
            response = build_opener(Stay).open(request, timeout=seconds)
        except HTTPError as error:
            response = error
        with response:
            return Answer(response.status, _body(response, time.monotonic() + PATIENCE * seconds))
    except HTTPException as error:
        raise OSError(0, type(error).__name__) from None


def _body(response: HTTPResponse | HTTPError, until: float) -> bytes:
    """Return what is answered. Raises TimeoutError for what comes drop by drop, without an end."""
    body = b""
    while len(body) < ENOUGH and (more := response.read1(65_536)):
        body += more
        if time.monotonic() > until:
            raise TimeoutError(0, "the answer has no end")
    return body


def _never_left(reason: object) -> bool:
    """Return whether nobody can have heard the question."""
    import ssl

    return isinstance(
        reason, ConnectionRefusedError | socket.gaierror | ssl.SSLCertVerificationError
    )


def _said(reason: object) -> str:
    text = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return " ".join(str(text).split())[:200]
