"""Machines of others, standing on this one: they note what they hear, and answer as they shall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl

Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Heard:
    """A request: how, where, what, and with which token."""

    method: str
    path: str
    fields: Fields
    token: str

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.fields if key == name]

    def one(self, name: str) -> str:
        (value,) = self.all(name)
        return value


Reply = Callable[[Heard], tuple[int, bytes]]


@dataclass
class StandIn:
    """A server that answers with `reply`, which may be changed at any time."""

    reply: Reply = lambda heard: (202, b"")
    heard: list[Heard] = field(default_factory=list)
    url: str = ""


@contextmanager
def standing_in(reply: Reply) -> Iterator[StandIn]:
    """Give a server on this machine."""
    known = StandIn(reply)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer("GET", parse_qsl(self.path.partition("?")[2], keep_blank_values=True))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer("POST", parse_qsl(body, keep_blank_values=True))

        def _answer(self, method: str, fields: Fields) -> None:
            token = self.headers.get("Authorization", "")
            known.heard.append(Heard(method, self.path.partition("?")[0], fields, token))
            status, body = known.reply(known.heard[-1])
            if not status:  # silence: the line is cut
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
