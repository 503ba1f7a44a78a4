"""A folder under git -> what git says of it, without a checkout: the one place that runs git."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
    """Return what a command of git gave in a folder, whether it went well or not.

    Paths are meant literally, whatever stars and brackets they hold.
    """
    return subprocess.run(
        ("git", "-C", str(folder), "--literal-pathspecs", *command),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


class Blobs:
    """Fetches files as commits have them from one process, which runs from first to last."""

    def __init__(self, folder: Path) -> None:
        """Begin to fetch from the repository that holds a folder."""
        self._process = subprocess.Popen(
            ("git", "-C", str(folder), "cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __getitem__(self, name: str) -> bytes:
        """Return the bytes of a file. Raises KeyError where they are not at hand."""
        source, answer = self._process.stdin, self._process.stdout
        assert source
        assert answer
        source.write(f"{name}\n".encode())
        source.flush()
        head = answer.readline().split()
        if len(head) != 3:
            raise KeyError(name)
        data = answer.read(int(head[2]))
        answer.read(1)
        return data

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
