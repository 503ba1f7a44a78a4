"""A folder of a site -> what opens it as a cheap telephone: a server that packs, a slow line.

The telephone is Lighthouse's for mobile pages: 150 ms to the host and back, 1.6 Mbit/s, a processor
four times slower. `LINE` holds for a request over a connection that is open already. `COLD_LINE` is
what Lighthouse gives to DevTools for the same telephone: each request costs 3.75 such trips, as if
it had to find the host and to open a connection, and a tenth of the line is lost on the way.
Source: core/config/constants.js of Lighthouse, `mobileSlow4G`.
"""

from __future__ import annotations

import gzip
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from playwright.sync_api import CDPSession

from tests.browser.tools import QuietHandler, serve

SLOWER: Final = 4
PACKED: Final = (".html", ".css", ".js", ".svg", ".json", ".xml", ".webmanifest")


@dataclass(frozen=True, slots=True)
class Line:
    """Milliseconds until an answer begins; kilobits a second to the telephone, and from it."""

    latency: float
    down: float
    up: float


LINE: Final = Line(150, 1638.4, 750)
COLD_LINE: Final = Line(150 * 3.75, 1638.4 * 0.9, 750 * 0.9)


class Packing(QuietHandler):
    """Serves a folder as a web server does: texts as gzip, over one connection."""

    protocol_version = "HTTP/1.1"

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, as far as the browser still wants it."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the packed file, where it is a text."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or file.suffix not in PACKED:
            return super().send_head()
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", self.date_time_string(file.stat().st_mtime))
        self.end_headers()
        return BytesIO(data)


def packed(folder: Path) -> AbstractContextManager[str]:
    """Serve a folder on this machine alone; give its address, which ends without a slash."""
    return serve(folder, Packing)


def slowed(session: CDPSession, line: Line) -> list[int]:
    """Make the browser a telephone; return the list that will hold the bytes of each answer."""
    sent: list[int] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: sent.append(int(told["encodedDataLength"])))
    bits = {"downloadThroughput": line.down * 1000 / 8, "uploadThroughput": line.up * 1000 / 8}
    slow = {"offline": False, "latency": line.latency, **bits}
    session.send("Network.emulateNetworkConditions", slow)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return sent
