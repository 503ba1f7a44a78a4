"""output/ -> browser: a server for this machine alone, which reloads what was rebuilt."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tellal.desk.speech import print_answer, print_findings, sentence
from tellal.domain.findings import Refused, WrongAnswer
from tellal.settings import Settings

HOST = "127.0.0.1"
WHERE = "The site is at {url} (Ctrl+C ends it)."
TAKEN = "Port {port} is taken. Choose another one with --port."
EVENTS = "/.tellal/events"
SCRIPT = "/.tellal/reload.js"
RELOAD = f"new EventSource('{EVENTS}').onmessage = () => location.reload();\n"
HEARTBEAT = 15
QUIET = 1000
"""Milliseconds after which nothing more is expected to change."""


class Rebuilds:
    """Counts rebuilds; whoever waits is woken by the next one. One is `building` at a time."""

    def __init__(self) -> None:
        """Begin with none."""
        self.count = 0
        self.changed = threading.Condition()
        self.building = threading.Lock()

    def tell(self) -> None:
        """Wake everybody who waits."""
        with self.changed:
            self.count += 1
            self.changed.notify_all()

    def wait(self, seen: int) -> int:
        """Return the count once it is beyond `seen`, or as it is after some seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.count > seen, HEARTBEAT)
            return self.count


class Handler(SimpleHTTPRequestHandler):
    """Serves the output; with `rebuilds`, pages load a script that waits for the next one."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, rebuilds: Rebuilds | None, directory: str) -> None:
        """Serve one request."""
        self.rebuilds = rebuilds
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, the reload script, or the stream of rebuilds."""
        if self.rebuilds and self.path == EVENTS:
            self._events(self.rebuilds)
        elif self.rebuilds and self.path == SCRIPT:
            self._send(RELOAD.encode(), "text/javascript")
        elif self.rebuilds and (file := self._page()):
            tag = f'<script src="{SCRIPT}" defer></script></head>'
            html = file.read_text("utf-8").replace("</head>", tag, 1)
            self._send(html.encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Return the file of an address; none has a zero byte in its name."""
        return super().translate_path(path).replace("\0", "")

    def end_headers(self) -> None:
        """Keep browsers from showing what was before."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def _page(self) -> Path | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file = file / "index.html"
        return file if file.suffix == ".html" and file.is_file() else None

    def _send(self, data: bytes, media_type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _events(self, rebuilds: Rebuilds) -> None:
        seen = rebuilds.count
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                count = rebuilds.wait(seen)
                self.wfile.write(b"data: rebuilt\n\n" if count > seen else b": still here\n\n")
                self.wfile.flush()
                seen = count
        except OSError:
            return  # the browser has gone


def server(output: Path, port: int, rebuilds: Rebuilds | None = None) -> ThreadingHTTPServer:
    """Return a server of a folder on this machine alone. Raises OSError where the port is taken."""
    handler = partial(Handler, rebuilds=rebuilds, directory=str(output))
    serving = ThreadingHTTPServer((HOST, port), handler)
    serving.daemon_threads = True
    return serving


def serve(output: Path, port: int, language: str, rebuilds: Rebuilds | None = None) -> int:
    """Serve until interrupted, having said where."""
    try:
        serving = server(output, port, rebuilds)
    except (OSError, OverflowError):  # a port beyond 65535 is no more to be had
        print(sentence(TAKEN, language, port=port), file=sys.stderr)
        return 1
    url = f"http://localhost:{serving.server_address[1]}"
    with serving:
        try:
            print(sentence(WHERE, language, url=url), flush=True)
            serving.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


Build = Callable[[Sequence[Path] | None], object]
"""Builds, having looked at some files only, or at everything."""


def serve_and_watch(settings: Settings, build: Build, port: int, language: str) -> int:
    """Build, serve, and on every change build again; findings are printed, the last site stays."""
    import watchfiles  # noqa: F401 - here, so that the thread begins to watch at once

    rebuilds = Rebuilds()
    watcher = threading.Thread(
        target=_watch, args=(settings, build, language, rebuilds), daemon=True
    )
    with rebuilds.building:
        if settings.content.is_dir() and settings.theme.is_dir():
            watcher.start()  # before the first build, so that no change during it is missed
        rebuild(settings, build, language, None)
    settings.output.mkdir(parents=True, exist_ok=True)
    return serve(settings.output, port, language, rebuilds)


def _watch(settings: Settings, build: Build, language: str, rebuilds: Rebuilds) -> None:
    """Build on every change with what changed; when all is quiet again, look at everything once."""
    from watchfiles import watch

    quiet = True
    for changed in watch(
        settings.content,
        settings.theme,
        debounce=50,
        step=10,
        rust_timeout=QUIET,
        yield_on_timeout=True,
    ):
        if not changed and quiet:
            continue
        quiet = not changed
        files = [Path(path) for _, path in sorted(changed)] or None
        try:
            with rebuilds.building:
                done = rebuild(settings, build, language, files)
        except Exception:  # a half-saved template, say: the next change may mend it
            traceback.print_exc()
        else:
            if done and changed:
                rebuilds.tell()


def rebuild(settings: Settings, build: Build, language: str, files: Sequence[Path] | None) -> bool:
    """Build, having looked at some files or at everything; return whether it was not refused."""
    try:
        build(files)
    except Refused as refusal:
        print_findings(refusal, settings.content, language)
        return False
    except WrongAnswer as wrong:
        print_answer(wrong, language)
        return False
    return True
