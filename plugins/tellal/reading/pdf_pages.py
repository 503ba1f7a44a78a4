"""A PDF -> its words, page by page, read in a process of its own that may be stopped.

Whoever made the file may have made it to hang its reader or to fill the memory. So the reader is
another process, with little memory and little time; a file that it cannot read is no answer.
"""

from __future__ import annotations

import atexit
import json
import select
import struct
import subprocess
import sys
from typing import IO

from tellal.domain.swift_dataclasses import dataclass

SECONDS = 60.0
MEBIBYTES = 1024
LENGTH = struct.Struct(">Q")


class Unsearchable(ValueError):
    """A PDF of which nobody can say what words are in it. `reason` is one of a few words."""

    def __init__(self, reason: str) -> None:
        """Keep the reason: encrypted, broken or slow."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a PDF. `properties` are those that stand on no page."""

    pages: tuple[str, ...]
    properties: str


def words_of(data: bytes, seconds: float = SECONDS) -> Words:
    """Return the words of a PDF. Raises Unsearchable.

    A file without a single object is none: no reader in the world would show a word of it.
    """
    if b"obj" not in data:
        return Words((), "")
    return _READER.ask(data, seconds)


class _Reader:
    """The process that reads, begun with the first file and anew after one that was too much."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, data: bytes, seconds: float) -> Words:
        asked, told = self._pipes()
        try:
            asked.write(LENGTH.pack(len(data)) + data)
            asked.flush()
            in_time, _, _ = select.select([told], [], [], seconds)
            answer = json.loads(told.readline()) if in_time else {"reason": "slow"}
        except (OSError, ValueError):  # it died of the file
            answer = {"reason": "broken"}
            in_time = []
        if not in_time:
            self.stop()
        if reason := answer.get("reason"):
            raise Unsearchable(reason)
        return Words(tuple(answer["pages"]), answer["properties"])

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self.process is None:
            command = [sys.executable, "-m", "tellal.reading.pdf_words"]
            pipe = subprocess.PIPE
            self.process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
            )
        assert self.process.stdin
        assert self.process.stdout
        return self.process.stdin, self.process.stdout

    def stop(self) -> None:
        """End the process, if there is one."""
        if self.process is not None:
            self.process.kill()
            with self.process:  # waits, and closes the pipes
                pass
            self.process = None


_READER = _Reader()
atexit.register(_READER.stop)
