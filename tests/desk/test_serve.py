"""The site on this machine: it shows what was built, and reloads what was edited."""

from __future__ import annotations

import queue
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from shutil import copytree

import pytest

from tellal.desk.serve import EVENTS, HOST, RELOAD, SCRIPT, Rebuilds, serve, server
from tests.desks import BORA, RELEASE, TELLAL, TIMEOUT, furnish_with_a_release, world_of
from tests.golden.accept import ROOT

HEARTBEATS = 20
PATIENCE = 30
"""Seconds of silence after which a change is thought to have been missed."""

PAGE = "<!doctype html><html><head><title>Ballina</title></head><body>Mirë se erdhët</body></html>"


# --- the server alone ---


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a site of two pages and a sheet."""
    for name in ("index.html", "sq/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE, "utf-8")
    (tmp_path / "site.css").write_text("</head>", "utf-8")
    return tmp_path


@contextmanager
def served(output: Path, rebuilds: Rebuilds | None = None) -> Iterator[HTTPConnection]:
    """Serve a folder, and yield who asks for its files."""
    serving = server(output, 0, rebuilds)
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    connection = HTTPConnection(HOST, serving.server_address[1], timeout=TIMEOUT)
    try:
        yield connection
    finally:
        connection.close()
        serving.shutdown()
        serving.server_close()
        thread.join()


def ask(connection: HTTPConnection, path: str) -> tuple[HTTPResponse, str]:
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer, answer.read().decode()


@pytest.mark.parametrize("path", ["/", "/index.html", "/sq/", "/sq/?x=1"])
def test_page_is_shown_as_it_was_built(output: Path, path: str) -> None:
    with served(output) as connection:
        answer, page = ask(connection, path)

    assert (answer.status, page) == (200, PAGE)
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/index.html", "/sq/", "/sq/?x=1"])
def test_page_waits_for_rebuilds_only_where_there_will_be_any(output: Path, path: str) -> None:
    with served(output, Rebuilds()) as connection:
        answer, page = ask(connection, path)

    assert page == PAGE.replace("</head>", f'<script src="{SCRIPT}" defer></script></head>')
    assert answer.headers["Content-Length"] == str(len(page.encode()))
    assert (output / "sq/index.html").read_text("utf-8") == PAGE


def test_script_that_reloads_is_there_only_where_there_are_rebuilds(output: Path) -> None:
    with served(output, Rebuilds()) as connection:
        answer, script = ask(connection, SCRIPT)
        assert (answer.status, script) == (200, RELOAD)
        assert answer.headers["Content-Type"] == "text/javascript"
    with served(output) as connection:
        assert ask(connection, SCRIPT)[0].status == 404
        assert ask(connection, EVENTS)[0].status == 404


def test_other_files_are_served_as_they_are(output: Path) -> None:
    with served(output, Rebuilds()) as connection:
        answer, sheet = ask(connection, "/site.css")

    assert (answer.headers["Content-Type"], sheet) == ("text/css", "</head>")


def test_address_without_its_last_stroke_leads_to_the_page_and_an_unknown_one_nowhere(
    output: Path,
) -> None:
    with served(output, Rebuilds()) as connection:
        moved, _ = ask(connection, "/sq")
        unknown, _ = ask(connection, "/nowhere/")

    assert (moved.status, moved.headers["Location"]) == (301, "/sq/")
    assert unknown.status == 404


def test_only_this_machine_is_served(output: Path) -> None:
    serving = server(output, 0)
    serving.server_close()

    assert serving.server_address[0] == "127.0.0.1"


def test_port_that_is_taken_is_told_in_a_sentence(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    serving = server(output, 0)
    port = int(serving.server_address[1])
    try:
        assert serve(output, port, "en") == 1
        assert serve(output, 99_999, "en") == 1
    finally:
        serving.server_close()

    assert capsys.readouterr().err.splitlines() == [
        f"Port {port} is taken. Choose another one with --port.",
        "Port 99999 is taken. Choose another one with --port.",
    ]


def test_everybody_who_waits_is_told_of_a_rebuild(output: Path) -> None:
    rebuilds = Rebuilds()
    with served(output, rebuilds) as one, served(output, rebuilds) as other:
        streams = []
        for connection in (one, other):
            connection.request("GET", EVENTS)
            streams.append(connection.getresponse())
        rebuilds.tell()

        for stream in streams:
            assert stream.headers["Content-Type"] == "text/event-stream"
            assert stream.readline() == b"data: rebuilt\n"


# --- the whole: watch, rebuild, reload ---


class Serving:
    """`python -m tellal serve`, as it runs in the folder of an office."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk
        self.lines: queue.Queue[str] = queue.Queue()
        self.process = subprocess.Popen(
            [*TELLAL, "serve", "--port", "0", "--as-of", "2026-03-31T12:00", "--language", "en"],
            cwd=desk,
            env=world_of(PYTHONUNBUFFERED="1"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.reader = threading.Thread(target=self._read)
        self.reader.start()
        where = self.line("The site is at http://localhost:")
        self.port = int(where.split("localhost:")[1].split()[0])

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.lines.put(line)

    def line(self, part: str, patience: float = TIMEOUT) -> str:
        """Return the next line that holds a part. Raises Empty after seconds of silence."""
        while True:
            line = self.lines.get(timeout=patience)
            if part in line:
                return line

    def told_after(self, file: Path, text: str, part: str) -> None:
        """Save a file, and wait for a line that holds a part; save again if nothing is heard."""
        file.write_text(text, "utf-8")
        for _ in range(TIMEOUT // PATIENCE):
            try:
                self.line(part, PATIENCE)
            except queue.Empty:
                file.touch()
            else:
                return
        pytest.fail(f"{part} was never said")

    def page(self, path: str) -> str:
        connection = HTTPConnection(HOST, self.port, timeout=TIMEOUT)
        _, page = ask(connection, f"/{path}")
        connection.close()
        return page

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(TIMEOUT)
        self.reader.join()
        return code


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    desk = furnish_with_a_release(tmp_path / "desk")
    (desk / "theme").unlink()
    copytree(ROOT / "theme", desk / "theme")
    running = Serving(desk)
    yield running
    running.end()


def test_edit_is_rebuilt_and_the_browser_is_told(serving: Serving) -> None:
    stream = HTTPConnection(HOST, serving.port, timeout=TIMEOUT)
    stream.request("GET", EVENTS)
    events = stream.getresponse()
    text = serving.desk / "content/releases/2026/03-12-bora/index.sq.md"
    assert "Teksti." in serving.page(BORA)

    text.write_text(RELEASE.replace("Teksti.", "Teksti i ri."), "utf-8")
    for _ in range(HEARTBEATS):
        if events.readline() == b"data: rebuilt\n":
            break
        text.touch()  # a heartbeat alone: the machine was too busy to watch yet
    else:
        pytest.fail("the browser was never told")
    stream.close()

    page = serving.page(BORA)
    assert "Teksti i ri." in page
    assert SCRIPT in page
    assert SCRIPT not in (serving.desk / "output" / BORA).read_text("utf-8")


def test_findings_and_a_broken_template_keep_the_last_site_until_they_are_mended(
    serving: Serving,
) -> None:
    text = serving.desk / "content/releases/2026/03-12-bora/index.sq.md"
    template = serving.desk / "theme/templates/pages/release.html"
    whole = template.read_text("utf-8")

    serving.told_after(text, "---\ntitel: Bora\n---\n\nTeksti i ri.\n", "[header-unknown]")
    assert "Teksti." in serving.page(BORA)
    serving.told_after(text, RELEASE.replace("Teksti.", "Teksti i ri."), "The site as of")
    assert "Teksti i ri." in serving.page(BORA)

    serving.told_after(template, whole + "{% endfor %}", "TemplateSyntaxError")
    assert "Teksti i ri." in serving.page(BORA)
    serving.told_after(template, whole + "{# e re #}\n", "The site as of")


def test_serving_ends_when_it_is_interrupted(serving: Serving) -> None:
    serving.process.send_signal(signal.SIGINT)

    assert serving.process.wait(TIMEOUT) == 0
