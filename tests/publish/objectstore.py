"""A stand-in for object storage: the questions of S3 that rclone asks, answered from memory.

It takes what is signed with its key and what has the digest that it says it has, and nothing else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

KEY = "tellal-test"
NOWHERE = "http://s3.amazonaws.com/doc/2006-03-01/"
PAGE = 1000


class Store(ThreadingHTTPServer):
    """What lies in the buckets, and what was done to it, in order."""

    def __init__(self) -> None:
        """Serve on a free port of this machine."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.files: dict[str, bytes] = {}
        self.heads: dict[str, dict[str, str]] = {}
        self.done: list[tuple[str, str]] = []
        self.lock = Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def of(self, prefix: str) -> dict[str, bytes]:
        """Return what lies below a folder, by the rest of its name."""
        with self.lock:
            there = [name for name in self.files if name.startswith(prefix)]
            return {name.removeprefix(prefix): self.files[name] for name in there}


class Handler(BaseHTTPRequestHandler):
    """Answers one question."""

    protocol_version = "HTTP/1.1"
    server: Store

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Give a file, or the list of a bucket."""
        name, asked = self._asked()
        if "/" not in name:
            self._answer(200, self._listed(name, asked))
        elif name in self.server.files:
            self._answer(200, self.server.files[name], self._head(name))
        else:
            self._answer(404, f'<Error xmlns="{NOWHERE}"><Code>NoSuchKey</Code></Error>'.encode())

    def do_HEAD(self) -> None:
        """Tell of a file or a bucket."""
        name, _ = self._asked()
        if "/" not in name:
            self._answer(200)
        elif name in self.server.files:
            self._answer(200, b"", {**self._head(name), "Content-Length": self._size(name)})
        else:
            self._answer(404)

    def do_PUT(self) -> None:
        """Take a file, or make a bucket."""
        name, _ = self._asked()
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        stated = self.headers.get("x-amz-content-sha256", "")
        if f"Credential={KEY}/" not in self.headers.get("Authorization", ""):
            self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
        elif len(stated) == 64 and hashlib.sha256(data).hexdigest() != stated:
            self._answer(400, b"<Error><Code>XAmzContentSHA256Mismatch</Code></Error>")
        else:
            if "/" in name:
                self._take(name, data)
            self._answer(200, b"", {"ETag": f'"{_md5(data)}"'})

    def do_DELETE(self) -> None:
        """Take a file away."""
        name, _ = self._asked()
        with self.server.lock:
            self.server.files.pop(name, None)
            self.server.done.append(("delete", name))
        self._answer(204)

    def _take(self, name: str, data: bytes) -> None:
        heads = {k: v for k, v in self.headers.items() if k.lower().startswith("x-amz-meta-")}
        with self.server.lock:
            self.server.files[name] = data
            self.server.heads[name] = heads
            self.server.done.append(("put", name))

    def _asked(self) -> tuple[str, dict[str, str]]:
        parts = urlsplit(self.path)
        query = parse_qs(parts.query, keep_blank_values=True)
        return unquote(parts.path).strip("/"), {key: values[0] for key, values in query.items()}

    def _head(self, name: str) -> dict[str, str]:
        made = {
            "ETag": f'"{_md5(self.server.files[name])}"',
            "Last-Modified": formatdate(0, False, True),
        }
        return {**made, **self.server.heads[name]}

    def _size(self, name: str) -> str:
        return str(len(self.server.files[name]))

    def _listed(self, bucket: str, asked: dict[str, str]) -> bytes:
        """Return a page of the list of a bucket, as the second version of that question has it."""
        prefix, after = asked.get("prefix", ""), asked.get("continuation-token", "")
        after = after or asked.get("marker", "") or asked.get("start-after", "")
        delimiter = asked.get("delimiter", "")
        keys = sorted(self.server.of(f"{bucket}/"))
        found, folders = [], set()
        for key in (k for k in keys if k.startswith(prefix) and k > after):
            rest = key.removeprefix(prefix)
            if delimiter and delimiter in rest:
                folders.add(prefix + rest.partition(delimiter)[0] + delimiter)
            else:
                found.append(key)
        whole, found = len(found) <= PAGE, found[:PAGE]
        lines = [self._line(bucket, key) for key in found]
        lines += [
            f"<CommonPrefixes><Prefix>{escape(f)}</Prefix></CommonPrefixes>"
            for f in sorted(folders)
        ]
        more = (
            "" if whole else f"<NextContinuationToken>{escape(found[-1])}</NextContinuationToken>"
        )
        head = f"<Name>{bucket}</Name><IsTruncated>{str(not whole).lower()}</IsTruncated>{more}"
        inside = head + "".join(lines)
        return f'<ListBucketResult xmlns="{NOWHERE}">{inside}</ListBucketResult>'.encode()

    def _line(self, bucket: str, key: str) -> str:
        data = self.server.files[f"{bucket}/{key}"]
        return (
            f"<Contents><Key>{escape(key)}</Key><Size>{len(data)}</Size>"
            f"<LastModified>1970-01-01T00:00:00.000Z</LastModified>"
            f"<ETag>&quot;{_md5(data)}&quot;</ETag></Contents>"
        )

    def _answer(self, status: int, body: bytes = b"", more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for key, value in {"Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(key, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _md5(data: bytes) -> str:
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


@contextmanager
def object_store() -> Iterator[Store]:
    """Give a store that answers until its user is done."""
    store = Store()
    thread = Thread(target=store.serve_forever, daemon=True)
    thread.start()
    yield store
    store.shutdown()
    store.server_close()
    thread.join()
