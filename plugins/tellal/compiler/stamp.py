"""What a store was made by and for: with another stamp nothing in it can be trusted."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from tellal.build.database import FORM
from tellal.settings import Settings

CODE = Path(__file__).parent.parent
ELSEWHERE = ("desk", "publish", "__pycache__")
"""What does not make pages."""


def stamp_of(settings: Settings) -> tuple[str, str]:
    """Return the digest of our code, the libraries and Python, and that of the configuration."""
    code = blake2b(digest_size=16)
    for part in (FORM.encode(), sys.version.encode(), *_libraries(), *_code(str(CODE))):
        code.update(part)
    places = (settings.content, settings.output, settings.theme, settings.url, settings.hubs)
    return code.hexdigest(), blake2b(repr(places).encode(), digest_size=16).hexdigest()


def _code(folder: str) -> list[bytes]:
    """Return name and bytes of every module, sorted."""
    found: list[bytes] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir() and entry.name not in ELSEWHERE:
                found += _code(entry.path)
            elif entry.name.endswith(".py"):
                found += [entry.name.encode(), Path(entry.path).read_bytes()]
    return found


def _libraries() -> list[bytes]:
    """Return name and version of everything that is installed, as its folder is called."""
    library = find_spec("nh3")  # any will do: they all lie in one place
    place = Path(library.origin or "").parent.parent if library else CODE
    return sorted(found.name.encode() for found in place.glob("*.dist-info"))
