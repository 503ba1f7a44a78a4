"""Values as bytes in the store, and where the store is."""

from __future__ import annotations

import pickle
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tellal.build.store import Broken


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, 5)


def unpacked(data: bytes) -> Any:
    """Return the value of bytes that this program packed. Raises Broken for any others."""
    try:
        return pickle.loads(data)
    except (pickle.PickleError, AttributeError, EOFError, ImportError, IndexError) as error:
        raise Broken(str(error)) from error


def store_of(cache: Path, output: Path) -> Path:
    """Return the file of the store of an output folder: each has its own."""
    name = blake2b(str(output).encode(), digest_size=6).hexdigest()
    return cache / f"tellal-{name}.sqlite"
