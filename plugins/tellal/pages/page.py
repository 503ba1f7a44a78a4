"""A page: the path of its file, what makes its bytes, and all that it may show."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views import View


@dataclass(frozen=True, slots=True)
class Page:
    """One file to be. `path` is relative to the output, `maker` a template or a writer's name."""

    path: str
    maker: str
    view: View


def path_of(address: str, root: str) -> str:
    """Return the file that a web server sends for an address under `root`.

    >>> path_of("/gjilan/sq/", "/gjilan")
    'sq/index.html'
    """
    path = address.removeprefix(root).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path
