"""Keys of an office that does not exist, made by the real ssh-keygen."""

from __future__ import annotations

import subprocess
from pathlib import Path


def new_key(folder: Path, name: str = "key", kind: str = "ed25519") -> Path:
    """Return the file of a new private key."""
    file = folder / name
    command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "zyra", "-f", str(file)]
    subprocess.run(command, check=True)
    return file
